import { expect, test } from 'vitest';
import type { Question } from '../../src/course/model.ts';
import { shuffled } from '../../src/learner/shuffled.ts';
import { answered, progressAfter, smallCourse } from './small-course.ts';

const items = ['a', 'b', 'c'].map((id) => ({ id, tokens: [], text: id }));
const [plainQuestion] = smallCourse.stages.flatMap(({ quizzes }) => quizzes[0]?.questions ?? []);
if (plainQuestion === undefined) throw new Error('the small course has no question');
const question: Question = { ...plainQuestion, id: 'a', asks: { form: 'one', items } };

function orderOf(asked: Question): string {
  return 'items' in asked.asks ? asked.asks.items.map(({ id }) => id).join('') : '';
}

const learner = (begun: number) => ({ ...progressAfter(), begun });

test('every order comes up, for as many learners', () => {
  const orders = Array.from({ length: 60 }, (_, begun) => orderOf(shuffled(question, learner(begun))));
  expect(new Set(orders)).toEqual(new Set(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']));
});

test('an order stays until the question is answered, and then it is another at some time', () => {
  const before = progressAfter();
  expect(orderOf(shuffled(question, before))).toBe(orderOf(shuffled(shuffled(question, before), before)));
  const after = [...progressAfter(answered('a', false)).answers].map(([, answer]) => answer)[0];
  if (after === undefined) throw new Error('nothing was answered');
  const tries = Array.from({ length: 20 }, (_, at) =>
    orderOf(shuffled(question, { ...before, answers: new Map([['a', { ...after, at }]]) })),
  );
  expect(new Set(tries).size).toBeGreaterThan(1);
});

test('where the order is the sense, and where the learner makes it, nothing is shuffled', () => {
  const fixed = { ...question, fixed: true };
  const steps: Question = { ...question, asks: { form: 'ordered', items } };
  for (let begun = 0; begun < 20; begun++) {
    expect(orderOf(shuffled(fixed, learner(begun)))).toBe('abc');
    expect(orderOf(shuffled(steps, learner(begun)))).toBe('abc');
  }
});
