import { describe, expect, test } from 'vitest';
import { solve as solveIn } from '../../src/course/grade.ts';
import type { Question } from '../../src/course/model.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { readQuiz } from '../../src/course/quiz-reader.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { lineForm } from '../../src/plain/forms/all.ts';
import { explanationLines, hintLines, questionLines, solutionLines } from '../../src/plain/question.ts';
import { readTopology } from '../../src/topology/read.ts';

const { quiz } = readQuiz({
  file: 'z.md',
  path: 'quizzes/z.md',
  text: `---
title: Quiz
---

<quiz>

How many?

> Hint: Count.

> Hint: Count again.

- [ ] one
- [x] two
  > It counts.
- [ ] three

</quiz>

<quiz>

Which?

- [x] one
- [x] two
- [ ] three

Those.

</quiz>

<quiz>

None?

- [ ] one
- [ ] two

</quiz>

<quiz>

In which order?

1. kill
2. check
3. mark

</quiz>

<quiz>

How long?

[[= 5 +- 1 s]]

</quiz>

<quiz>

Which word?

[[split brain]]

</quiz>
`,
});
const [single, several, broken, order, number, text] = quiz.questions as [
  Question,
  Question,
  Question,
  Question,
  Question,
  Question,
];

const page = { width: 80, openTopology: () => ({ topology: undefined, problems: [] }) };
const solve = (question: Question) => solveIn(question, page.openTopology);

/** What a line is read as: the text, or the texts of the items that it names. */
function read(question: Question, line: string): readonly string[] | string {
  const { asks } = question;
  const found = lineForm(asks).read(line, asks, page);
  if (found === undefined) throw new Error('the form does not ask this');
  if ('complaint' in found) return found.complaint;
  const { answer } = found;
  if ('text' in answer) return [answer.text];
  if ('places' in answer) return answer.places;
  const ids = answer.form === 'one' ? [answer.chosen] : 'order' in answer ? answer.order : answer.chosen;
  const items = 'items' in asks ? asks.items : [];
  return ids.map((id) => items.find((item) => item.id === id)?.text ?? id);
}

describe('answers are numbers from 1 on', () => {
  test('one', () => {
    expect(read(single, '2')).toEqual(['two']);
    expect(read(single, '1 2')).toBe('One answer only: write one number.');
    expect(read(single, '')).toBe('Write the number of an answer, or s to skip.');
    for (const line of ['0', '4', '-1', '1e0', 'two', '1.5'])
      expect(read(single, line)).toMatch(/is no answer: write a number from 1 to 3/);
  });

  test('several where several may be right, in the order of the question', () => {
    expect(read(several, ' 3, 1 1 ')).toEqual(['one', 'three']);
    expect(read(several, '1 9')).toMatch(/"9" is no answer/);
  });
});

test('an order is all of the numbers', () => {
  const offered = questionLines(quiz, order, page).filter((line) => /^ +\d/.test(line));
  const places = ['kill', 'check', 'mark'].map(
    (step) => offered.findIndex((line) => line.endsWith(step)) + 1,
  );
  expect(read(order, places.join(' '))).toEqual(['kill', 'check', 'mark']);
  expect(read(order, '1 2')).toBe('Every number once, please: 3 is missing.');
  expect(read(order, '2 2')).toBe('Every number once, please: 1, 3 are missing.');
  expect(read(order, '1 2 4')).toMatch(/"4" is no answer/);
  const solution = solve(order);
  const named = places.map((place, index) => `${place}, ${['kill', 'check', 'mark'][index]}`);
  expect(solution && solutionLines(order, solution, 80)).toEqual([`The right answer: ${named.join('; ')}`]);
});

test('a number is asked for in its unit, and a line that is none is no answer', () => {
  expect(lineForm(number.asks).ask(number.asks)).toBe('Your answer, a number in s');
  expect(read(number, '4500 ms')).toEqual(['4500 ms']);
  expect(read(number, '5 km')).toMatch(/^"5 km" is no answer: write a number such as 5 or 5 s/);
  expect(read(number, '')).toBe('Write your answer, or s to skip.');
});

test('words are taken as they are, and it is said what does not matter', () => {
  expect(questionLines(quiz, text, page).at(-1)).toBe('Capitals and small slips in typing do not matter.');
  expect(read(text, 'Split Brain')).toEqual(['Split Brain']);
  expect(read(text, '')).toBe('Write your answer, or s to skip.');
  expect(read(text, 'x'.repeat(61))).toMatch(/too long/);
});

test('components are numbered, after what its author or its topology says of them', () => {
  const files = newCourse();
  const text = files.find(({ path }) => path.endsWith('two-servers.yaml'))?.text ?? '';
  const topologies = [{ id: 'two-servers', title: '', stage: '', file: 'two.yaml', text }];
  const place = { width: 80, openTopology: topologiesOf({ topologies }, readTopology) };
  const asks = { form: 'place', topology: 'two-servers', words: 'One shares, two work.' } as const;
  expect(lineForm(asks).offered(asks, place)).toEqual([
    'One shares, two work.',
    '',
    '  1  lb-1, HAProxy, roundrobin, on lb-host',
    '  2  app-1, application, 8 workers, on server-1',
    '  3  app-2, application, 8 workers, on server-2',
  ]);
  expect(
    lineForm(asks)
      .offered({ ...asks, words: '' }, place)
      .join(' '),
  ).toContain('lb-1 sends to app-1 and app-2');
  expect(lineForm(asks).read('3 1', asks, place)).toEqual({
    answer: { form: 'place', places: ['lb-1', 'app-2'] },
  });
  expect(lineForm(asks).read('4', asks, place)).toHaveProperty('complaint');
  expect(lineForm(asks).offered(asks, page)).toEqual(['The topology of this question cannot be read:']);
});

test('hints come one by one, and then there is none', () => {
  expect(hintLines(single, 0, 80)).toEqual(['Hint 1 of 2: Count.']);
  expect(hintLines(single, 1, 80)).toEqual(['Hint 2 of 2: Count again.']);
  expect(hintLines(single, 2, 80)).toEqual(['That was the last hint.']);
  expect(hintLines(several, 0, 80)).toEqual(['There is no hint for this question.']);
});

test('a choice of several blocks is shown whole, under its number', () => {
  const text =
    '<quiz>\n\nWhich?\n\n- [ ] one\n\n  and more of it\n\n  ```\n  kill web-2\n  ```\n\n- [x] two\n\n</quiz>\n';
  const { quiz } = readQuiz({ file: 'b.md', path: 'quizzes/b.md', text });
  const [question] = quiz.questions;
  expect(question && questionLines(quiz, question, page).slice(-6)).toEqual([
    '  1  one',
    '',
    '     and more of it',
    '',
    '         kill web-2',
    '  2  two',
  ]);
});

test('choices are numbered, and the right one is told only when asked', () => {
  expect(questionLines(quiz, single, page).slice(-3)).toEqual(['  1  one', '  2  two', '  3  three']);
  const solution = solve(single);
  expect(solution && solutionLines(single, solution, 80)).toEqual([
    'The right answer: 2, two',
    '2: It counts.',
  ]);
  expect(explanationLines(single, 80)).toEqual([]);
  expect(explanationLines(several, 80)).toEqual(['', 'Those.']);
  expect(questionLines(quiz, several, page).at(-1)).toBe('More than one answer may be right.');
});

test('a question that cannot be asked says why, with its place', () => {
  expect(questionLines(quiz, broken, page).join('\n')).toContain('z.md:36:1: No choice is marked right');
});
