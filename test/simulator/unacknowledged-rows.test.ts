import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnacknowledgedRows } from '../../src/simulator/unacknowledged-rows.ts';
import { retained, total } from './retained.ts';

describe('unacknowledged rows', () => {
  it('are a set', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 4000, max: 4200 }))), (steps) => {
        const rows = new UnacknowledgedRows();
        const set = new Set<number>();
        for (const [adds, row] of steps) {
          if (!adds) expect(rows.delete(row)).toBe(set.delete(row));
          else if (!set.has(row)) {
            rows.add(row);
            set.add(row);
          }
        }
        for (let row = 3990; row < 4210; row++) expect(rows.has(row)).toBe(set.has(row));
      }),
    );
  });

  it('leave nothing behind when they are acknowledged, in whatever order', () => {
    const rows = new UnacknowledgedRows();
    const empty = total(retained(rows));
    for (let row = 1; row <= 100_000; row++) {
      rows.add(row);
      if (row > 7) rows.delete(row - (row % 7 === 0 ? 0 : 7));
    }
    for (let row = 1; row <= 100_000; row++) rows.delete(row);
    expect(total(retained(rows))).toBe(empty);
  });

  it('are a bit each when they stay', () => {
    const rows = new UnacknowledgedRows();
    for (let row = 1; row <= 100_000; row += 3) rows.add(row);
    expect(total(retained(rows))).toBeLessThan(100);
  });
});
