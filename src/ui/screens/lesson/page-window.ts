/** The part of a page that fits into the window, and the pointer at one of its runs. */
import { lesson as words } from '../../../messages/lesson.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { ends, gap, rowText, rowWidth } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { scrolled, scrollWindow } from '../../widgets/scroll.ts';
import { type PageLayout, proseWidth, roomOf } from './page-layout.ts';

/** The page's rows, with the pointer and its key at the chosen run. */
export function pointedRows({ rows, runs }: PageLayout, chosen: number, context: Context): readonly Row[] {
  const pointed = runs[chosen]?.row;
  return rows.map((row, index) => (index === pointed ? runRow(row, context) : row));
}

/** What is seen of rows from one on; the last says how many are below. */
export function windowRows(rows: readonly Row[], first: number, context: Context): readonly Row[] {
  const room = roomOf(context);
  const top = scrolled(first, 0, rows.length, room);
  const below = rows.length - top - room;
  const seen = scrollWindow(rows, top, room);
  if (below <= 0) return seen;
  return [
    ...seen.slice(0, -1),
    [gap(1), span(`${context.glyphs.more} ${words.moreBelow(below + 1)}`, 'dim')],
  ];
}

/** The first line of a run, with the pointer and its key. */
function runRow(row: Row, context: Context): Row {
  const text = rowText(row).trimStart();
  const left = [gap(1), span(`${context.glyphs.pointer} `, 'accent'), span(text, 'accent')];
  return rowWidth(left) + 7 > proseWidth(context)
    ? left
    : ends(left, [span('Enter', 'strong')], proseWidth(context) + 1, context.glyphs.ellipsis);
}
