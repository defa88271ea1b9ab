import { createInterface, type Interface } from 'node:readline';

/**
 * Lines of an input, asked for one by one. Lines that came before they were asked for wait, so that a whole session
 * can be piped in. The terminal keeps its own line editing: nothing here needs raw mode.
 */
export class LineReader {
  readonly #input: NodeJS.ReadableStream;
  #lines: Interface | undefined;
  readonly #waiting: string[] = [];
  #asked: ((line: string | undefined) => void) | undefined;
  #ended = false;

  constructor(input: NodeJS.ReadableStream) {
    this.#input = input;
  }

  /** The next line; undefined when the input has ended. Nothing is read before the first call. */
  next(): Promise<string | undefined> {
    this.#lines ??= this.#open();
    const line = this.#waiting.shift();
    if (line !== undefined || this.#ended) return Promise.resolve(line);
    return new Promise((resolve) => {
      this.#asked = resolve;
    });
  }

  /** Lets go of the input, so that the program can end. */
  close(): void {
    this.#lines?.close();
    this.#end();
  }

  #open(): Interface {
    const lines = createInterface({
      input: this.#input,
      terminal: false,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    lines.on('line', (line) => this.#give(line));
    lines.on('close', () => this.#end());
    this.#input.on('error', () => this.#end());
    return lines;
  }

  #give(line: string): void {
    if (this.#asked === undefined) this.#waiting.push(line);
    else this.#answer(line);
  }

  #end(): void {
    this.#ended = true;
    this.#answer(undefined);
  }

  #answer(line: string | undefined): void {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.(line);
  }
}
