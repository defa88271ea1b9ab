import { cells, characters } from '../../text/cells.ts';
import type { Row, Span, Tone } from '../../text/row.ts';
import { type Glyphs, Side } from './glyphs.ts';

const tones: readonly Tone[] = ['plain', 'strong', 'dim', 'accent', 'good', 'bad', 'warn'];
const codeOf = new Map(tones.map((tone, code) => [tone, code]));

/** A grid of character cells. A wide character stands in its first cell, the next one is then empty (''). */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #glyphs: string[];
  readonly #tones: Uint8Array;

  constructor(width: number, height: number, from?: Canvas) {
    this.width = width;
    this.height = height;
    this.#glyphs = from ? from.#glyphs.slice() : new Array<string>(width * height).fill(' ');
    this.#tones = from ? from.#tones.slice() : new Uint8Array(width * height);
  }

  copy(): Canvas {
    return new Canvas(this.width, this.height, this);
  }

  at(x: number, y: number): string {
    return this.inside(x, y) ? (this.#glyphs[y * this.width + x] ?? '') : '';
  }

  inside(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.width && y < this.height;
  }

  /** Sets one cell; what is outside is left out. */
  set(x: number, y: number, glyph: string, tone: Tone): void {
    if (!this.inside(x, y)) return;
    this.#glyphs[y * this.width + x] = glyph;
    this.#tones[y * this.width + x] = codeOf.get(tone) ?? 0;
  }

  /** Writes a text from a cell to the right. */
  write(x: number, y: number, text: string, tone: Tone): void {
    let column = x;
    for (const one of characters(text)) {
      const width = cells(one);
      if (width === 0) continue;
      this.set(column, y, one, tone);
      if (width === 2) this.set(column + 1, y, '', tone);
      column += width;
    }
  }

  /** The border of a box. */
  box(x: number, y: number, width: number, height: number, glyphs: Glyphs, tone: Tone): void {
    const { north, east, south, west } = Side;
    const right = x + width - 1;
    const bottom = y + height - 1;
    for (let column = x + 1; column < right; column++) {
      this.set(column, y, glyphs.line[east + west] ?? '', tone);
      this.set(column, bottom, glyphs.line[east + west] ?? '', tone);
    }
    for (let row = y + 1; row < bottom; row++) {
      this.set(x, row, glyphs.line[north + south] ?? '', tone);
      this.set(right, row, glyphs.line[north + south] ?? '', tone);
    }
    this.set(x, y, glyphs.line[east + south] ?? '', tone);
    this.set(right, y, glyphs.line[south + west] ?? '', tone);
    this.set(x, bottom, glyphs.line[north + east] ?? '', tone);
    this.set(right, bottom, glyphs.line[north + west] ?? '', tone);
  }

  /** The rows as spans of one tone each, blanks at the end left out. */
  rows(): Row[] {
    const rows: Row[] = [];
    for (let y = 0; y < this.height; y++) rows.push(this.#row(y * this.width));
    return rows;
  }

  #row(start: number): Row {
    let end = start + this.width;
    while (end > start && this.#glyphs[end - 1] === ' ') end--;
    const spans: Span[] = [];
    let text = '';
    let code = this.#tones[start] ?? 0;
    for (let cell = start; cell < end; cell++) {
      const glyph = this.#glyphs[cell] ?? '';
      const own = this.#tones[cell] ?? 0;
      // A blank has no colour, it goes with what stands before it.
      if (own !== code && glyph !== ' ') {
        if (text !== '') spans.push({ text, tone: tones[code] ?? 'plain' });
        text = '';
        code = own;
      }
      text += glyph;
    }
    if (text !== '') spans.push({ text, tone: tones[code] ?? 'plain' });
    return spans;
  }
}
