/** Rows of spans as building blocks: measured, cut, padded and set side by side. */
import { cells, takeCells } from './cells.ts';
import { plainLine } from './plain-text.ts';
import type { Row, Span, Tone } from './row.ts';
import { span } from './row.ts';
import { wrapRow } from './wrap.ts';

export const EMPTY: Row = [];

/** Columns that a text takes. */
export function widthOf(text: string): number {
  return cells(text);
}

/** Columns that a row takes. */
export function rowWidth(row: Row): number {
  return row.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** A row of one tone, or of what is given, without empty spans. */
export function row(...parts: readonly (string | Span)[]): Row {
  return parts
    .map((part) => (typeof part === 'string' ? span(part) : part))
    .filter(({ text }) => text !== '');
}

/** The text of a row without its tones. */
export function rowText(spans: Row): string {
  return spans.map(({ text }) => text).join('');
}

/** The same row, cut to a width; the last column says that something is missing. */
export function clipRow(spans: Row, width: number, ellipsis: string): Row {
  if (rowLength(startOf(spans, width)) === rowLength(spans)) return spans;
  return [...startOf(spans, width - widthOf(ellipsis)), span(ellipsis.slice(0, width), 'dim')];
}

/** The row moved to the left by some columns; the first column that is left says that something is missing. */
export function shiftedRow(spans: Row, columns: number, ellipsis: string): Row {
  if (columns <= 0 || spans.length === 0) return spans;
  const mark = span(ellipsis, 'dim');
  const rest: Span[] = [];
  let hidden = columns + widthOf(ellipsis);
  for (const { text, tone } of spans) {
    const gone = takeCells(text, hidden);
    hidden -= widthOf(gone);
    if (gone.length < text.length) rest.push({ text: text.slice(gone.length), tone });
  }
  return [mark, ...rest];
}

/** As much of a row as fits; what lies beyond is never measured. */
function startOf(spans: Row, width: number): Row {
  const start: Span[] = [];
  let left = width;
  for (const { text, tone } of spans) {
    const part = takeCells(text, left);
    if (part !== '') start.push({ text: part, tone });
    if (part.length < text.length) break;
    left -= widthOf(part);
  }
  return start;
}

function rowLength(spans: Row): number {
  return spans.reduce((sum, { text }) => sum + text.length, 0);
}

/** Spaces. */
export function gap(width: number): Span {
  return span(' '.repeat(Math.max(0, width)));
}

/** One row with something at its left and something at its right; the left gives way where both don't fit. */
export function ends(left: Row, right: Row, width: number, ellipsis: string): Row {
  const rightWidth = rowWidth(right);
  const room = width - rightWidth - (rightWidth > 0 ? 1 : 0);
  if (room < 8) return clipRow(left, width, ellipsis);
  const kept = clipRow(left, room, ellipsis);
  return [...kept, gap(width - rowWidth(kept) - rightWidth), ...right];
}

/** Every row moved to the right; empty ones stay empty. */
export function indent(rows: readonly Row[], columns: number): readonly Row[] {
  return rows.map((spans) => (spans.length === 0 ? spans : [gap(columns), ...spans]));
}

/** A text padded to a width; longer ones stay as they are. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** A plain text as rows of one tone, broken between words. */
export function wrapped(text: string, width: number, tone: Tone = 'plain'): readonly Row[] {
  return wrapRow([span(plainLine(text), tone)], width);
}

/** Exactly so many rows: cut or filled up with empty ones. */
export function height(rows: readonly Row[], count: number): readonly Row[] {
  return rows.length >= count
    ? rows.slice(0, count)
    : [...rows, ...Array.from({ length: count - rows.length }, () => EMPTY)];
}
