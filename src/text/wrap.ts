/** Spans broken into rows. Every character is measured once, so that no text is slow. */
import { cells, characters } from './cells.ts';
import type { Row, Span } from './row.ts';

/** What is done with a word that is wider than a row. */
export type LongWords = 'broken' | 'whole';

/**
 * The spans as rows of at most `width` cells, broken at spaces, and at `\n` where a text has one. Spaces at a break are
 * gone. A longer word is broken wherever the row is full, or left whole for those who copy it.
 */
export function wrapRow(spans: Row, width: number, longWords: LongWords = 'broken'): readonly Row[] {
  const wrapping = new Wrapping(Math.max(1, width), longWords);
  for (const { text, tone } of spans) {
    // spaces, line ends and words, in turn
    for (const [piece] of text.matchAll(/ +|\n|[^ \n]+/g)) {
      if (piece === '\n') wrapping.endRow();
      else if (piece.startsWith(' ')) wrapping.space({ text: piece, tone });
      else wrapping.wordPart({ text: piece, tone });
    }
  }
  return wrapping.finish();
}

interface Measured {
  readonly spans: Span[];
  width: number;
}

function nothing(): Measured {
  return { spans: [], width: 0 };
}

class Wrapping {
  readonly #width: number;
  readonly #longWords: LongWords;
  readonly #rows: Row[] = [];
  #row = nothing();
  /** spaces after the row: they are kept only when a word follows on it */
  #gap = nothing();
  /** a word, which may go over several spans */
  #word = nothing();

  constructor(width: number, longWords: LongWords) {
    this.#width = width;
    this.#longWords = longWords;
  }

  wordPart(span: Span): void {
    add(this.#word, span);
  }

  space(span: Span): void {
    this.#placeWord();
    if (this.#row.width > 0) add(this.#gap, span);
  }

  endRow(): void {
    this.#placeWord();
    this.#newRow();
  }

  finish(): readonly Row[] {
    this.endRow();
    return this.#rows;
  }

  #newRow(): void {
    this.#rows.push(this.#row.spans);
    this.#row = nothing();
    this.#gap = nothing();
  }

  #placeWord(): void {
    const word = this.#word;
    if (word.spans.length === 0) return;
    this.#word = nothing();
    const fits = (): boolean => this.#row.width + this.#gap.width + word.width <= this.#width;
    if (!fits() && !(this.#isBroken(word) && this.#beginsBest(word)) && this.#row.width > 0) this.#newRow();
    for (const span of this.#gap.spans) add(this.#row, span);
    this.#gap = nothing();
    if (fits() || !this.#isBroken(word)) for (const span of word.spans) add(this.#row, span);
    else this.#break(word);
  }

  #isBroken(word: Measured): boolean {
    return this.#longWords === 'broken' && word.width > this.#width;
  }

  /** Whether a word that must be broken anyway takes fewer rows if it begins on this one. */
  #beginsBest(word: Measured): boolean {
    const left = this.#width - this.#row.width - this.#gap.width;
    if (left <= 0) return false;
    const rowsFromHere = 1 + Math.ceil((word.width - left) / this.#width);
    return rowsFromHere <= Math.ceil(word.width / this.#width);
  }

  #break(word: Measured): void {
    for (const { text, tone } of word.spans) {
      let part = '';
      let used = this.#row.width;
      for (const character of characters(text)) {
        const width = cells(character);
        if (used > 0 && used + width > this.#width) {
          if (part !== '') add(this.#row, { text: part, tone });
          this.#newRow();
          part = '';
          used = 0;
        }
        part += character;
        used += width;
      }
      if (part !== '') add(this.#row, { text: part, tone });
    }
  }
}

function add(to: Measured, span: Span): void {
  to.width += cells(span.text);
  const last = to.spans.at(-1);
  if (last?.tone === span.tone)
    to.spans[to.spans.length - 1] = { text: last.text + span.text, tone: span.tone };
  else to.spans.push(span);
}
