import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../../src/course/lint.ts';
import { readCourse } from '../../../src/course/read-course.ts';
import { topologiesOf } from '../../../src/course/topologies.ts';
import { readTopology } from '../../../src/topology/read.ts';
import { quiz, smallCourse, question as written } from '../small-course.ts';
import { asked, grade, solve } from './asked.ts';

const pair = `format: 1
id: pair
title: A pair
traffic: { rate: 200, writes: 10% }
dns: { www.foobar.com: { A: [lb-1] } }
hosts:
  lb-host: { runs: [lb-1] }
  server-1: { runs: [app-1, db-1] }
  server-2: { runs: [app-2, db-2] }
defaults:
  app-server: { workers: 8, service: 5ms, cpu: 10%, writes: db-1, reads: [db-2, db-1] }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    default-server: { check: true }
    servers: { app-1: {}, app-2: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
  app-1: { kind: app-server }
  app-2: { kind: app-server }
  db-1: { kind: database, role: primary }
  db-2: { kind: database, role: replica, source: db-1 }
`;

const openTopology = topologiesOf(
  { topologies: [{ id: 'pair', title: 'A pair', stage: 'one', file: 'pair.yaml', text: pair }] },
  readTopology,
);

const block = (answer: string, more = '') => `\`\`\`point\ntopology: pair\nanswer: ${answer}\n${more}\`\`\``;
const said = (text: string, ...places: readonly string[]) => {
  const { right, remarks } = grade(asked(text).question, { form: 'place', places }, openTopology);
  return [right, ...remarks.map(({ item, text: words }) => `${item}: ${words}`)];
};

describe('a list of components', () => {
  const text = block(
    '[lb-1, db-1]',
    'feedback: { lb-1: One door., db-2: Never needed. }\nwords: Two of each.\n',
  );

  test('is right when exactly these are marked, and each marked one has its say', () => {
    const { question, said: problems } = asked(text);
    expect([question.type, problems]).toEqual(['point', []]);
    expect(question.asks).toEqual({ form: 'place', topology: 'pair', words: 'Two of each.' });
    expect(said(text, 'db-1', 'lb-1')).toEqual([true, 'lb-1: One door.']);
    expect(said(text, 'lb-1')).toEqual([false, 'lb-1: One door.']);
    expect(said(text, 'lb-1', 'db-1', 'db-2')).toEqual([false, 'lb-1: One door.', 'db-2: Never needed.']);
    expect(solve(question, openTopology)?.answer).toEqual({ form: 'place', places: ['lb-1', 'db-1'] });
  });
});

describe('what the simulator finds', () => {
  test('is what a death stops, and every marked one is told so', () => {
    expect(solve(asked(block('spof(reads)')).question, openTopology)?.answer).toMatchObject({
      places: ['lb-1'],
    });
    expect(solve(asked(block('spof(writes)')).question, openTopology)).toEqual({
      answer: { form: 'place', places: ['lb-1', 'db-1'] },
      remarks: [
        { item: 'lb-1', text: 'When it dies, all writes fail.' },
        { item: 'db-1', text: 'When it dies, all writes fail.' },
      ],
    });
    expect(said(block('spof(writes)'), 'db-1', 'db-2')).toEqual([
      false,
      'db-1: When it dies, all writes fail.',
      'db-2: When it dies, some writes still succeed.',
    ]);
  });
});

test('the topology is that of the quiz unless the block says another', () => {
  const read = (front: string, topology: string) => {
    const text = `---\nid: q\ntitle: Q\n${front}---\n\n${written('q-1', { choices: `\`\`\`point\n${topology}answer: [app-1]\n\`\`\`` })}`;
    const { course } = readCourse(smallCourse({ 'quizzes/q.md': text }));
    const [question] = course.stages.flatMap(({ quizzes }) => quizzes).flatMap(({ questions }) => questions);
    return question?.problem?.message ?? (question?.asks.form === 'place' && question.asks.topology);
  };
  expect(read('topology: tiny\n', '')).toBe('tiny');
  expect(read('topology: tiny\n', 'topology: other\n')).toBe('other');
  expect(read('', '')).toContain('does not say where it runs');
});

describe('what cannot be asked', () => {
  test.each([
    ['```point\ntopology: pair\n```', 'Nothing says what is to be pointed at'],
    [block('spof(everything)'), 'Write spof(reads) or spof(writes)'],
    [block('[db-1]', 'feedback: none\n'), 'feedback names components'],
    [block('[db-1]', 'feedback: { db-1: [a, b] }\n'), 'feedback: db-1 wants one text'],
    [`${block('[db-1]')}\n\n${block('[db-1]')}`, 'A second point block'],
  ])('%j', (text, sentence) => {
    const { question, said: problems } = asked(text);
    expect(problems.join('\n')).toContain(sentence);
    expect(question.problem).toBeDefined();
  });
});

describe('lint', () => {
  const lint = (choices: string) =>
    lintCourse(
      smallCourse({ 'quizzes/q.md': quiz('q', written('q-1', { choices })), 'lessons/one/pair.yaml': pair }),
    ).map(({ line, column, message }) => `${line}:${column}: ${message}`);

  test('has nothing to say about what is right', () => {
    expect(lint(block('spof(writes)', 'feedback: { db-2: Never needed. }\n'))).toEqual([]);
  });

  test.each([
    [block('[db-3]'), '16:10: pair has no component "db-3": did you mean "db-1"?'],
    [block('[db-1]', 'feedback: { server-1: A host. }\n'), '17:13: pair has no component "server-1"'],
    // a comma ends a text between braces
    [block('[db-1]', 'feedback: { db-2: Never, it says }\n'), '17:26: pair has no component "it says"'],
    [block('[lb-1, app-1, app-2, db-1, db-2]'), '16:1: Every component is right'],
    [
      block('[db-1]').replace('pair', 'pairs'),
      '16:1: The course has no topology "pairs": did you mean "pair"?',
    ],
    [block('[app-1]', 'anwser: x\n').replace('pair', 'tiny'), '17:1: "anwser" is not a key of a point block'],
  ])('%j', (text, sentence) => {
    expect(lint(text).join('\n')).toContain(sentence);
  });

  test('finds a question with nothing to point at', () => {
    const survives = pair
      .replace('A: [lb-1]', 'A: [app-1, app-2]')
      .replace(/ {2}lb-1:\n( {4}.*\n)+/, '')
      .replace(/.*lb-host.*\n/, '');
    const files = smallCourse({
      'quizzes/q.md': quiz('q', written('q-1', { choices: block('spof(reads)') })),
      'lessons/one/pair.yaml': survives,
    });
    expect(lintCourse(files).map(({ message }) => message)).toEqual([
      'No single death stops this in pair, so there is nothing to point at: ask another question.',
    ]);
  });
});
