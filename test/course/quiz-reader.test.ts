import { describe, expect, test } from 'vitest';
import type { Item, Question } from '../../src/course/model.ts';
import { readQuiz } from '../../src/course/quiz-reader.ts';
import { plainWords } from '../../src/markdown/words.ts';
import { markdownTextRows } from '../../src/terminal/markdown.ts';
import { problemLine } from '../../src/text/problem.ts';
import { span } from '../../src/text/row.ts';

function read(text: string) {
  const { quiz, problems } = readQuiz({ file: 'q.md', path: 'quizzes/q.md', text });
  return { ...quiz, said: problems.map(problemLine) };
}

function itemsOf(question: Question | undefined): readonly Item[] {
  return question !== undefined && 'items' in question.asks ? question.asks.items : [];
}

const detectKill = `<quiz>

<!-- id: detect-kill -->

web-2 is *killed*. When does lb-1 mark it down?

> Hint: How often does it check?

> Hint: How many failures in a row
> does it want?

- [ ] After 1 to 3 seconds
  > One failed check isn't enough.
- [x] After 4 to **6** seconds
  > The first check fails within 2 s,
  > the next two come 2 s apart.
- [ ] Never
  > It would without \`check\`.

Recorded from the real HAProxy: 4.2 to 6.0 s.

\`\`\`prove
topology: distributed
for: 60s
seeds: 5
fault: [10s kill web-2]
measure: when(marks-down web-2) - 10s
expect: { 1: 1s..3s, 2: 4s..6s, 3: never }
\`\`\`

</quiz>
`;

test('a quiz may be as long as a file: a page of it is a question', () => {
  const many = Array.from({ length: 150 }, (_, index) => detectKill.replace('detect-kill', `kill-${index}`));
  const quiz = read(`## All of them\n\n${many.join('\n')}`);
  expect(quiz.said).toEqual([]);
  expect(quiz.questions).toHaveLength(150);
});

test('the question of the reference', () => {
  const quiz = read(detectKill);
  expect(quiz.said).toEqual([]);
  const [question] = quiz.questions;
  expect(question).toMatchObject({ id: 'detect-kill', type: 'single-choice', line: 1, problem: undefined });
  expect(plainWords(question?.prompt ?? [])).toBe('web-2 is killed. When does lb-1 mark it down?');
  expect(question?.hints).toEqual(['How often does it check?', 'How many failures in a row\ndoes it want?']);
  expect(plainWords(question?.explanation ?? [])).toBe('Recorded from the real HAProxy: 4.2 to 6.0 s.');
  expect(itemsOf(question).map(({ text }) => text)).toEqual([
    'After 1 to 3 seconds',
    'After 4 to 6 seconds',
    'Never',
  ]);
  expect(question?.key).toMatchObject([
    { correct: false, feedback: "One failed check isn't enough.", line: 12 },
    { correct: true, feedback: 'The first check fails within 2 s,\nthe next two come 2 s apart.', line: 14 },
    { correct: false, feedback: 'It would without `check`.', line: 17 },
  ]);
  expect(question?.proof).toEqual({
    run: {
      topology: 'distributed',
      for: 60_000_000,
      seeds: 5,
      rate: undefined,
      set: [],
      fault: ['10s kill web-2'],
    },
    claims: ['1s..3s', '4s..6s', 'never'].map((range, index) => ({
      choice: index + 1,
      right: index === 1,
      measure: 'when(marks-down web-2) - 10s',
      expect: { range },
    })),
    line: 22,
  });
});

test('choices parted by empty lines are the same choices', () => {
  const loose = detectKill.replaceAll('\n- [', '\n\n- [').replaceAll('\n  >', '\n\n  >');
  const read1 = read(detectKill).questions[0];
  const read2 = read(loose).questions[0];
  expect(itemsOf(read2).map(({ id }) => id)).toEqual(itemsOf(read1).map(({ id }) => id));
  expect(read2?.key).toMatchObject([{ feedback: "One failed check isn't enough." }, {}, {}]);
  expect(plainWords(itemsOf(read2)[1]?.tokens ?? [])).toBe('After 4 to 6 seconds');
});

test('several marks make a multiple choice, with a measure a choice', () => {
  const several = detectKill
    .replace('- [ ] Never', '- [x] Never')
    .replace(
      'measure: when(marks-down web-2) - 10s',
      'measure: { 1: failed(10s..20s), 2: lost, 3: p95(10s..20s) }',
    )
    .replace('{ 1: 1s..3s, 2: 4s..6s, 3: never }', '{ 1: 0%..1%, 2: 0..3, 3: ..50ms }');
  const quiz = read(several);
  expect(quiz.said).toEqual([]);
  expect(quiz.questions[0]?.type).toBe('multiple-choice');
  expect(quiz.questions[0]?.proof?.claims.map(({ measure }) => measure)).toEqual([
    'failed(10s..20s)',
    'lost',
    'p95(10s..20s)',
  ]);
});

test('what stands before the first question is the introduction', () => {
  const quiz = read(`# The title\n\nThink first.\n\n${detectKill}`);
  expect(quiz.title).toBe('The title');
  expect(plainWords(quiz.intro)).toBe('Think first.');
  expect(quiz.said).toEqual([]);
});

describe('a broken question says why where it stands, and the next one is asked', () => {
  const second = detectKill.replace('detect-kill', 'second');
  test.each([
    [
      'no right answer',
      detectKill.replace('[x]', '[ ]'),
      'q.md:12:1: No choice is marked right: write [x] in the right one.',
    ],
    [
      'no boxes',
      detectKill.replace(/\[.\] /g, ''),
      'q.md:12:1: This question has nothing to answer with: write choices, "- [ ] wrong" and "- [x] right", a numbered list, [[words]] or [[= 5 s]].',
    ],
    [
      'one box missing',
      detectKill.replace('- [ ] Never', '- Never'),
      'q.md:17:1: This choice has no box: begin it with "- [ ] " or "- [x] ".',
    ],
    [
      'feedback at the margin',
      detectKill.replace('\n  > One', '\n> One'),
      'q.md:13:1: Feedback belongs inside its choice: indent the quote by two spaces.',
    ],
    [
      'never closed',
      detectKill.replace('</quiz>', ''),
      'q.md:1:1: This <quiz> is never closed: write a line </quiz> after the question.',
    ],
    [
      'a closing tag without an empty line',
      detectKill.replace('6.0 s.\n', '6.0 s.\n</quiz>\n').replace(/\n```prove[\s\S]*/, ''),
      'q.md:21:1: This tag needs an empty line before and after it.',
    ],
    [
      'an opening tag without an empty line',
      detectKill.replace('<quiz>\n\n', '<quiz>\n'),
      'q.md:1:1: This tag needs an empty line before and after it.',
    ],
    [
      'no prompt',
      detectKill.replace(/web-2 is .*\n/, ''),
      'q.md:1:1: This question asks nothing: write the question before the choices.',
    ],
    [
      'a form that nobody knows',
      '<quiz>\n\nWhat comes?\n\n```predict\ntopology: pair\n```\n\n</quiz>\n',
      'q.md:5:1: No type of question reads a predict block: ask with choices, "- [ ]" and "- [x]".',
    ],
  ])('%s', (_, broken, line) => {
    const quiz = read(`${broken}\n${second}`);
    const [first, next] = quiz.questions;
    expect(first?.problem && problemLine(first.problem)).toBe(line);
    expect(next).toMatchObject({ id: 'second', problem: undefined });
    expect(quiz.problem).toBeUndefined();
  });
});

describe('a broken proof is told, and its question is still asked', () => {
  test.each([
    ['marks-down', 'mark-down', 'q.md:27:15: "mark-down" is no event: did you mean "marks-down"?'],
    ['when(', 'whne(', 'q.md:27:10: There is no measure "whne": did you mean "when"?'],
    [
      '- 10s',
      '- soon',
      'q.md:27:35: "soon" is no time: write "- 10s" or "- when(kill web-2)", the moment to count from.',
    ],
    ['4s..6s', '4..6s', 'q.md:28:25: "4" does not fit the measure: write a time such as 4s or 20ms.'],
    ['4s..6s', '4s..6', 'q.md:28:29: "6" does not fit the measure: write a time such as 4s or 20ms.'],
    ['4s..6s', '6s..4s', 'q.md:28:25: "6s..4s" ends before it begins: write the smaller value first.'],
    [', 3: never', '', 'q.md:28:1: expect leaves out choice 3: every choice needs its own.'],
    ['3: never', '4: never', 'q.md:28:33: expect names the choice "4", and there are 3: number them from 1.'],
    ['seeds: 5', 'seeds: 0', 'q.md:25:8: seeds is "0": write a whole number from 1 to 100.'],
    ['for: 60s', 'for: long', 'q.md:24:6: for is "long": write a time such as 60s.'],
    ['fault:', 'faults:', 'q.md:26:1: "faults" is not a key of a prove block: did you mean "fault"?'],
    [
      'measure:',
      'measured:',
      'q.md:22:1: This proof measures nothing: write "measure: ...", such as when(marks-down web-2) - 10s.',
    ],
  ])('%s -> %s', (good, bad, line) => {
    const quiz = read(detectKill.replace(good, bad));
    expect(quiz.said).toContain(line);
    expect(quiz.questions[0]?.problem).toBeUndefined();
  });
});

test('feedback and hints stay the markdown that they are: what was escaped is no mark when it is shown', () => {
  const text = detectKill
    .replace('How often does it check?', 'Not \\*this\\* one: **that**.')
    .replace("One failed check isn't enough.", '1986\\. A `year`.');
  const [asked] = read(text).questions;
  expect(asked?.hints[0]).toBe('Not \\*this\\* one: **that**.');
  const rows = markdownTextRows(asked?.hints[0] ?? '', { width: 60, ascii: false });
  expect(rows).toEqual([[span('Not *this* one: '), span('that', 'strong'), span('.')]]);
  expect(asked?.key).toMatchObject([{ feedback: '1986\\. A `year`.' }, {}, {}]);
});
