/**
 * The one place where a meaning becomes a colour. Only the 16 colours of the terminal's own palette, never a
 * background and never the bright half, so that dark and light windows both stay readable.
 */
import { toAscii } from '../text/ascii.ts';
import { cells, takeCells } from '../text/cells.ts';
import { plainLine } from '../text/plain-text.ts';
import type { Row, Tone } from '../text/row.ts';

const SGR: Readonly<Record<Tone, readonly [on: string, off: string]>> = {
  plain: ['', ''],
  strong: ['\x1b[1m', '\x1b[22m'],
  dim: ['\x1b[2m', '\x1b[22m'],
  accent: ['\x1b[36m', '\x1b[39m'],
  good: ['\x1b[32m', '\x1b[39m'],
  bad: ['\x1b[31m', '\x1b[39m'],
  warn: ['\x1b[33m', '\x1b[39m'],
};

/** How a row is written: with colour or without, in ASCII or not. */
export interface Paint {
  readonly colour: boolean;
  readonly ascii: boolean;
}

/** Text in one tone with its escape sequences. */
function toned(text: string, tone: Tone): string {
  const [on, off] = SGR[tone];
  return on === '' || text === '' ? text : `${on}${text}${off}`;
}

/** A row as a line for the terminal, never wider than `width`; safe whatever its text was. */
export function paintRow(row: Row, paint: Paint, width = Number.POSITIVE_INFINITY): string {
  let line = '';
  let left = width;
  for (const { text, tone } of row) {
    if (left <= 0) break;
    const cut = cutTo(readable(text, paint.ascii), left);
    left -= cells(cut);
    line += paint.colour ? toned(cut, tone) : cut;
  }
  return line;
}

function readable(text: string, ascii: boolean): string {
  const clean = plainLine(text).normalize('NFC');
  return ascii ? toAscii(clean) : clean;
}

function cutTo(text: string, width: number): string {
  return cells(text) <= width ? text : takeCells(text, width);
}
