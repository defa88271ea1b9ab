/**
 * Where a presentation and the notes beside it meet: a small file in the learner's folder. Whoever presents writes it
 * with each step, whole or not at all; whoever reads it believes nothing of it.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from '../disk/regular-file.ts';
import { errorCode } from '../disk/system-error.ts';
import { makeFolder, writeNewFile } from '../disk/write-file.ts';
import { isCount, isRecord } from './json-value.ts';

/** What the room sees now, and what the speaker is told of it. */
export interface Presented {
  /** the lesson, quiz or stage */
  readonly title: string;
  readonly slide: string;
  /** from 1 */
  readonly at: number;
  readonly of: number;
  /** of a drawing or of notes to lines; 0 of 0: there are none */
  readonly stroke: number;
  readonly strokes: number;
  /** whether a question stands there, and the room sees its answer */
  readonly answer: 'none' | 'hidden' | 'shown';
  /** the room sees nothing */
  readonly blank: boolean;
  /** markdown; empty: the author has nothing to say */
  readonly notes: string;
  /** title of the slide after this one; empty: this is the last */
  readonly next: string;
  /** milliseconds since 1970 */
  readonly startedAt: number;
}

/** A program that presents: its number on its machine. */
export interface Presenter {
  readonly machine: string;
  readonly pid: number;
}

/** What stands in the file. */
export type Found = { readonly slide: Presented } | 'nothing' | 'damaged';

/** Notes as long as a whole file of a course may be, written as JSON. */
const mostBytes = 600_000;

export function presentedFile(folder: string): string {
  return join(folder, 'presenting.json');
}

/** Tells what the room sees. Of two that present at once the one that moved last is followed. @throws what the disk says */
export function tellPresented(folder: string, by: Presenter, slide: Presented): void {
  makeFolder(folder, 0o700);
  writeNewFile(presentedFile(folder), JSON.stringify({ by, slide }), 0o600);
}

/** Takes back what this presenter told; what another one told since stays. */
export function endPresented(folder: string, { machine, pid }: Presenter): void {
  const found = fileIn(folder);
  const isOurs =
    isRecord(found) && isRecord(found.by) && found.by.pid === pid && found.by.machine === machine;
  if (isOurs) rmSync(presentedFile(folder), { force: true });
}

/**
 * What is presented now.
 *
 * @param isGone whether a program of this machine runs no longer: it had no time to take back what it told
 */
export function readPresented(folder: string, machine: string, isGone: (pid: number) => boolean): Found {
  const found = fileIn(folder);
  if (found === undefined) return 'nothing';
  if (!isRecord(found) || !isRecord(found.by)) return 'damaged';
  const { by } = found;
  const slide = slideIn(found.slide);
  if (typeof by.machine !== 'string' || !isCount(by.pid) || slide === undefined) return 'damaged';
  return by.machine === machine && isGone(by.pid) ? 'nothing' : { slide };
}

/** Undefined: there is no such file; null: nobody can read it. */
function fileIn(folder: string): unknown {
  try {
    return JSON.parse(readRegularFile(presentedFile(folder), mostBytes).toString());
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? undefined : null;
  }
}

function slideIn(value: unknown): Presented | undefined {
  if (!isRecord(value)) return undefined;
  const { title, slide, at, of, stroke, strokes, answer, blank, notes, next, startedAt } = value;
  if (!isText(title) || !isText(slide) || !isText(notes) || !isText(next)) return undefined;
  if (!isCount(at) || !isCount(of) || !isCount(stroke) || !isCount(strokes) || !isCount(startedAt)) {
    return undefined;
  }
  if (answer !== 'none' && answer !== 'hidden' && answer !== 'shown') return undefined;
  if (typeof blank !== 'boolean') return undefined;
  return { title, slide, at, of, stroke, strokes, answer, blank, notes, next, startedAt };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
