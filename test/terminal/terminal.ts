/** A terminal that understands what the frame writer sends: rows of text, and the modes that were set. */
import { EventEmitter } from 'node:events';

export class FakeTerminal extends EventEmitter {
  sent = '';
  /** takes nothing before `take()` is called */
  slow = false;
  writableLength = 0;
  #taken: (() => void)[] = [];
  readonly modes = new Set<string>();
  screen: string[] = [];
  #row = 0;

  constructor(
    public columns: number,
    public rows: number,
  ) {
    super();
  }

  write = (text: string, taken?: () => void): boolean => {
    if (taken !== undefined) this.#taken.push(taken);
    if (this.slow) this.writableLength += text.length;
    else this.take();
    this.sent += text;
    for (const [, mode, set] of text.matchAll(/\x1b\[\?(\d+)([hl])/g)) {
      if (set === 'h') this.modes.add(mode ?? '');
      else this.modes.delete(mode ?? '');
    }
    for (const part of text.split(/(\x1b\[\d+;1H|\x1b\[2J)/)) this.#take(part);
    return true;
  };

  /** everything that was written is on the screen */
  take(): void {
    this.writableLength = 0;
    for (const taken of this.#taken.splice(0)) taken();
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
  }

  #take(part: string): void {
    const place = /^\x1b\[(\d+);1H$/.exec(part);
    if (part === '\x1b[2J') this.screen = [];
    else if (place) this.#row = Number(place[1]) - 1;
    else {
      const text = part.replace(/\x1b\[[?\d;]*[a-zA-Z]/g, '');
      if (text !== '' || part.includes('\x1b[K')) this.#put(text, part.includes('\x1b[K'));
    }
  }

  /** Text over what stands there; `K` erases the rest of the row. */
  #put(text: string, erases: boolean): void {
    const before = this.screen[this.#row] ?? '';
    for (let row = this.screen.length; row < this.#row; row++) this.screen[row] = '';
    this.screen[this.#row] = erases ? text : text + before.slice(text.length);
  }
}
