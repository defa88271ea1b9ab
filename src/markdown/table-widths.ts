import { cells } from '../text/cells.ts';

/**
 * Widths for a table's columns that fit into `room` together: as wide as their text wants (then it `fits`),
 * else the widest give way first, but none below its longest word while others have more to give.
 */
export function columnWidths(
  columns: readonly (readonly string[])[],
  room: number,
): { readonly widths: readonly number[]; readonly fits: boolean } {
  const wanted = columns.map((texts) => widest(texts.flatMap((text) => text.split('\n'))));
  const words = columns.map((texts) => widest(texts.flatMap((text) => text.split(/\s+/))));
  const widths = [...wanted];
  let over = sum(widths) - room;
  const fits = over <= 0;
  for (; over > 0; over--) {
    const yields =
      widestAbove(widths, words) ??
      widestAbove(
        widths,
        widths.map(() => 1),
      );
    if (yields === undefined) break;
    widths[yields] = (widths[yields] ?? 1) - 1;
  }
  return { widths, fits };
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, cells(text)), 1);
}

/** The widest column that is still above its floor. */
function widestAbove(widths: readonly number[], floors: readonly number[]): number | undefined {
  let found: number | undefined;
  for (const [index, width] of widths.entries()) {
    if (width > (floors[index] ?? 1) && (found === undefined || width > (widths[found] ?? 0))) found = index;
  }
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
