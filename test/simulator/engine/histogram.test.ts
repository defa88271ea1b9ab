import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from '../../../src/simulator/engine/histogram.ts';

const values = fc.array(fc.integer({ min: 0, max: 4_000_000_000 }), { minLength: 1, maxLength: 200 });

function of(numbers: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const number of numbers) histogram.add(number);
  return histogram;
}

describe('a histogram', () => {
  it('knows every quantile to one part in 64', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, q) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(q * sorted.length)) - 1] ?? 0;
        const found = of(numbers).quantile(q) ?? -1;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact / 64 + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('is exact for small values, and for its count, mean and maximum', () => {
    const histogram = of([1, 2, 3, 100, 127]);
    expect(histogram.quantile(0.5)).toBe(3);
    expect(histogram.quantile(1)).toBe(127);
    expect([histogram.count, histogram.sum, histogram.max, histogram.mean]).toEqual([5, 233, 127, 46.6]);
  });

  it('gives, added to another, what one for both would have given', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const both = of(a);
        both.addAll(of(b));
        const whole = of([...a, ...b]);
        expect([both.count, both.sum, both.max]).toEqual([whole.count, whole.sum, whole.max]);
        for (const q of [0, 0.1, 0.5, 0.95, 0.99, 1]) expect(both.quantile(q)).toBe(whole.quantile(q));
      }),
    );
  });

  it('knows nothing when it is empty, and after it was cleared', () => {
    expect(new Histogram().quantile(0.5)).toBeUndefined();
    expect(new Histogram().mean).toBeUndefined();
    const histogram = of([5, 6]);
    histogram.clear();
    expect([histogram.count, histogram.quantile(0.5), histogram.mean]).toEqual([0, undefined, undefined]);
  });

  it('never says more than the maximum', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        expect(of(numbers).quantile(1)).toBeLessThanOrEqual(Math.max(...numbers));
      }),
    );
  });
});
