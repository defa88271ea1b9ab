import { newlines } from '../../markdown/words.ts';
import type { Place } from '../../text/problem.ts';
import type { SourceText } from '../source-text.ts';

/** Where a token stands in its file: behind the one that was found before it. */
export class PlaceFinder {
  readonly #source: SourceText;
  /** where each line begins */
  readonly #starts: readonly number[];
  #from = 0;

  constructor(source: SourceText) {
    this.#source = source;
    this.#starts = [0, ...[...source.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  /** What follows is looked for from this line on. */
  beginAt(line: number): void {
    this.#from = Math.max(this.#from, this.#starts[line - 1] ?? 0);
  }

  of(raw: string): Place {
    const { text, file } = this.#source;
    const first = raw.trim().split('\n', 1).join('');
    const found = text.indexOf(first, this.#from);
    const at = found === -1 ? this.#from : found;
    this.#from = at + (found === -1 ? 0 : first.length);
    const before = text.slice(0, at);
    return { file, line: newlines(before) + 1, column: at - before.lastIndexOf('\n') };
  }
}
