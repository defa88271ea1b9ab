/** Numbers as columns of block characters, one column a number. */

const BLOCKS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ASCII_BLOCKS = [' ', '.', ':', '-', '=', '+', '*', '#', '#'];
const STEPS = 8;

/**
 * The rows of a chart, the highest first. Nothing is drawn for 0, and anything more is seen, however little.
 *
 * @param scale the value that fills the whole height
 * @param height rows
 */
export function barRows(
  values: readonly number[],
  scale: number,
  height: number,
  ascii: boolean,
): readonly string[] {
  const blocks = ascii ? ASCII_BLOCKS : BLOCKS;
  const most = height * STEPS - 1;
  const levels = values.map((value) =>
    value <= 0 ? 0 : Math.max(1, Math.min(most, Math.round((value / scale) * most))),
  );
  return Array.from({ length: height }, (_, row) => {
    const below = (height - 1 - row) * STEPS;
    return levels.map((level) => blocks[Math.max(0, Math.min(STEPS, level - below))] ?? ' ').join('');
  });
}
