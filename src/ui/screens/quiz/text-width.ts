import type { Context } from '../../screen.ts';

/** Lines longer than this are hard to read. */
const WIDEST = 90;

/** Columns of a question's text. */
export function textWidth({ columns, widestText = WIDEST }: Context): number {
  return Math.min(widestText, columns - 2);
}
