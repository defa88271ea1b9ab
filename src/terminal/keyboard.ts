/**
 * Stands in for Ink's stdin, as the frame writer does for its stdout. Ink 6.8 throws on keys that its own parser has
 * no name for, and takes a split sequence apart; here it gets only keys that it knows, one by one.
 */
import { EventEmitter } from 'node:events';
import { type KeyName, type KeyPress, KeyReader, paste } from './key-reader.ts';

/** What is needed of the terminal's stdin. */
export interface Input extends NodeJS.EventEmitter {
  setRawMode?(raw: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** Calls back after so many milliseconds unless it is cancelled by what it returns. */
export type Wait = (ms: number, callback: () => void) => () => void;

/** After ESC the rest of a key is there at once; a person who presses Esc must not wait either. */
const ESCAPE_MS = 25;
/** A sequence that has begun may be slow on a bad line; after that it is forgotten and keys are keys again. */
const SEQUENCE_MS = 400;
/** Nobody types so much between two looks: it is a paste of a terminal that does not mark them. */
const MOST_TYPED = 32;

/** How Ink is told of a key that is no character. */
const SEQUENCES: ReadonlyMap<KeyName, string> = new Map([
  ['up', '\x1b[A'],
  ['down', '\x1b[B'],
  ['right', '\x1b[C'],
  ['left', '\x1b[D'],
  ['home', '\x1b[H'],
  ['end', '\x1b[F'],
  ['pageup', '\x1b[5~'],
  ['pagedown', '\x1b[6~'],
  ['enter', '\r'],
  ['tab', '\t'],
  ['backspace', '\b'],
  // a bare ESC would wait for more
  ['escape', '\x1b[27u'],
]);

function sequenceOf({ name, text }: KeyPress): string {
  if (text !== '') return text;
  const letter = /^ctrl\+([a-z])$/.exec(name)?.[1];
  return letter === undefined
    ? (SEQUENCES.get(name) ?? '')
    : String.fromCharCode(letter.charCodeAt(0) & 0x1f);
}

/**
 * Tells of `readable` (a key for Ink lies ready), `paste` (a KeyPress), and `suspend`: Ctrl-Z, which the terminal's
 * driver doesn't heed in raw mode.
 */
export class Keyboard extends EventEmitter {
  readonly isTTY = true;
  readonly #stdin: Input;
  readonly #wait: Wait;
  readonly #reader = new KeyReader();
  #cancel: () => void = () => {};
  #queue: KeyPress[] = [];
  #ready: string | null = null;
  #holds = 0;
  #turn: NodeJS.Immediate | undefined;
  #flooded = false;

  constructor(stdin: Input, wait: Wait) {
    super();
    this.#stdin = stdin;
    this.#wait = wait;
    this.on('newListener', (name: string) => {
      // what was typed before Ink listened
      if (name === 'readable') this.#next();
    });
  }

  /** Listens to the terminal until `close()`. */
  open(): void {
    // an error means that the terminal went away: the session hears of it, too, and does what is to be done
    this.#stdin.on('data', this.#heard).on('error', () => {});
    this.#stdin.resume();
  }

  close(): void {
    this.#stdin.off('data', this.#heard);
    this.#stdin.pause();
    this.#cancel();
    clearImmediate(this.#turn);
    this.#queue = [];
  }

  /** Keeps keys back until what it returns is called. Ctrl-C is not kept back. */
  hold(): () => void {
    this.#holds++;
    let holds = true;
    return () => {
      if (!holds) return;
      holds = false;
      this.#holds--;
      this.#next();
    };
  }

  // what Ink asks of a stdin

  /** The key that lies ready. */
  read(): string | null {
    const ready = this.#ready;
    this.#ready = null;
    return ready;
  }

  setEncoding(): void {}

  /** The session sets the terminal's modes, and nobody else. */
  setRawMode(): void {}

  ref(): void {}

  unref(): void {}

  readonly #heard = (bytes: Uint8Array): void => {
    this.#cancel();
    const presses = this.#reader.read(bytes);
    if (presses.filter((press) => writtenBy(press) !== '').length > MOST_TYPED) this.#flooded = true;
    this.#take(this.#flooded && !isEnterAlone(presses) ? pasted(presses) : presses);
    const { waiting } = this.#reader;
    if (waiting === undefined && !this.#flooded) return;
    this.#cancel = this.#wait(waiting === 'sequence' ? SEQUENCE_MS : ESCAPE_MS, () => {
      this.#flooded = false;
      this.#take(this.#reader.flush());
    });
  };

  #take(presses: readonly KeyPress[]): void {
    for (const press of presses) {
      if (press.name === 'ctrl+z') this.emit('suspend');
      // as the terminal's driver does: what was typed before an interrupt is dropped, and nothing keeps it back
      else if (press.name === 'ctrl+c') this.#queue = [press];
      else this.#queue.push(press);
    }
    if (this.#turn === undefined) this.#give();
  }

  /** Gives one key away. */
  #give(): void {
    const [press] = this.#queue;
    if (press === undefined || (this.#holds > 0 && press.name !== 'ctrl+c')) return;
    if (this.listenerCount('readable') === 0) return;
    this.#queue.shift();
    if (press.name === 'paste') this.emit('paste', press);
    else {
      this.#ready = sequenceOf(press);
      this.emit('readable');
    }
    this.#next();
  }

  /** The next key in the next turn of the event loop: by then React has drawn what came of the last one. */
  #next(): void {
    if (this.#queue.length === 0) return;
    this.#turn ??= setImmediate(() => {
      this.#turn = undefined;
      this.#give();
    });
  }
}

/** A hand's Enter, however soon it comes after a long text: a paste's line ends come among what it writes. */
function isEnterAlone(presses: readonly KeyPress[]): boolean {
  return presses.length === 1 && presses[0]?.name === 'enter';
}

/** What a key writes where text is pasted. */
function writtenBy({ name, text }: KeyPress): string {
  return name === 'enter' || name === 'tab' ? ' ' : text;
}

/** What was typed, or rather pasted, as pastes; the other keys between them as they are. */
function pasted(presses: readonly KeyPress[]): readonly KeyPress[] {
  const found: KeyPress[] = [];
  let text = '';
  for (const press of presses) {
    const written = writtenBy(press);
    text += written;
    if (written !== '') continue;
    if (text !== '') found.push(paste(text));
    found.push(press);
    text = '';
  }
  return text === '' ? found : [...found, paste(text)];
}
