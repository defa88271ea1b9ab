import stringWidth from 'string-width';
import { toAscii } from './ascii.ts';
import { plainLine } from './plain-text.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const printableAscii = /^[\x20-\x7e]*$/;
/** Characters that are one code unit each, whatever stands beside them: Latin, signs and boxes, kana, Han, Hangul. */
const oneUnitEach =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2bff\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]*$/;
const widths = new Map<string, number>();
const mostRemembered = 2000;
/** Longer ones are measured each time: what is remembered must not grow with what authors write. */
const longestRemembered = 40;

/** What a text takes up on a screen, in cells. */
export function cells(text: string): number {
  if (printableAscii.test(text)) return text.length;
  let sum = 0;
  for (const one of eachCharacter(text)) sum += cellsOf(one);
  return sum;
}

/** How many cells the longest of some words takes with so many behind it: what a column of them is wide. */
export function columnOf(words: readonly string[], gap: number): number {
  return Math.max(0, ...words.map(cells)) + gap;
}

/** The same of one character, as a reader would call it one. */
function cellsOf(character: string): number {
  if (character.length > longestRemembered) return stringWidth(character);
  let width = widths.get(character);
  if (width === undefined) {
    if (widths.size > mostRemembered) widths.clear();
    width = stringWidth(character);
    widths.set(character, width);
  }
  return width;
}

/** The text as its characters, each one that a reader would call one. */
export function characters(text: string): string[] {
  return [...eachCharacter(text)];
}

/** The same one by one, for those who stop before the end. */
function eachCharacter(text: string): Iterable<string> {
  return oneUnitEach.test(text) ? text : segmented(text);
}

/** Every segment that V8 gives back holds a copy of the whole text: a long one is segmented a piece at a time. */
const PIECE = 200;

function* segmented(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const segments = [...graphemes.segment(text.slice(at, at + PIECE))];
    // the last one may go on behind the piece
    if (at + PIECE < text.length && segments.length > 1) segments.pop();
    for (const { segment } of segments) {
      yield segment;
      at += segment.length;
    }
  }
}

/** Text of a course is untrusted: nothing that moves a cursor gets through; in ASCII nothing above byte 126. */
export function clean(text: string, ascii: boolean): string {
  if (printableAscii.test(text)) return text;
  const printable = plainLine(text);
  return ascii ? toAscii(printable) : printable;
}

/** The text cut to at most `width` cells, the cut marked with the glyph given. */
export function shorten(text: string, width: number, mark: string): string {
  if (cells(text) <= width) return text;
  if (width < cells(mark) + 1) return takeCells(text, Math.max(0, width));
  return takeCells(text, width - cells(mark)).trimEnd() + mark;
}

/** As many whole characters as fit. */
export function takeCells(text: string, width: number): string {
  if (printableAscii.test(text)) return text.slice(0, Math.max(0, width));
  let length = 0;
  let used = 0;
  for (const one of eachCharacter(text)) {
    used += cellsOf(one);
    if (used > width) break;
    length += one.length;
  }
  return text.slice(0, length);
}

/** The longest variant that fits, else the last one, cut. */
export function longestThatFits(variants: readonly string[], width: number, mark: string): string {
  for (const variant of variants) if (cells(variant) <= width) return variant;
  return shorten(variants.at(-1) ?? '', width, mark);
}
