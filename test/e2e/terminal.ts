import * as pty from '@lydell/node-pty';
import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { inject } from 'vitest';
import { emptyFolder, learnersEnvironment, startedBefore } from './program.ts';

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly args?: readonly string[];
  readonly home?: string;
  /** nobody has ever started it here: it begins with the first thirty seconds */
  readonly first?: boolean;
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** a script of `sh -m` that starts the program, as "$@" */
  readonly script?: string;
}

/** Keys by what is written on them. */
export const keys = {
  enter: '\r',
  escape: '\x1b',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  space: ' ',
  ctrlC: '\x03',
  ctrlZ: '\x1a',
  ctrlD: '\x04',
} as const;

/** What a person waits for before they believe that nothing will come. */
const patience = 15_000;
const glance = 15;

/** The packed program in a pseudo-terminal, seen as a person sees it: rows of text on a screen. */
export class Terminal {
  readonly home: string;
  readonly #screen: xterm.Terminal;
  readonly #process: pty.IPty;
  readonly #ended: Promise<number>;
  #status: number | undefined;
  #sent = '';
  readonly clipboardWrites: string[] = [];

  constructor(options: TerminalOptions = {}) {
    const { columns = 80, rows = 24, args = [], home = emptyFolder(), env = {} } = options;
    this.home = home;
    if (options.first !== true) startedBefore(home);
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
    this.#screen.loadAddon(new unicode11.Unicode11Addon());
    this.#screen.unicode.activeVersion = '11';
    this.#screen.parser.registerOscHandler(52, (data) => {
      this.clipboardWrites.push(data);
      return true;
    });
    const program = [process.execPath, inject('cli'), ...args];
    const [file = '', ...words] =
      options.script === undefined ? program : ['/bin/sh', '-mc', options.script, 'sh', ...program];
    this.#process = pty.spawn(file, words, {
      name: env.TERM ?? 'xterm-256color',
      cols: columns,
      rows,
      cwd: options.directory ?? home,
      env: { ...learnersEnvironment(home), COLORTERM: 'truecolor', ...env },
    });
    this.#process.onData((data) => {
      this.#sent += data;
      this.#screen.write(data);
    });
    this.#ended = new Promise((resolve) => {
      this.#process.onExit(({ exitCode }) => {
        this.#status = exitCode;
        // what was written last may still be on its way to the screen
        this.#screen.write('', () => resolve(exitCode));
      });
    });
  }

  /** Every byte that the program has written so far, as text. */
  get sent(): string {
    return this.#sent;
  }

  get isFullScreen(): boolean {
    return this.#screen.buffer.active.type === 'alternate';
  }

  /** What of the terminal's modes is not as it is at first. */
  changedModes(): readonly string[] {
    const { modes } = this.#screen;
    const cursor = [...this.#sent.matchAll(/\x1b\[\?25([hl])/g)].at(-1)?.[1];
    return [
      ...(this.isFullScreen ? ['alternate screen'] : []),
      ...(cursor === 'l' ? ['hidden cursor'] : []),
      ...(modes.wraparoundMode ? [] : ['no wrap']),
      ...(modes.bracketedPasteMode ? ['marked pastes'] : []),
      ...(modes.synchronizedOutputMode ? ['synchronized output'] : []),
      ...(modes.applicationCursorKeysMode || modes.applicationKeypadMode ? ['application keys'] : []),
    ];
  }

  /** A terminal that takes nothing, until `takeOn()`. */
  stall(): void {
    this.#process.pause();
  }

  takeOn(): void {
    this.#process.resume();
  }

  /** The rows of the window, without the space at their ends. */
  lines(): string[] {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    );
  }

  screen(): string {
    return this.lines().join('\n');
  }

  /** Waits until the screen shows this; the error shows the screen as it is. */
  async see(wanted: string | RegExp, timeout = patience): Promise<void> {
    await this.until(() => matches(this.screen(), wanted), `to see ${wanted}`, timeout);
  }

  /** Waits until the screen shows this no more. */
  async seeNoMore(unwanted: string | RegExp, timeout = patience): Promise<void> {
    await this.until(() => !matches(this.screen(), unwanted), `to see ${unwanted} no more`, timeout);
  }

  /** Waits for something that is true of the screen. */
  async until(condition: () => boolean, what: string, timeout = patience): Promise<void> {
    const end = Date.now() + timeout;
    while (!condition()) {
      const over = this.#status !== undefined && Date.now() > end - timeout + 500;
      if (Date.now() > end || (over && !condition())) {
        const state = this.#status === undefined ? 'it still runs' : `it ended with ${this.#status}`;
        throw new Error(`waited ${what}; ${state}; the screen:\n${framed(this.lines())}`);
      }
      await new Promise((resolve) => setTimeout(resolve, glance));
    }
  }

  press(...pressed: readonly string[]): void {
    for (const key of pressed) this.#process.write(key);
  }

  /** Writes a line, as at a prompt. */
  type(line: string): void {
    this.#process.write(`${line}\r`);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#process.resize(columns, rows);
  }

  signal(name: string): void {
    this.#process.kill(name);
  }

  /** Waits for the end of the program; its exit status. */
  async ended(timeout = patience): Promise<number> {
    await this.until(() => this.#status !== undefined, 'for the end', timeout);
    return this.#ended;
  }

  /** Closes the terminal over the program's head, as a lost connection does. */
  hangUp(): void {
    (this.#process as pty.IPty & { destroy(): void }).destroy();
  }

  /** Ends the program if it still runs. */
  close(): void {
    if (this.#status === undefined) this.#process.kill('SIGKILL');
    this.#screen.dispose();
  }
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

function framed(lines: readonly string[]): string {
  return lines.map((line, row) => `${String(row + 1).padStart(3)} |${line}`).join('\n');
}
