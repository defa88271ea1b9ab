import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ItemStatistics } from '../../../src/learner/class/item-statistics.ts';

/** Pearson's correlation, the long way. */
function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((a, b) => a + b, 0) / all.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const products = (a: readonly number[], am: number, b: readonly number[], bm: number) =>
    a.reduce((sum, x, index) => sum + (x - am) * ((b[index] ?? 0) - bm), 0);
  return products(xs, mx, ys, my) / Math.sqrt(products(xs, mx, xs, mx) * products(ys, my, ys, my));
}

test('discrimination is the correlation of this question with the others', () => {
  const learner = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(fc.array(learner, { minLength: 10, maxLength: 60 }), (learners) => {
      const statistics = new ItemStatistics();
      for (const [right, rest] of learners) statistics.take(right, undefined, rest / 20);
      const expected = correlation(
        learners.map(([right]) => (right ? 1 : 0)),
        learners.map(([, rest]) => rest / 20),
      );
      const { discrimination } = statistics;
      if (discrimination === undefined) expect(Number.isNaN(expected)).toBe(true);
      else expect(discrimination).toBeCloseTo(expected, 6);
    }),
  );
});

test('of too few learners nothing is said', () => {
  const statistics = new ItemStatistics();
  for (let index = 0; index < 9; index++) statistics.take(index % 2 === 0, undefined, index / 9);
  expect(statistics.discrimination).toBeUndefined();
});

test('the most chosen wrong answer comes first; what was looked up is wrong, and chosen by nobody', () => {
  const statistics = new ItemStatistics();
  for (const answer of ['"b"', '"a"', '"b"', undefined]) statistics.take(false, answer, undefined);
  statistics.take(true, undefined, undefined);
  expect(statistics.wrong).toEqual([
    { answer: '"b"', count: 2 },
    { answer: '"a"', count: 1 },
  ]);
  expect([statistics.right, statistics.answered]).toEqual([1, 5]);
});
