import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// C0 and C1 controls, and the invisible characters that turn text round or have no width of their own.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
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

/** The text as its characters, each one that a reader would call one. */
export function characters(text: string): string[] {
  return printableAscii.test(text)
    ? text.split('')
    : [...graphemes.segment(text)].map((part) => part.segment);
}

/** Text of a course is untrusted: nothing that moves a cursor gets through; in ASCII nothing above byte 126. */
export function clean(text: string, ascii: boolean): string {
  if (printableAscii.test(text)) return text;
  const printable = text.replace(unprintable, '');
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
