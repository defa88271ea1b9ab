/** The footnotes of a lesson on its pages: each page has those that it refers to, from 1 in the order of their first mark. */
import type { Token, Tokens } from 'marked';
import { newlines } from '../markdown/words.ts';
import { courseMessages as say } from '../messages/course.ts';
import { lesson as words } from '../messages/lesson.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Place, Problems } from '../text/problem.ts';
import { type Definition, footnoteMark } from './footnote-definitions.ts';
import { readBlocks } from './markdown-body.ts';
import type { Footnote } from './model.ts';

/** Of a whole lesson: each is read as markdown. */
const mostOfLesson = 200;
/** With so many of the longest, what a key opens is as long as the longest page. */
const mostOfPage = 50;
/** Characters of one. */
const longest = 1_000;
/** Marks without a footnote, and names that are taken, in one file: more of them say nothing new. */
const mostTold = 10;

const marks = new RegExp(footnoteMark, 'gu');

/** The block in which a mark stands, and the footnotes of its page. */
interface Spot {
  readonly block: Token;
  readonly line: number;
  readonly on: Footnote[];
}

/** The footnotes of a lesson while it is cut into pages. What is wrong with them is told. */
export class Footnotes {
  readonly #definitions = new Map<string, Definition>();
  readonly #read = new Map<string, Footnote>();
  readonly #bodyAt: Place;
  readonly #problems: Problems;
  #told = 0;

  /** @param bodyAt where the body begins that the definitions were taken from */
  constructor(definitions: readonly Definition[], bodyAt: Place, problems: Problems) {
    this.#bodyAt = bodyAt;
    this.#problems = problems;
    for (const definition of definitions) this.#define(definition);
  }

  #define(definition: Definition): void {
    const { name, text } = definition;
    const at = this.#placeOf(definition);
    const first = this.#definitions.get(name);
    if (first !== undefined) {
      if (++this.#told > mostTold) return;
      this.#problems.error(at, 'footnote-twice', say.footnoteTwice(name, this.#placeOf(first).line));
    } else if (this.#definitions.size >= mostOfLesson) {
      this.#problems.error(this.#bodyAt, 'footnote-limit', say.tooManyFootnotes(mostOfLesson));
    } else {
      this.#definitions.set(name, definition);
      if (text === '') this.#problems.error(at, 'footnote-empty', say.footnoteEmpty(name));
      if (text.length > longest) {
        this.#problems.error(at, 'footnote-limit', say.footnoteTooLong(name, text.length, longest));
      }
    }
  }

  /** Makes the marks in a block into numbers of its page, whose footnotes are `on`: those that are new there join them. */
  number(block: Token, line: number, on: Footnote[]): void {
    this.#numberIn(block, { block, line, on });
  }

  #numberIn(token: Token, spot: Spot): void {
    if (token.type === 'list') {
      for (const item of (token as Tokens.List).items) this.#numberIn(item, spot);
    } else if (token.type === 'table') {
      const { header, rows } = token as Tokens.Table;
      for (const cell of [header, ...rows].flat()) cell.tokens = this.#numbered(cell.tokens, spot);
    } else if ('tokens' in token && token.tokens !== undefined) {
      token.tokens = this.#numbered(token.tokens, spot);
    }
  }

  #numbered(tokens: readonly Token[], spot: Spot): Token[] {
    return tokens.flatMap((token) => {
      if (token.type === 'text' && token.tokens === undefined)
        return this.#parted(token as Tokens.Text, spot);
      this.#numberIn(token, spot);
      return [token];
    });
  }

  /** A text, and the marks that stood in it. One without a footnote stays as it was written. */
  #parted(token: Tokens.Text, spot: Spot): Token[] {
    const parts: Token[] = [];
    let from = 0;
    const textTo = (to: number): void => {
      const text = token.text.slice(from, to);
      if (text !== '') parts.push({ ...token, raw: text, text });
    };
    for (const { 0: raw, 1: name = '', index } of token.text.matchAll(marks)) {
      const number = this.#numberOf(name.toLowerCase(), raw, spot);
      if (number === undefined) continue;
      textTo(index);
      parts.push({ type: 'footnote', raw, text: words.footnote(number) });
      from = index + raw.length;
    }
    textTo(token.text.length);
    return parts;
  }

  #numberOf(name: string, raw: string, spot: Spot): number | undefined {
    const footnote = this.#footnote(name);
    if (footnote === undefined) {
      this.#tellUndefined(name, raw, spot);
      return undefined;
    }
    const { on, line } = spot;
    const at = on.indexOf(footnote);
    if (at >= 0) return at + 1;
    if (on.length < mostOfPage) return on.push(footnote);
    const place = { ...this.#bodyAt, line };
    this.#problems.error(place, 'footnote-limit', say.tooManyFootnotesOnPage(mostOfPage));
    return undefined;
  }

  /** A footnote by its name, read when a page first refers to it. */
  #footnote(name: string): Footnote | undefined {
    const known = this.#read.get(name);
    const definition = this.#definitions.get(name);
    if (known !== undefined || definition === undefined) return known;
    const at = this.#placeOf(definition);
    const text = definition.text.slice(0, longest);
    const { blocks, refused } = readBlocks(text, at, this.#problems);
    const tokens: Token[] = refused ? [{ type: 'text', raw: text, text }] : blocks.map(({ token }) => token);
    const footnote = { tokens, line: at.line };
    this.#read.set(name, footnote);
    return footnote;
  }

  #tellUndefined(name: string, raw: string, { block, line }: Spot): void {
    if (++this.#told > mostTold) return;
    const before = block.raw.replace(/^\n+/, '').split(raw, 1).join('');
    const at = {
      ...this.#bodyAt,
      line: line + newlines(before),
      column: before.length - before.lastIndexOf('\n'),
    };
    const nearest = nearestWord(name, this.#definitions.keys());
    this.#problems.error(at, 'footnote-undefined', say.footnoteUndefined(name, nearest));
  }

  /** Tells of those that no page has referred to. */
  tellUnused(): void {
    for (const definition of this.#definitions.values()) {
      if (this.#read.has(definition.name)) continue;
      const message = say.footnoteUnused(definition.name);
      this.#problems.warning(this.#placeOf(definition), 'footnote-unused', message);
    }
  }

  #placeOf({ line }: Definition): Place {
    return { ...this.#bodyAt, line: this.#bodyAt.line + line };
  }
}
