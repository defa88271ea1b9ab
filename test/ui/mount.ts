/** Puts a node on a screen of any size, without a terminal: what it shows, keys, and a change of size. */
import { EventEmitter } from 'node:events';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { Keyboard, type Wait } from '../../src/terminal/keyboard.ts';
import { FakeStdin } from '../terminal/stdin.ts';

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

/** Nobody needs to wait for the rest of a sequence where every key is sent whole. */
const noWait: Wait = (_, callback) => {
  const turn = setImmediate(callback);
  return () => clearImmediate(turn);
};

export interface Mounted {
  /** what is on the screen, with its colours */
  frame(): string;
  /** bytes of one read */
  type(bytes: Uint8Array): void;
  /** sends keys as a terminal does, each string in one read, and waits until they are drawn */
  press(...keys: readonly string[]): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  unmount(): void;
}

/** A few turns of the event loop: the keyboard gives Esc away only after one, ink-select-input redraws in another. */
export async function drawn(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export async function mount(
  node: (keyboard: Keyboard) => ReactNode,
  columns: number,
  rows: number,
  resized: (columns: number, rows: number) => void = () => {},
): Promise<Mounted> {
  const screen = new Screen(columns, rows);
  const stdin = new FakeStdin();
  const keyboard = new Keyboard(stdin, noWait);
  keyboard.open();
  const app = render(node(keyboard), {
    stdout: screen as unknown as NodeJS.WriteStream,
    stdin: keyboard as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  await drawn();
  return {
    frame: () => screen.frame,
    type: (bytes) => void stdin.emit('data', bytes),
    async press(...keys) {
      for (const key of keys) {
        stdin.press(key);
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
    unmount: () => {
      app.unmount();
      keyboard.close();
    },
  };
}
