/**
 * Terminals disagree about how wide some characters are: emoji (the more so where several are joined), flags, skin
 * tones, keycaps, letters with marks. Ours is the width that a reader of Unicode expects; here a line is written so
 * that whatever the terminal makes of such a character, what follows stands in its column and nothing passes the last.
 */
import { cells, characters } from '../text/cells.ts';

const SGR = /\x1b\[[\d;:]*m/g;
// SGR, and the text between
const PARTS = /\x1b\[[\d;:]*m|[^\x1b]+/g;
/** As wide for everybody: Latin, Greek, Cyrillic, punctuation, arrows, boxes, then the scripts of East Asia. */
const CERTAIN =
  /^[ -~\u00a1-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25ff\u2713\u2717]$/;
const CERTAIN_AND_WIDE = /^[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]$/;
const NARROW_LINE = new RegExp(`^(?:${SGR.source}|${CERTAIN.source.slice(1, -1)})*$`);

/** The line cut to the columns of the window; `row` is where it stands, counted from 1. */
export function fitLine(line: string, row: number, columns: number): string {
  if (NARROW_LINE.test(line) && line.replace(SGR, '').length <= columns) return line;
  let fitted = '';
  let column = 0;
  for (const [part] of line.matchAll(PARTS)) {
    if (part.startsWith('\x1b')) fitted += part;
    else {
      for (const character of characters(part.normalize('NFC'))) {
        const width = cells(character);
        if (column + width > columns) return fitted;
        fitted += placed(character, width, { row, column, columns });
        column += width;
      }
    }
  }
  return fitted;
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

function placed(character: string, width: number, { row, column, columns }: Place): string {
  if (CERTAIN.test(character) || CERTAIN_AND_WIDE.test(character)) return character;
  // a mark with nothing to stand on
  if (width === 0) return '';
  const atMost = [...character].reduce((sum, part) => sum + Math.max(1, cells(part)), 0);
  if (column + atMost > columns) return ' '.repeat(width);
  const at = (place: number): string => (place < columns ? `\x1b[${row};${place + 1}H` : '');
  // spaces first, for a terminal that makes it narrower
  return ' '.repeat(width) + at(column) + character + at(column + width);
}
