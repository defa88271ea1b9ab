/**
 * Stands in for Ink's stdout. With `debug: true` Ink writes every frame whole and nothing else; this sends only
 * the rows that changed, each to its own place, all in one synchronized update.
 */
import { EventEmitter } from 'node:events';
import stringWidth from 'string-width';
import { fitLine } from './fit-line.ts';
import type { Output } from './tty.ts';

// SGR with plain parameters, and every other sequence or control character
const ESCAPES =
  /\x1b\[[\d;:]*m|\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[^[\]PX^_]|$)|[\0-\x1a\x1c-\x1f\x7f-\x9f]/g;
const COLOUR = /^\x1b\[[\d;:]*m$/;
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

/** The last gate: whatever went wrong before, only text and (with colour) SGR reach the terminal. */
export function onlyColour(line: string, colour: boolean): string {
  return line.replace(ESCAPES, (found) => (colour && COLOUR.test(found) ? found : ''));
}

export class FrameWriter extends EventEmitter {
  // Ink asks its stdout these; no TTY means that it adds no sequences of its own
  readonly isTTY = false;
  columns: number;
  rows: number;

  readonly #output: Output;
  readonly #colour: boolean;
  #shown: readonly string[] = [];
  #clear = true;
  #waiting: string | undefined;
  #open = true;

  constructor(output: Output, options: { readonly colour: boolean }) {
    super();
    this.#output = output;
    this.#colour = options.colour;
    this.columns = output.columns || 80;
    this.rows = output.rows || 24;
  }

  /** One whole frame from Ink. */
  write = (frame: string): boolean => {
    if (!this.#open) return true;
    // a slow line: only the newest frame is worth sending
    if (this.#output.writableLength > 0) this.#waiting = frame;
    else this.#send(frame);
    return true;
  };

  /** The screen is another's: nothing is written until `repaint()`. */
  hold(): void {
    this.#open = false;
  }

  /** The screen is ours, of whatever size it is now, whatever stands on it: asks for a frame and sends it whole. */
  repaint(): void {
    this.#open = true;
    this.#clear = true;
    this.columns = this.#output.columns || 80;
    this.rows = this.#output.rows || 24;
    this.emit('resize');
  }

  readonly #taken = (): void => {
    const frame = this.#waiting;
    this.#waiting = undefined;
    if (frame !== undefined && this.#open) this.#send(frame);
  };

  #send(frame: string): void {
    const next = frame
      .split('\n')
      .slice(0, this.rows)
      .map((line, index) => fitLine(onlyColour(line, this.#colour), index + 1, this.columns));
    const before = this.#clear ? [] : this.#shown;
    let out = this.#clear ? '\x1b[2J' : '';
    for (let row = 0; row < Math.max(next.length, before.length); row++) {
      const line = next[row] ?? '';
      if (line !== (before[row] ?? '')) out += `\x1b[${row + 1};1H${line}${this.#rest(line)}`;
    }
    this.#clear = false;
    this.#shown = next;
    if (out !== '') this.#output.write(BEGIN + out + END, this.#taken);
  }

  /** Ends the colours, and erases to the end of the row unless the line reached it: then it would erase a character. */
  #rest(line: string): string {
    const reset = this.#colour && line.includes('\x1b') ? '\x1b[0m' : '';
    return stringWidth(line) < this.columns ? `${reset}\x1b[K` : reset;
  }
}
