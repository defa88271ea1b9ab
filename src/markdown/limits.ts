/**
 * How much markdown is read. marked's time grows with the square of some texts, and nobody writes such texts by hand:
 * within these limits the worst page takes a tenth of a second (test/hostile/markdown.test.ts).
 */
import { markdownMessages as say } from '../messages/markdown.ts';

/** A page of a lesson, or a question of a quiz. */
const beginsPage = /^(?:## |<quiz>\s*$)/;

/** Characters under one `##`. */
export const longestPage = 64 * 1024;
/** Lines under one `##`: thousands of the smallest blocks cost more than their characters tell. */
const mostLines = 1_000;
/** Characters without an empty line between them. */
const longestBlock = 8_000;
/** Lines of one list item. */
const longestItem = 200;
/** Quotes and lists in each other; marked calls itself once a level. */
const deepest = 20;
const furthestIndent = 100;
/** Rows times columns of one table. */
const mostCells = 10_000;
/** Characters of one paragraph, list item or cell times the marks of emphasis and addresses in it. */
const mostWork = 500_000;

/** Something that is wrong in a text, and where. */
export interface Fault {
  /** counted from the text's first line, which is 0 */
  readonly line: number;
  readonly sentence: string;
}

/** Why a text is not given to marked; undefined for what people write. @param block characters without an empty line */
export function excess(text: string, block = longestBlock): Fault | undefined {
  const counted = new Counted(block);
  for (const [line, words] of text.split('\n').entries()) {
    const sentence = counted.add(words);
    if (sentence !== undefined) return { line, sentence };
  }
  return undefined;
}

/** Whether emphasis and links of a paragraph would take marked too long. */
export function isTooIntricate(text: string): boolean {
  if (text.length < 700) return false; // even if each of its characters were a mark
  const marks = text.match(/[*_~]+|[!@]|www\.|:\/\//g)?.length ?? 0;
  return text.length * marks > mostWork;
}

/** What was counted up to a line. */
class Counted {
  #page = 0;
  #lines = 0;
  #block = 0;
  #blockLines = 0;
  #pipes = 0;
  /** lines of the list item that this line may belong to; 0 outside of lists */
  #item = 0;
  #wasEmpty = true;
  readonly #longestBlock: number;

  constructor(block: number) {
    this.#longestBlock = block;
  }

  /** Counts one more line; the sentence if it is one too many. */
  add(line: string): string | undefined {
    if (beginsPage.test(line)) {
      this.#page = 0;
      this.#lines = 0;
    }
    this.#page += line.length + 1;
    this.#lines++;
    const isEmpty = line.trim() === '';
    this.#block = isEmpty ? 0 : this.#block + line.length;
    this.#blockLines = isEmpty ? 0 : this.#blockLines + 1;
    this.#pipes = isEmpty ? 0 : Math.max(this.#pipes, line.split('|').length);
    this.#item = this.#itemLines(line);
    this.#wasEmpty = isEmpty;
    if (this.#page > longestPage) return say.pageTooLong(longestPage);
    if (this.#lines > mostLines) return say.pageOfTooManyLines(mostLines);
    if (this.#block > this.#longestBlock) return say.blockTooLong(this.#longestBlock);
    if (this.#pipes * this.#blockLines > mostCells) return say.tableTooLarge(mostCells);
    if (this.#item > longestItem) return say.itemTooLong(longestItem);
    return nestedTooDeep(line) ? say.tooDeep(deepest) : undefined;
  }

  /** An item goes on until the next one, a heading, or unindented text after an empty line. */
  #itemLines(line: string): number {
    if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(line)) return 1;
    if (this.#item === 0 || /^#{1,6} /.test(line)) return 0;
    return this.#wasEmpty && /^[^ \t]/.test(line) ? 0 : this.#item + 1;
  }
}

/** Counts the quote and list marks that a line begins with. */
function nestedTooDeep(line: string): boolean {
  const mark = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let depth = 0;
  while (mark.test(line)) {
    depth++;
    if (depth > deepest || mark.lastIndex > furthestIndent)
      return !/^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line);
  }
  return false;
}
