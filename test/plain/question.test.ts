import { expect, test } from 'vitest';
import type { Question } from '../../src/course/model.ts';
import { chosenOf, explanationLines, hintLines, questionLines } from '../../src/plain/question.ts';

const choice = (text: string, correct: boolean) => ({ tokens: [], text, correct, feedback: '', line: 1 });
const question: Question = {
  id: 'q',
  type: 'single-choice',
  line: 1,
  prompt: [],
  hints: ['Count.', 'Count again.'],
  explanation: [],
  choices: [choice('one', false), choice('two', true), choice('three', false)],
  proof: undefined,
  problem: undefined,
};
const quiz = {
  id: 'z',
  title: 'Quiz',
  file: 'z.md',
  intro: [],
  questions: [question],
  problem: undefined,
  draft: false,
};

test('answers are numbers from 1 on, several where several may be right', () => {
  expect(chosenOf('2', 3, true)).toEqual({ places: [1] });
  expect(chosenOf(' 3, 1 1 ', 3, false)).toEqual({ places: [0, 2] });
  for (const [answer, single] of [
    ['0', true],
    ['4', true],
    ['-1', true],
    ['1e0', true],
    ['two', true],
    ['', true],
    ['1 2', true],
    ['1 9', false],
  ] as const) {
    expect(chosenOf(answer, 3, single)).toHaveProperty('complaint');
  }
});

test('hints come one by one, and then there is none', () => {
  expect(hintLines(question, 0, 80)).toEqual(['Hint 1 of 2: Count.']);
  expect(hintLines(question, 1, 80)).toEqual(['Hint 2 of 2: Count again.']);
  expect(hintLines(question, 2, 80)).toEqual(['That was the last hint.']);
  expect(hintLines({ ...question, hints: [] }, 0, 80)).toEqual(['There is no hint for this question.']);
});

test('choices are numbered, and the right one is told only when asked', () => {
  const lines = questionLines(quiz, question, 80);
  expect(lines.slice(-3)).toEqual(['  1  one', '  2  two', '  3  three']);
  expect(explanationLines(question, true, 80)).toEqual(['The right answer: 2, two']);
  expect(explanationLines(question, false, 80)).toEqual([]);
  const reasoned = {
    ...question,
    choices: [choice('one', false), { ...choice('two', true), feedback: 'It counts.' }],
  };
  expect(explanationLines(reasoned, true, 80)).toEqual(['The right answer: 2, two', 'It counts.']);
  const several = { ...question, choices: [choice('one', true), choice('two', true)] };
  expect(questionLines(quiz, several, 80).at(-1)).toBe('More than one answer may be right.');
});

test('a question that cannot be asked says why, with its place', () => {
  const problem = {
    file: 'z.md',
    line: 7,
    column: 1,
    rule: 'none-right',
    severity: 'error',
    message: 'Mark the right choice.',
  } as const;
  expect(questionLines(quiz, { ...question, problem }, 80).join('\n')).toContain(
    'z.md:7:1: Mark the right choice.',
  );
});
