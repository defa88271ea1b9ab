import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GtidSet } from '../../src/simulator/components/gtid-set.ts';

const rows = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });

function setOf(numbers: readonly number[]): GtidSet {
  const set = new GtidSet();
  for (const row of numbers) set.add(row);
  return set;
}

const ascending = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

describe('a set of rows', () => {
  it('holds what was added, in whatever order and however often', () => {
    fc.assert(
      fc.property(rows, (added) => {
        const set = setOf(added);
        const held = new Set(added);
        expect(set.size).toBe(held.size);
        expect(set.last).toBe(Math.max(0, ...added));
        for (let row = 1; row <= 41; row++) expect(set.has(row)).toBe(held.has(row));
        for (const row of held) {
          let end = row;
          while (held.has(end + 1)) end++;
          expect(set.endOfRange(row)).toBe(end);
        }
      }),
    );
  });

  it('is compared with another row by row', () => {
    fc.assert(
      fc.property(rows, rows, (some, others) => {
        const lacking = ascending(new Set(some.filter((row) => !others.includes(row))));
        expect(setOf(some).minus(setOf(others))).toEqual(lacking);
        expect(setOf(some).isWithin(setOf(others))).toBe(lacking.length === 0);
      }),
    );
  });

  it('is apart from its copy', () => {
    const set = setOf([1, 2, 5]);
    const copy = set.copy();
    set.add(3);
    expect(copy.has(3)).toBe(false);
    expect(copy.minus(setOf([]))).toEqual([1, 2, 5]);
    expect(copy.size).toBe(3);
  });
});
