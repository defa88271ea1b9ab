/** Puts a node on a screen of any size, without a terminal: what it shows, keys, and a change of size. */
import { EventEmitter } from 'node:events';
import { render } from 'ink';
import type { ReactNode } from 'react';

class Screen extends EventEmitter {
  readonly isTTY = false;
  frame = '';
  constructor(
    public columns: number,
    public rows: number,
  ) {
    super();
  }
  write = (frame: string): boolean => {
    this.frame = frame;
    return true;
  };
}

/** As much of a terminal's stdin as Ink reads. */
export class Keyboard extends EventEmitter {
  readonly isTTY = true;
  isRaw = false;
  readonly #pressed: string[] = [];
  setEncoding(): void {}
  setRawMode(raw: boolean): this {
    this.isRaw = raw;
    return this;
  }
  ref(): void {}
  unref(): void {}
  read(): string | null {
    return this.#pressed.shift() ?? null;
  }
  press(text: string): void {
    this.#pressed.push(text);
    this.emit('readable');
  }
}

export interface Mounted {
  /** what is on the screen, with its colours */
  frame(): string;
  /** sends keys as a terminal does, each string in one read, and waits until they are drawn */
  press(...keys: readonly string[]): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  unmount(): void;
}

/** Two turns of the event loop: Ink gives Esc away only after one, ink-select-input redraws in the other. */
export async function drawn(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export async function mount(
  node: ReactNode,
  columns: number,
  rows: number,
  resized: (columns: number, rows: number) => void = () => {},
): Promise<Mounted> {
  const screen = new Screen(columns, rows);
  const keyboard = new Keyboard();
  const app = render(node, {
    stdout: screen as unknown as NodeJS.WriteStream,
    stdin: keyboard as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  await drawn();
  return {
    frame: () => screen.frame,
    async press(...keys) {
      for (const key of keys) {
        keyboard.press(key);
        await drawn();
      }
    },
    async resize(width, height) {
      screen.columns = width;
      screen.rows = height;
      resized(width, height);
      screen.emit('resize');
      await drawn();
    },
    unmount: () => app.unmount(),
  };
}
