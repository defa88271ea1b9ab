import stringWidth from 'string-width';

/**
 * Widths for a table's columns that fit into `room` together: as wide as their text wants,
 * else the widest give way first, but none below its longest word while others have more to give.
 */
export function columnWidths(columns: readonly (readonly string[])[], room: number): number[] {
  const wanted = columns.map((cells) => Math.max(1, ...cells.map((cell) => stringWidth(cell))));
  const words = columns.map((cells) =>
    Math.max(1, ...cells.flatMap((cell) => cell.split(/\s+/).map((word) => stringWidth(word)))),
  );
  const widths = [...wanted];
  for (let over = sum(widths) - room; over > 0; over--) {
    const yields =
      widest(widths, words) ??
      widest(
        widths,
        widths.map(() => 1),
      );
    if (yields === undefined) break;
    widths[yields] = (widths[yields] ?? 1) - 1;
  }
  return widths;
}

/** The widest column that is still above its floor. */
function widest(widths: readonly number[], floors: readonly number[]): number | undefined {
  let found: number | undefined;
  for (const [index, width] of widths.entries()) {
    if (width > (floors[index] ?? 1) && (found === undefined || width > (widths[found] ?? 0))) found = index;
  }
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
