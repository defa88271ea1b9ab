import { join } from 'node:path';
import { errorReason } from '../disk/system-error.ts';
import { learnerMessages } from '../messages/learner.ts';
import { eventLine, readLine } from './event-line.ts';
import { foldProgress } from './fold-progress.ts';
import * as thisDisk from './journal-file.ts';
import type { JournalEvent, Progress } from './progress.ts';

/** The disk as the journal uses it; each function throws what the system says. */
export type JournalDisk = typeof thisDisk;

export interface Journal {
  /** the file that it keeps */
  readonly file: string;
  /**
   * Writes one event down. Never throws: what the disk refuses is remembered, and written at the next event, in order.
   */
  record(event: JournalEvent): void;
  /** What the learner has done, with what other running copies wrote meanwhile. */
  progress(course: string): Progress;
  /** sentences for the learner, each once: damage that was found first now, a disk that can't be written */
  readonly problems: readonly string[];
  /** lines that can't be read, found so far */
  readonly damagedLines: number;
  /** false while there is an event that could not be written */
  readonly saves: boolean;
}

/** Opens the learner's journal in this folder; nothing is created before the first event. */
export function openJournal(directory: string, disk: JournalDisk = thisDisk): Journal {
  return new JournalOnDisk(join(directory, 'journal.jsonl'), disk);
}

class JournalOnDisk implements Journal {
  readonly file: string;
  readonly problems: string[] = [];
  saves = true;
  readonly #disk: JournalDisk;
  #events: JournalEvent[] = [];
  /** events that the disk has refused so far, in order: none is written before those that came before it */
  readonly #unsaved: JournalEvent[] = [];
  #damage: Buffer[] = [];
  /** where the next unread line begins */
  #offset = 0;

  constructor(file: string, disk: JournalDisk) {
    this.file = file;
    this.#disk = disk;
    try {
      const lastLine = this.#readOn();
      if (lastLine !== undefined) {
        this.#damage.push(lastLine);
        this.#offset += lastLine.length;
      }
    } catch (error) {
      this.problems.push(learnerMessages.unreadable(file, errorReason(error)));
    }
    if (this.#damage.length > 0) this.#keepDamage();
  }

  get damagedLines(): number {
    return this.#damage.length;
  }

  record(event: JournalEvent): void {
    this.#unsaved.push(event);
    try {
      this.#save();
      if (!this.saves) this.problems.push(learnerMessages.savedAgain(this.file));
      this.saves = true;
    } catch (error) {
      if (this.saves) this.problems.push(learnerMessages.notSaved(this.file, errorReason(error)));
      this.saves = false;
    }
  }

  /** Writes what is not saved yet. What could not be read back afterwards is not written in the first place. */
  #save(): void {
    this.#readOn();
    for (let [event] = this.#unsaved; event !== undefined; [event] = this.#unsaved) {
      this.#disk.appendLine(this.file, eventLine(event));
      this.#unsaved.shift();
    }
  }

  progress(course: string): Progress {
    try {
      this.#readOn();
    } catch {
      // What was read before still counts; trouble with the disk is told when something is to be saved.
    }
    return foldProgress([...this.#events, ...this.#unsaved], course);
  }

  /**
   * Takes in what was appended since the last reading. Returns a last line that can't be read and is left where it
   * stands: while the program runs it is another copy's, half written; at the start it was cut short by a crash.
   */
  #readOn(): Buffer | undefined {
    const { bytes, size } = this.#disk.readFrom(this.file, this.#offset);
    if (size < this.#offset) return this.#readAnew();
    let begin = 0;
    for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, begin)) {
      const line = bytes.subarray(begin, end);
      if (!this.#take(line)) this.#damage.push(line);
      begin = end + 1;
    }
    const lastLine = bytes.subarray(begin);
    const taken = this.#take(lastLine);
    this.#offset += taken ? bytes.length : begin;
    return taken ? undefined : lastLine;
  }

  /** The file is shorter than what was read of it: somebody put another in its place. */
  #readAnew(): Buffer | undefined {
    this.#events = [];
    this.#damage = [];
    this.#offset = 0;
    return this.#readOn();
  }

  /** False when the line can't be read. */
  #take(bytes: Buffer): boolean {
    const line = textOf(bytes);
    if (line === '') return true;
    const read = line === undefined ? damagedLine : readLine(line);
    if (read.kind === 'event') this.#events.push(read.event);
    return read.kind !== 'damaged';
  }

  #keepDamage(): void {
    const lines = this.#damage.length;
    try {
      const { copy, isNew } = this.#disk.copyAside(this.file, this.#damage);
      if (isNew) this.problems.push(learnerMessages.damaged(lines, this.file, copy));
    } catch (error) {
      this.problems.push(learnerMessages.damagedWithoutCopy(lines, this.file, errorReason(error)));
    }
  }
}

const lineBreak = 10;
const damagedLine = { kind: 'damaged' } as const;
const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes).trim();
  } catch {
    return undefined;
  }
}
