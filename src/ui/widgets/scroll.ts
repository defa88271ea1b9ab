/** A window over more rows than there is room for. */
import type { Row } from '../../text/row.ts';
import { height } from '../../text/row-layout.ts';

/** The largest first row that still fills the window. */
export function lastTop(count: number, room: number): number {
  return Math.max(0, count - room);
}

/** The first row moved by some rows, kept inside. */
export function scrolled(top: number, by: number, count: number, room: number): number {
  return Math.min(lastTop(count, room), Math.max(0, top + by));
}

/** The first row with which row `index` is seen, moving as little as possible. */
export function keepInSight(top: number, index: number, count: number, room: number): number {
  const lowest = Math.min(top, index);
  return scrolled(Math.max(lowest, index - room + 1), 0, count, room);
}

/** The rows of the window, filled up to its height. */
export function scrollWindow(rows: readonly Row[], top: number, room: number): readonly Row[] {
  return height(rows.slice(scrolled(top, 0, rows.length, room)), room);
}
