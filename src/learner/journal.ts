import { join } from 'node:path';
import { errorReason } from '../disk/system-error.ts';
import { learnerMessages } from '../messages/learner.ts';
import { eventLine } from './event-line.ts';
import { CourseFold } from './fold-progress.ts';
import * as thisDisk from './journal-file.ts';
import { type Entry, JournalReader, wholeTime } from './journal-reader.ts';
import { joined } from './merge.ts';
import type { JournalEvent, Progress } from './progress.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts';

/** The disk as the journal uses it; each function throws what the system says. */
export type JournalDisk = typeof thisDisk;

export interface Journal {
  /** the file that it writes */
  readonly file: string;
  /**
   * Writes one event down. Never throws: what the disk refuses is remembered, and written at the next event, in order.
   */
  record(event: JournalEvent): void;
  /** What the learner has done, with what other running copies and other machines wrote meanwhile. */
  progress(course: string): Progress;
  /** sentences for the learner, each once: damage that was found first now, a disk that can't be written */
  readonly problems: readonly string[];
  /** lines that can't be read, found so far */
  readonly damagedLines: number;
  /** false while there is an event that could not be written */
  readonly saves: boolean;
  /** why the disk refuses it, as the end of a sentence */
  readonly refused: string | undefined;
}

export interface JournalOptions {
  /** the name of this machine: it writes a file of its own (machine.ts) */
  readonly machine?: string;
  readonly disk?: JournalDisk;
  /** hears of a history that takes long to read, how much of a file was read, from 0 to 1 */
  readonly far?: (share: number) => void;
}

/** From so many lines on it pays to keep what they add up to. */
const manyLines = 5_000;

/** Opens the learner's journals in this folder; nothing is created before the first event. */
export function openJournal(directory: string, options: JournalOptions = {}): Journal {
  return new JournalOnDisk(
    directory,
    options.machine ?? 'here',
    options.disk ?? thisDisk,
    options.far ?? (() => undefined),
  );
}

class JournalOnDisk implements Journal {
  readonly file: string;
  readonly problems: string[] = [];
  refused: string | undefined;
  readonly #directory: string;
  readonly #machine: string;
  readonly #disk: JournalDisk;
  readonly #far: (share: number) => void;
  #readers = new Map<string, JournalReader>();
  #folds = new Map<string, CourseFold>();
  /** the newest line that was folded */
  #last: Pick<Entry, 'order' | 'text'> = { order: 0, text: '' };
  #newerLines = 0;
  /** lines folded since the snapshot was made */
  #sinceSnapshot = 0;
  /** events that the disk has refused so far, in order: none is written before those that came before it */
  readonly #unsaved: { readonly event: JournalEvent; readonly order: number }[] = [];
  readonly #told = new Set<string>();

  constructor(directory: string, machine: string, disk: JournalDisk, far: (share: number) => void) {
    this.file = join(directory, `journal-${machine}.jsonl`);
    this.#directory = directory;
    this.#machine = machine;
    this.#disk = disk;
    this.#far = far;
    this.#restore(readSnapshot(directory, machine, disk));
    this.#readOn(true);
    if (this.#sinceSnapshot > manyLines) this.#keepSnapshot();
    if (this.#newerLines > 0) this.problems.push(learnerMessages.newer(this.#newerLines));
  }

  get saves(): boolean {
    return this.refused === undefined;
  }

  get damagedLines(): number {
    return [...this.#readers.values()].reduce((sum, { damagedLines }) => sum + damagedLines, 0);
  }

  record(event: JournalEvent): void {
    this.#readOn();
    const before = Math.max(this.#last.order, this.#unsaved.at(-1)?.order ?? 0);
    this.#unsaved.push({ event, order: Math.max(wholeTime(event.at), before + 1) });
    try {
      this.#save();
      if (!this.saves) this.problems.push(learnerMessages.savedAgain(this.file));
      this.refused = undefined;
    } catch (error) {
      if (this.saves) this.problems.push(learnerMessages.notSaved(this.file, errorReason(error)));
      this.refused = errorReason(error);
    }
  }

  /** Writes what is not saved yet. What could not be read back afterwards is not written in the first place. */
  #save(): void {
    this.#disk.readFrom(this.file, 0, 0);
    for (let [first] = this.#unsaved; first !== undefined; [first] = this.#unsaved) {
      this.#disk.appendLine(this.file, eventLine(first.event, first.order));
      this.#unsaved.shift();
    }
  }

  progress(course: string): Progress {
    this.#readOn();
    const fold = this.#folds.get(course);
    const unsaved = this.#unsaved.filter(({ event }) => event.course === course);
    if (unsaved.length === 0) return (fold ?? new CourseFold()).progress();
    const copy = fold ? CourseFold.from(fold.state) : new CourseFold();
    for (const { event } of unsaved) copy.take(event);
    return copy.progress();
  }

  /** Takes in what was appended since the last reading. What can't be read now is passed over, and told once. */
  #readOn(isStart = false): void {
    const names = this.#names();
    if ([...this.#readers.keys()].some((name) => !names.includes(name))) this.#readAnew(isStart);
    else if (this.#fold(names, isStart) === 'anew') this.#readAnew(isStart);
    if (isStart) for (const reader of this.#readers.values()) this.#keepDamage(reader);
  }

  #names(): readonly string[] {
    try {
      return this.#disk.journalsIn(this.#directory);
    } catch (error) {
      this.#tellUnreadable(this.#directory, error);
      return [...this.#readers.keys()];
    }
  }

  /** All from the beginning: a line has come that belongs before others, or a file has been replaced. */
  #readAnew(isStart = false): void {
    this.#readers = new Map();
    this.#folds = new Map();
    this.#last = { order: 0, text: '' };
    this.#newerLines = 0;
    this.#sinceSnapshot = 0;
    const entries: Entry[] = [];
    for (const name of this.#names()) this.#readFile(name, (entry) => void entries.push(entry), isStart);
    for (const entry of joined(entries)) this.#take(entry);
  }

  /** Folds what is new where it comes after all that was folded; 'anew' when it does not. */
  #fold(names: readonly string[], isStart: boolean): 'read' | 'anew' {
    let inOrder = true;
    const take = (entry: Entry): void => {
      if (isAfter(entry, this.#last)) this.#take(entry);
      else inOrder = false;
    };
    if (names.length === 1 && names[0] !== undefined) {
      // not gathered first: there may be a million lines
      return this.#readFile(names[0], take, isStart) === 'anew' || !inOrder ? 'anew' : 'read';
    }
    const entries: Entry[] = [];
    for (const name of names) {
      if (this.#readFile(name, (entry) => void entries.push(entry), isStart) === 'anew') return 'anew';
    }
    for (const entry of joined(entries)) take(entry);
    return inOrder ? 'read' : 'anew';
  }

  #readFile(name: string, take: (entry: Entry) => void, isStart: boolean): 'read' | 'anew' {
    const reader = this.#readers.get(name) ?? new JournalReader(this.#directory, name, this.#disk);
    try {
      // another machine's file may be on its way here
      const isOurs = name === 'journal.jsonl' || reader.file === this.file;
      const outcome = reader.readOn(take, isStart && isOurs, this.#far);
      this.#readers.set(name, reader);
      return outcome;
    } catch (error) {
      // What was read before still counts.
      this.#tellUnreadable(reader.file, error);
      return 'read';
    }
  }

  #take(entry: Entry): void {
    this.#last = entry;
    this.#sinceSnapshot++;
    if (entry.newer) this.#newerLines++;
    const { event } = entry;
    if (event === undefined) return;
    const fold = this.#folds.get(event.course) ?? new CourseFold();
    fold.take(event);
    this.#folds.set(event.course, fold);
  }

  #tellUnreadable(file: string, error: unknown): void {
    const sentence = learnerMessages.unreadable(file, errorReason(error));
    if (this.#told.has(file)) return;
    this.#told.add(file);
    this.problems.push(sentence);
  }

  #restore(snapshot: Snapshot | undefined): void {
    if (snapshot === undefined) return;
    this.#last = snapshot.last;
    this.#newerLines = snapshot.newerLines;
    for (const [name, bookmark] of snapshot.files) {
      this.#readers.set(name, new JournalReader(this.#directory, name, this.#disk, bookmark));
    }
    for (const [course, state] of snapshot.courses) this.#folds.set(course, CourseFold.from(state));
  }

  #keepSnapshot(): void {
    writeSnapshot(this.#directory, this.#machine, this.#disk, {
      last: { order: this.#last.order, text: this.#last.text },
      newerLines: this.#newerLines,
      files: [...this.#readers].map(([name, { bookmark }]) => [name, bookmark]),
      courses: [...this.#folds].map(([course, { state }]) => [course, state]),
    });
    this.#sinceSnapshot = 0;
  }

  /** Keeps a copy of a file in which damage was found now. What is found while the program runs is kept at the next start. */
  #keepDamage({ file, damage }: JournalReader): void {
    if (damage.length === 0) return;
    try {
      const { copy, isNew } = this.#disk.copyAside(file, damage);
      if (isNew) this.problems.push(learnerMessages.damaged(damage.length, file, copy));
    } catch (error) {
      this.problems.push(learnerMessages.damagedWithoutCopy(damage.length, file, errorReason(error)));
    }
  }
}

function isAfter(entry: Entry, last: Pick<Entry, 'order' | 'text'>): boolean {
  return entry.order > last.order || (entry.order === last.order && entry.text > last.text);
}
