import stringWidth from 'string-width';
import { plainLine } from './plain-text.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const printableAscii = /^[\x20-\x7e]*$/;
const widths = new Map<string, number>();
/** Longer texts are measured each time: what is remembered must not grow with what authors write. */
const longestRemembered = 40;

/** What a text takes up on a screen, in cells. */
export function cells(text: string): number {
  if (printableAscii.test(text)) return text.length;
  if (text.length > longestRemembered) return stringWidth(text);
  let width = widths.get(text);
  if (width === undefined) {
    if (widths.size > 2000) widths.clear();
    width = stringWidth(text);
    widths.set(text, width);
  }
  return width;
}

/** Every segment that V8 gives back holds a copy of the whole text: a long one is segmented a piece at a time. */
const PIECE = 200;

/** The text as its characters, each one that a reader would call one. */
export function characters(text: string): string[] {
  if (printableAscii.test(text)) return text.split('');
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + PIECE);
    const segments = [...graphemes.segment(piece)].map(({ segment }) => segment);
    // the last one may go on behind the piece
    if (at + PIECE < text.length && segments.length > 1) segments.pop();
    for (const segment of segments) {
      found.push(segment);
      at += segment.length;
    }
  }
  return found;
}

/** Text of a course is untrusted: nothing that moves a cursor gets through; in ASCII nothing above byte 126. */
export function clean(text: string, ascii: boolean): string {
  if (printableAscii.test(text)) return text;
  const printable = plainLine(text);
  return ascii ? toAscii(printable) : printable;
}

const asciiOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '✓': 'ok',
    '✗': 'x',
    '◐': '~',
    '·': '.',
    '▸': '>',
    '▶': '>',
    '→': '->',
    '…': '~',
    '╌': '-',
    '–': '-',
    '—': '-',
  }),
);

function toAscii(text: string): string {
  return characters(text)
    .map((one) => (printableAscii.test(one) ? one : (asciiOf.get(one) ?? '?'.repeat(cells(one)))))
    .join('');
}

/** The text cut to at most `width` cells, the cut marked with the glyph given. */
export function shorten(text: string, width: number, mark: string): string {
  if (cells(text) <= width) return text;
  if (width < cells(mark) + 1) return takeCells(text, Math.max(0, width));
  return takeCells(text, width - cells(mark)).trimEnd() + mark;
}

/** As many whole characters as fit. */
export function takeCells(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const one of characters(text)) {
    used += cells(one);
    if (used > width) break;
    taken += one;
  }
  return taken;
}

/** The longest variant that fits, else the last one, cut. */
export function longestThatFits(variants: readonly string[], width: number, mark: string): string {
  for (const variant of variants) if (cells(variant) <= width) return variant;
  return shorten(variants.at(-1) ?? '', width, mark);
}
