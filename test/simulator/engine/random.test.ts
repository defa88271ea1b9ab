import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log } from '../../../src/simulator/engine/elementary.ts';
import { RandomStream } from '../../../src/simulator/engine/random.ts';

/** distance in units of the last place */
function ulps(a: number, b: number): number {
  return Math.abs(a - b) / (Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE) * Number.EPSILON);
}

const take = (n: number, draw: () => number) => Array.from({ length: n }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('logarithm and exponential', () => {
  it('are those of Math to the last bits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        // near 1 the logarithm is near 0: there the absolute error counts
        expect(
          Math.min(ulps(log(x), Math.log(x)), Math.abs(log(x) - Math.log(x)) / Number.EPSILON),
        ).toBeLessThan(4);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
        expect(ulps(exp(x), Math.exp(x))).toBeLessThan(16);
      }),
      { numRuns: 2000 },
    );
  });

  it('undo each other', () => {
    for (const x of [0.001, 0.5, 1, 2, 10, 1e6]) expect(exp(log(x)) / x).toBeCloseTo(1, 13);
    expect(log(1)).toBe(0);
    expect(exp(0)).toBe(1);
  });
});

describe('random streams', () => {
  it('are the same for the same seed and purpose, and others for others', () => {
    const draws = (seed: number, purpose: string) => {
      const stream = new RandomStream(seed, purpose);
      return take(20, () => stream.next());
    };
    expect(draws(7, 'arrivals')).toEqual(draws(7, 'arrivals'));
    expect(draws(7, 'arrivals')).not.toEqual(draws(8, 'arrivals'));
    expect(draws(7, 'arrivals')).not.toEqual(draws(7, 'clients'));
    expect(draws(2 ** 32 + 7, 'arrivals')).not.toEqual(draws(7, 'arrivals'));
  });

  it('have never changed: a run of old is still that run', () => {
    const stream = new RandomStream(1, 'arrivals');
    expect(take(4, () => stream.next())).toMatchInlineSnapshot(`
      [
        4173448359,
        621051036,
        671085024,
        494972764,
      ]
    `);
  });

  it('are uniform, strictly between 0 and 1', () => {
    const stream = new RandomStream(3, 'x');
    const values = take(100_000, () => stream.uniform());
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThan(0);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
    const bins = new Array<number>(20).fill(0);
    for (const value of values) bins[Math.floor(value * 20)] = (bins[Math.floor(value * 20)] ?? 0) + 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    // 19 degrees of freedom: 99.9 % lie below 43.8
    expect(chiSquare).toBeLessThan(43.8);
  });

  it('draw exponential and normal numbers with the right mean and spread', () => {
    const stream = new RandomStream(5, 'x');
    const n = 100_000;
    const waits = take(n, () => stream.exponential(250));
    expect(Math.abs(mean(waits) - 250)).toBeLessThan((3 * 250) / Math.sqrt(n));
    const normals = take(n, () => stream.normal());
    expect(Math.abs(mean(normals))).toBeLessThan(3 / Math.sqrt(n));
    expect(Math.abs(mean(normals.map((x) => x * x)) - 1)).toBeLessThan((3 * Math.SQRT2) / Math.sqrt(n));
  });

  it('draw whole numbers below n, all of them', () => {
    const stream = new RandomStream(6, 'x');
    expect([...new Set(take(1000, () => stream.below(6)))].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('give nothing a chance of 0, and draw nothing for it', () => {
    const stream = new RandomStream(9, 'x');
    const other = new RandomStream(9, 'x');
    expect(stream.chance(0)).toBe(false);
    expect(stream.next()).toBe(other.next());
    expect(stream.chance(1)).toBe(true);
  });

  it('shuffle without losing anything, each order as often', () => {
    const stream = new RandomStream(4, 'x');
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = stream.shuffled(['a', 'b', 'c']).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
