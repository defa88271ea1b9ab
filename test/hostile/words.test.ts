/**
 * Words that every JavaScript object answers to, put wherever an author or a learner writes a word:
 * a look-up in an object literal finds something under each of them.
 */
import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/commands/arguments.ts';
import { findCommand } from '../../src/commands/find-command.ts';
import { command as simulate } from '../../src/commands/simulate.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { parseMeasure } from '../../src/course/measures/parse.ts';
import { search, searchIndex } from '../../src/course/search.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { placeOf } from '../../src/learner/place-of.ts';
import { highlight } from '../../src/markdown/highlight.ts';
import { proseLines } from '../../src/plain/prose.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { simulate as run } from '../../src/simulator/run.ts';
import { markdownRows } from '../../src/terminal/markdown.ts';
import { problemLine } from '../../src/text/problem.ts';
import { rowText } from '../../src/text/row-layout.ts';
import { drawTopology } from '../../src/topology/draw/draw.ts';
import { describeTopology } from '../../src/topology/draw/words.ts';
import { readTopology } from '../../src/topology/read.ts';
import { lesson, question, quiz, smallCourse, tiny } from '../course/small-course.ts';
import { small, topologyOf } from '../topology/fixture.ts';

const words = [
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'toLocaleString',
  'propertyIsEnumerable',
  '__proto__',
  '__defineGetter__',
  '__lookupSetter__',
];

/** A course that uses the word for everything that an author may name. */
function courseOf(word: string) {
  const body = `## ${word}\n\n\`\`\`${word}\ncode\n\`\`\`\n\n\`\`\`simulate\ntopology: tiny\nlook-for: ${word}\n${word}: 1\n\`\`\`\n\n&${word};\n`;
  const asked = question(word, {
    choices: `- [ ] ${word}\n  > No.\n- [x] Yes\n  > Yes.`,
    after: `Since.\n\n\`\`\`prove\ntopology: tiny\nfor: 5s\nfault: [1s ${word} app-1]\nmeasure: ${word}(${word})\nexpect: { ${word}: never, 1: never }\n\`\`\``,
  });
  return smallCourse({
    'lessons/one/first.md': lesson('a', body).replace('summary:', `${word}: 1\nsummary:`),
    'lessons/one/second.md': lesson(word).replace('summary:', `tags: [${word}]\ntopology: ${word}\nsummary:`),
    'quizzes/q.md': quiz(word, asked).replace('title:', `stage: ${word}\ntitle:`),
    'glossary.md': `## ${word}\n\nIt means ${word}.\n`,
  });
}

describe.each(words)('%s', (word) => {
  it('is a word like any other in markdown', () => {
    // underscores make words emphasised
    const name = word.replaceAll('_', '');
    const markdown = `\`\`\`${word}\ncode: 1 # x\n\`\`\`\n\n&${name}; and :${name}:\n\n| ${name} |\n|---|\n| ${name} |`;
    const rows = markdownRows(lexer(markdown), { width: 60, ascii: false });
    const shown = rows.map(rowText).join('\n');
    const plainly = proseLines(lexer(markdown), 60).join('\n');
    expect(highlight('code', word)).toEqual([[{ text: 'code', tone: 'plain' }]]);
    for (const text of [shown, plainly]) {
      expect(text).toContain(`&${name}; and :${name}:`);
      expect(text).toContain('code: 1 # x');
      expect(text).not.toContain('native code');
    }
  });

  it('is a word like any other in a course', () => {
    const files = courseOf(word);
    const course = loadCourse(files.root, { files });
    const told = lintCourse(files).map(problemLine);
    expect(told.filter((line) => line.includes(word)).length).toBeGreaterThan(4);
    expect(told.join('\n')).not.toMatch(/native code|undefined|\[object/);
    expect(search(searchIndex(course), word).length).toBeGreaterThan(0);
    const progress = foldProgress([], course.id);
    expect(placeOf(course, 'prototype-of-nothing', progress)).toBeUndefined();
    expect(placeOf(course, word, progress)).toBeDefined();
  });

  it('is a word like any other in a topology', () => {
    const told = (text: string, ...changes: string[]): string => {
      const { topology, problems } = readTopology(text, 'x.yaml', changes);
      expect(topology).toBeUndefined();
      return problems.map(problemLine).join('\n');
    };
    const all = [
      told(tiny.replace('workers: 4', `workers: 4, ${word}: 1`)),
      told(tiny.replace('kind: app-server', `kind: ${word}`)),
      told(`${tiny}${word}: 1\n`),
      told(`${tiny}defaults: { ${word}: { cpus: 1 } }\n`),
      told(tiny.replace('A: [app-1]', `A: [${word}]`)),
      told(small.replace('writes: db-1', `writes: ${word}`)),
      told(small, `lb-1.${word}=1`),
      told(small, `lb-1.balance=${word}`),
      told(small, `lb-1.retry-on=${word}`),
      told(small, `lb-1.${word}.${word}=1`),
      told(small, `${word}=1`),
      told(small, `${word}.${word}=1`),
      told(small, `traffic.rate=${word}`),
      told(small, `app-1.service=${word} 1ms`),
    ].join('\n');
    expect(all).not.toMatch(/native code|undefined|\[object/);
  });

  it('is a word like any other in faults and measures', () => {
    const topology = topologyOf(small);
    for (const written of [
      word,
      `${word} app-1`,
      `kill ${word}`,
      `attack ${word} server-1`,
      `slow app-1 ${word}`,
    ]) {
      const parsed = parseFault(written, topology);
      expect('error' in parsed && parsed.error).toMatch(word);
    }
    for (const written of [`${word}(app-1)`, `count(${word} 1s..2s)`, `when(${word} app-1)`, `${word}`]) {
      expect(parseMeasure(written)).toHaveProperty('error');
    }
  });

  it('is no command and no option', () => {
    expect(findCommand([word])).toMatchObject({ name: undefined, unknown: word });
    expect(findCommand(['course', word])).toMatchObject({ name: undefined });
    expect(() => readArguments([`--${word}`, 'x'], simulate)).toThrow('no option');
    expect(() => readArguments([`--${word}=x`], undefined)).toThrow('no option');
    expect(() => readArguments([`--no-${word}`], simulate)).toThrow('no option');
  });
});

/** What an id may be: a letter comes first. */
const ids = words.filter((word) => /^[a-z]/i.test(word));

describe.each(ids)('%s as an id', (id) => {
  const text = `${small.replaceAll('app-1', id).replaceAll('server-1', `${id}-host`)}switches: { ${id}: { off: {}, ${id}: { components: { ${id}: { workers: 1 } } } } }\n`;

  it('is read, drawn, described, switched and run', () => {
    const topology = topologyOf(text);
    const switched = topologyOf(text, `${id}=${id}`);
    expect(switched.components.find((one) => one.id === id)).toMatchObject({ workers: 1 });
    expect(topologyOf(text, `${id}.workers=3`).components.find((one) => one.id === id)).toMatchObject({
      workers: 3,
    });
    const drawing = drawTopology(topology, {
      width: 100,
      height: undefined,
      ascii: false,
      overlay: undefined,
    });
    const drawn = drawing.rows.map((row) => row.map((span) => span.text).join('')).join('\n');
    expect(drawn).toContain(id);
    expect(describeTopology(topology).join(' ')).toContain(id);
    const { report } = run(topology, { seed: 1, for: 5_000_000, faults: [] });
    expect(report.components[id]?.requests).toBeGreaterThan(0);
    expect(report.requests.by_outcome['200']).toBeGreaterThan(0);
  });

  it('is measured only where it is', () => {
    const measure = parseMeasure(`utilisation(${id} 0s..5s)`);
    if ('error' in measure) throw new Error(measure.error);
    const valueIn = (topology: ReturnType<typeof topologyOf>) => {
      const { report } = run(topology, { seed: 1, for: 5_000_000, faults: [] });
      return measure.evaluate({ topology, report, requests: [], reportAt: () => report });
    };
    expect(valueIn(topologyOf(text))).toBeGreaterThan(0);
    expect(valueIn(topologyOf(small))).toBeUndefined();
  });
});
