import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Located } from '../../src/text/located.ts';
import { Problems, problemLine } from '../../src/text/problem.ts';
import { deepestYaml, longestYaml, readYaml } from '../../src/text/yaml.ts';

const start = { file: 'f', line: 1, column: 1 };

function read(text: string, at = start) {
  const problems = new Problems();
  const { tree, problem } = readYaml(text, at, problems);
  return { tree, problem, told: problems.list.map(problemLine) };
}

/** The tree as plain data, with the place of each value. */
function shown(node: Located | undefined): unknown {
  if (node === undefined) return undefined;
  const at = `${node.at.line}:${node.at.column}`;
  if (node.type === 'scalar') return `${at} ${node.empty ? 'nothing' : JSON.stringify(node.text)}`;
  if (node.type === 'list') return node.items.map(shown);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, shown(value)]));
}

describe('the tree', () => {
  it('knows where every value stands, and keeps what was written', () => {
    expect(shown(read('a: 010\nb: ["x\\ty", ~]\nc:\n  - |\n    one\n    two\nd:\n').tree)).toEqual({
      a: '1:4 "010"',
      b: ['2:5 "x\\ty"', '2:13 nothing'],
      c: ['4:5 "one\\ntwo\\n"'],
      d: '7:3 nothing',
    });
  });

  it('stands where its text stands', () => {
    const { tree, told } = read('1\na: 2\n- b', { file: 'f', line: 7, column: 15 });
    expect(tree?.at).toEqual({ file: 'f', line: 7, column: 15 });
    expect(told[0]).toMatch(/^f:7:15|^f:8:1/);
  });

  it('is nothing of nothing', () => {
    for (const text of ['', ' \n', '# only this\n', '---\n']) {
      const { tree, problem, told } = read(text);
      expect(tree === undefined || (tree.type === 'scalar' && tree.empty)).toBe(true);
      expect([problem, ...told]).toEqual([undefined]);
    }
  });

  it('goes as far as it could be read', () => {
    const { tree, problem, told } = read('a: 1\nb: [x, y\nc: 3\n');
    expect(problem?.rule).toBe('yaml');
    expect(shown(tree)).toMatchObject({ a: '1:4 "1"', b: ['2:5 "x"', '2:8 "y"'] });
    expect(told.length).toBe(1);
  });
});

describe('what is wrong is told where it begins', () => {
  it.each([
    ['a: 1\ntitle: "abc\nid: x\n', 'f:2:8: The quote that is opened here is not closed: close it.'],
    ['a: {x: "y}\nb: 1\n', 'f:1:8: The quote that is opened here is not closed: close it.'],
    ['a: [1, 2\nb: 3\n', 'f:1:4: The `[` that is opened here is not closed'],
    ['a: {x: [1, 2}\nb: 1\n', 'f:1:8: The `[` that is opened here is not closed'],
    ['a: b: c\n', 'f:1:4: There is a second ": "'],
    ['\ta: b\n', 'f:1:1: A tab stands at the beginning of this line'],
    ['a: 1\n---\nb: 2\n', 'f:2:1: A second document begins here'],
    ['a: &x 1\nb: *x\n', 'f:2:4: `*x` repeats another place'],
    ['a: !x y\n', 'f:1:7: A tag'],
    ['a: 1\na: 2\n', 'f:2:1: `a` is written twice, first in line 1'],
    ['a: "\\e[2J"\n', 'f:1:4: A control character'],
    ['? [a, b]\n: c\n', 'f:1:3: A key must be one word'],
  ])('%j', (text, sentence) => {
    expect(read(text).told[0]).toContain(sentence);
  });
});

describe('what nobody writes by hand is refused with its limit', () => {
  const deep = `nested more than ${deepestYaml} levels deep`;
  it.each([
    ['brackets', '['.repeat(5000), deep],
    ['brackets on lines of their own', '[\n'.repeat(5000), deep],
    ['brackets that comments seem to close', '[ # ]\n'.repeat(5000), deep],
    ['brackets that texts seem to close', '["]", '.repeat(5000), deep],
    ['braces', '{a: '.repeat(5000), deep],
    ['keys in one line', 'a: '.repeat(5000), deep],
    ['dashes in one line', '- '.repeat(5000), deep],
    ['question marks', '? '.repeat(5000), deep],
    ['lines that go in', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), deep],
    ['a long text', 'a'.repeat(longestYaml + 1), `longer than ${longestYaml} characters`],
  ])('%s', (_, text, sentence) => {
    const { tree, problem, told } = read(text);
    expect(tree).toBeUndefined();
    expect(problem?.rule).toBe('yaml-size');
    expect(told).toEqual([expect.stringContaining(sentence)]);
  });

  it('but not what is only long', () => {
    const { told } = read(Array.from({ length: 4000 }, (_, i) => `key-${i}: [a, {b: c}]\n`).join(''));
    expect(told).toEqual([]);
  });
});

it('never throws, whatever the text, and every problem has a place inside of it', () => {
  const piece = fc.constantFrom(
    ...['a', ': ', '- ', '? ', '[', ']', '{', '}', ',', '"', "'", '#', ' #', '&a ', '*a ', '!t ', '!!str '],
    ...['|\n', '>\n', '\n', '\n  ', ' ', '---\n', '...\n', '%', '\\', '\t', '<<: ', '\0', '\ufeff', '\u2028'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('');
      const problems = new Problems();
      const { problem } = readYaml(text, start, problems);
      const lines = text.split('\n').length;
      for (const { line, column } of problems.list) {
        expect(line >= 1 && line <= lines + 1 && column >= 1).toBe(true);
      }
      if (problem) expect(problems.failed).toBe(true);
    }),
    { numRuns: 500 },
  );
});
