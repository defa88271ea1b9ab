import { join } from 'node:path';
import { lineOf, readLine } from './event-line.ts';
import type * as thisDisk from './journal-file.ts';
import type { JournalEvent } from './progress.ts';

/** A line of a journal in its place among those of all journals. */
export interface Entry {
  /** a time in milliseconds since 1970 that grows with every line: see `Journal` */
  readonly order: number;
  /** the line in today's format: with its order, what it is known by */
  readonly text: string;
  /** undefined: only a newer version can read it */
  readonly event: JournalEvent | undefined;
  readonly newer: boolean;
}

const lineBreak = 10;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Lines as entries. Those of the first edition get an order from their clock that grows in their file. */
export class LineOrder {
  /** the order of the line before */
  last: number;

  constructor(last = 0) {
    this.last = last;
  }

  /** The line as an entry; undefined: it is empty; `damaged`: it can't be read. */
  entryOf(bytes: Buffer): Entry | 'damaged' | undefined {
    const text = textOf(bytes);
    if (text === '') return undefined;
    const read = text === undefined ? ({ kind: 'damaged' } as const) : readLine(text);
    if (read.kind === 'damaged' || text === undefined) return 'damaged';
    const { at } = read.value;
    const order = read.order ?? Math.max(this.last + 1, typeof at === 'number' ? wholeTime(at) : 0);
    this.last = Math.max(this.last, order);
    const ours = read.order === undefined ? lineOf(read.value, order) : text;
    return { order, text: ours, event: read.event, newer: read.kind === 'newer' };
  }
}

/** A time as a number that can be counted on from. */
export function wholeTime(at: number): number {
  return Math.min(latest, Math.max(0, Math.floor(at)));
}

/** The last moment that JavaScript's Date knows (ECMA-262, "Time Values and Time Range"). */
const latest = 8_640_000_000_000_000;

/** How far a journal was read. */
export interface Bookmark {
  readonly offset: number;
  readonly last: number;
  readonly damagedLines: number;
}

/** One journal, read on from where reading stopped. */
export class JournalReader {
  readonly file: string;
  readonly #disk: Pick<typeof thisDisk, 'readFrom'>;
  readonly #order: LineOrder;
  /** lines that can't be read and were not known before */
  damage: Buffer[] = [];
  #knownDamage: number;
  /** where the next unread line begins */
  #offset: number;

  constructor(
    directory: string,
    name: string,
    disk: Pick<typeof thisDisk, 'readFrom'>,
    from: Bookmark = { offset: 0, last: 0, damagedLines: 0 },
  ) {
    this.file = join(directory, name);
    this.#disk = disk;
    this.#offset = from.offset;
    this.#order = new LineOrder(from.last);
    this.#knownDamage = from.damagedLines;
  }

  get damagedLines(): number {
    return this.#knownDamage + this.damage.length;
  }

  get bookmark(): Bookmark {
    return { offset: this.#offset, last: this.#order.last, damagedLines: this.damagedLines };
  }

  /**
   * Gives the lines that were appended since the last reading; 'anew' when the file is shorter than what was read of
   * it: somebody put another in its place.
   *
   * @param far hears after each piece of a long file how much of it was read, from 0 to 1
   * @param isClosed nobody is writing: a last line that can't be read was cut short, and not half written
   */
  readOn(
    take: (entry: Entry) => void,
    isClosed: boolean,
    far: (share: number) => void = () => undefined,
  ): 'read' | 'anew' {
    while (true) {
      const { bytes, size } = this.#disk.readFrom(this.file, this.#offset);
      if (size < this.#offset) return 'anew';
      const isLast = this.#offset + bytes.length >= size;
      const read = this.#takeLines(bytes, take, isLast, isLast && isClosed);
      this.#offset += read;
      if (isLast || read === 0) return 'read';
      far(this.#offset / size);
    }
  }

  /** How many bytes were taken in. */
  #takeLines(bytes: Buffer, take: (entry: Entry) => void, isLast: boolean, isClosed: boolean): number {
    let begin = 0;
    for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, begin)) {
      this.#takeLine(bytes.subarray(begin, end), take);
      begin = end + 1;
    }
    if (!isLast) return begin;
    const rest = bytes.subarray(begin);
    const before = this.#order.last;
    const entry = this.#order.entryOf(rest);
    if (entry === 'damaged' && !isClosed) {
      this.#order.last = before;
      return begin;
    }
    if (entry === 'damaged') this.damage.push(Buffer.from(rest));
    else if (entry !== undefined) take(entry);
    return bytes.length;
  }

  #takeLine(line: Buffer, take: (entry: Entry) => void): void {
    const entry = this.#order.entryOf(line);
    if (entry === 'damaged') this.damage.push(Buffer.from(line));
    else if (entry !== undefined) take(entry);
  }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes).trim();
  } catch {
    return undefined;
  }
}
