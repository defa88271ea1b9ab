import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barRows } from '../../../src/ui/screens/simulator/bars.ts';

describe('bars', () => {
  it('draw nothing for nothing, and something for anything', () => {
    expect(barRows([0, 0.001, 50, 100], 100, 1, false)).toEqual([' ▁▄▇']);
    expect(barRows([0, 0.001, 50, 100], 100, 1, true)).toEqual([' .=#']);
  });

  it('fill a row before they begin the one above', () => {
    expect(barRows([20, 100], 100, 2, false)).toEqual([' ▇', '▃█']);
  });

  it('are higher for more, and as many as the numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (values, height) => {
          const rows = barRows(values, 1000, height, false);
          expect(rows.map((row) => row.length)).toEqual(Array.from({ length: height }, () => values.length));
          const heights = values.map((_, column) =>
            rows.reduce((sum, row) => sum + ' ▁▂▃▄▅▆▇█'.indexOf(row[column] ?? ' '), 0),
          );
          for (const [i, a] of values.entries())
            for (const [j, b] of values.entries())
              if (a > b) expect(heights[i]).toBeGreaterThanOrEqual(heights[j] ?? 0);
        },
      ),
    );
  });
});
