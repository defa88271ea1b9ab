import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/course/model.ts';
import { asked, grade, graded, idOf, itemsOf, solve } from './asked.ts';

const steps =
  '1. fence\n2. apply\n3. promote\n4. lead\n4. follow\n5. rebuild\n   > Not before there is a primary.';
const { question } = asked(steps);
const order = (...texts: readonly string[]) =>
  ({ form: 'ordered', order: texts.map((text) => idOf(question, text)) }) as const;

test('right is the order of the list; steps with one number may be swapped, and that is said', () => {
  const said = [[undefined, 'Steps 4 and 5 may come in any order.']];
  expect(question.type).toBe('order');
  for (const [one, other] of [
    ['lead', 'follow'],
    ['follow', 'lead'],
  ] as const) {
    const answer = order('fence', 'apply', 'promote', one, other, 'rebuild');
    expect(graded(question, answer)).toEqual({ right: true, remarks: said });
  }
  expect(solve(question)?.answer).toEqual(order('fence', 'apply', 'promote', 'lead', 'follow', 'rebuild'));
});

test('the first step that comes too early is named, with what its author says to it', () => {
  expect(graded(question, order('fence', 'promote', 'apply', 'lead', 'follow', 'rebuild'))).toEqual({
    right: false,
    remarks: [
      [undefined, 'The first step is right; it goes wrong at the second.'],
      ['promote', 'Too early.'],
    ],
  });
  expect(graded(question, order('fence', 'apply', 'promote', 'lead', 'rebuild', 'follow'))).toEqual({
    right: false,
    remarks: [
      [undefined, 'The first 4 steps are right; then it goes wrong.'],
      ['rebuild', 'Too early. Not before there is a primary.'],
    ],
  });
});

test('an order that leaves a step out, has one twice or a strange one is wrong', () => {
  for (const texts of [
    ['fence', 'apply', 'promote', 'lead', 'follow'],
    ['fence', 'fence', 'apply', 'promote', 'lead', 'follow', 'rebuild'],
    ['fence', 'apply', 'promote', 'lead', 'follow', 'nonsense'],
    [],
  ])
    expect(grade(question, order(...texts)).right).toBe(false);
});

/** Numbered steps of the given ranks, such as 1 1 2. */
const numbered = (ranks: readonly number[]): Question =>
  asked(ranks.map((rank, index) => `${rank}. step ${index}`).join('\n')).question;

test('the offered order is never right, and always the same', () => {
  const ranks = fc
    .array(fc.nat(3), { minLength: 3, maxLength: 8 })
    .map((numbers) => numbers.toSorted())
    .filter((numbers) => new Set(numbers).size > 1);
  fc.assert(
    fc.property(ranks, (given) => {
      const one = numbered(given);
      const offered = itemsOf(one.asks).map(({ id }) => id);
      expect(one.problem).toBeUndefined();
      expect(new Set(offered).size).toBe(given.length);
      expect(grade(one, { form: 'ordered', order: offered }).right).toBe(false);
      expect(itemsOf(numbered(given).asks)).toEqual(itemsOf(one.asks));
    }),
  );
});

test('an order is right exactly when no step stands before one of a lower rank', () => {
  const ranks = [1, 2, 2, 3, 3];
  const one = numbered(ranks);
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (places) => {
      const given = places.map((place) => idOf(one, `step ${place}`));
      const sorted = places.every(
        (place, at) => at === 0 || (ranks[places[at - 1] ?? 0] ?? 0) <= (ranks[place] ?? 0),
      );
      expect(grade(one, { form: 'ordered', order: given }).right).toBe(sorted);
    }),
  );
});

describe('what cannot be asked', () => {
  test.each([
    ['1. a\n2. b', 'q.md:9:1: There are too few steps to put in order: write at least 3.'],
    [
      '1. a\n1. b\n1. c',
      'q.md:9:1: All steps have the same number, so any order is right: number them 1, 2, 3; only steps that may be swapped share one.',
    ],
    ['1. a\n3. b\n2. c', 'q.md:11:1: Step 2 comes after step 3: write the steps in the right order.'],
    ['1. a\n2. <!-- b -->\n3. c', 'q.md:10:1: This step says nothing: write its text after the number.'],
    [
      '1. a\n2. b\n3. c\n\nThen:\n\n1. d\n2. e',
      'q.md:15:1: A second numbered list: only the steps to put in order are numbered; begin the others with "-".',
    ],
  ])('%j', (answer, sentence) => {
    const { said, question: unfit } = asked(answer);
    expect(said).toEqual([sentence]);
    expect(unfit.problem).toBeDefined();
  });
});

test('a numbered list in a question with choices belongs to the question', () => {
  const { question: choice, said } = asked('1. one\n2. two\n3. three\n\n- [x] yes\n- [ ] no');
  expect([choice.type, said]).toEqual(['single-choice', []]);
});
