import { describe, expect, test } from 'vitest';
import { solve } from '../../src/course/grade.ts';
import type { Question } from '../../src/course/model.ts';
import { readQuiz } from '../../src/course/quiz-reader.ts';
import { lineForm } from '../../src/plain/forms/all.ts';
import { explanationLines, hintLines, questionLines, solutionLines } from '../../src/plain/question.ts';

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
`,
});
const [single, several, broken] = quiz.questions as [Question, Question, Question];

/** What a line is read as: the texts of the items that it names. */
function read(question: Question, line: string): readonly string[] | string {
  const { asks } = question;
  const found = lineForm(asks).read(line, asks);
  if (found === undefined) throw new Error('the form does not ask this');
  if ('complaint' in found) return found.complaint;
  const { answer } = found;
  const ids = answer.form === 'one' ? [answer.chosen] : answer.form === 'some' ? answer.chosen : [];
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

test('hints come one by one, and then there is none', () => {
  expect(hintLines(single, 0, 80)).toEqual(['Hint 1 of 2: Count.']);
  expect(hintLines(single, 1, 80)).toEqual(['Hint 2 of 2: Count again.']);
  expect(hintLines(single, 2, 80)).toEqual(['That was the last hint.']);
  expect(hintLines(several, 0, 80)).toEqual(['There is no hint for this question.']);
});

test('choices are numbered, and the right one is told only when asked', () => {
  expect(questionLines(quiz, single, 80).slice(-3)).toEqual(['  1  one', '  2  two', '  3  three']);
  const solution = solve(single);
  expect(solution && solutionLines(single, solution, 80)).toEqual(['The right answer: 2, two', 'It counts.']);
  expect(explanationLines(single, 80)).toEqual([]);
  expect(explanationLines(several, 80)).toEqual(['', 'Those.']);
  expect(questionLines(quiz, several, 80).at(-1)).toBe('More than one answer may be right.');
});

test('a question that cannot be asked says why, with its place', () => {
  expect(questionLines(quiz, broken, 80).join('\n')).toContain('z.md:36:1: No choice is marked right');
});
