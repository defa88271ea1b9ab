/**
 * What all journals added up to at some time, so that a start need not read a million lines. It is made of them and can
 * be thrown away: they are never shortened. It counts only if they still begin with what it was made of.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from '../disk/regular-file.ts';
import { writeNewFile } from '../disk/write-file.ts';
import type { FoldState } from './fold-progress.ts';
import type * as thisDisk from './journal-file.ts';
import type { Bookmark, Entry } from './journal-reader.ts';

export interface Snapshot {
  /** the newest line in it */
  readonly last: Pick<Entry, 'order' | 'text'>;
  readonly newerLines: number;
  readonly files: readonly (readonly [name: string, bookmark: Bookmark])[];
  readonly courses: readonly (readonly [course: string, state: FoldState])[];
}

type Disk = Pick<typeof thisDisk, 'readFrom'>;

/** Changes with the form of what is in it: one of another form is thrown away. */
const form = 7;

const mostBytes = 2 ** 28;

/** So much before the place where reading goes on must be as it was. */
const tailBytes = 4096;

interface Kept {
  readonly form: number;
  /** of each file, a hash of what stands before its bookmark */
  readonly tails: readonly string[];
  readonly snapshot: Snapshot;
}

/** The snapshot of this machine; undefined where there is none, or the journals are no longer what it was made of. */
export function readSnapshot(directory: string, machine: string, disk: Disk): Snapshot | undefined {
  try {
    const text = readRegularFile(fileOf(directory, machine), mostBytes).toString();
    const body = text.slice(text.indexOf('\n') + 1);
    if (text.slice(0, text.indexOf('\n')) !== hashOf(body)) return undefined;
    const { form: found, tails, snapshot }: Kept = JSON.parse(body);
    if (found !== form) return undefined;
    const same = snapshot.files.every(([name, { offset }], index) => {
      return tails[index] === tailOf(join(directory, name), offset, disk);
    });
    return same ? snapshot : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a snapshot; where the disk refuses, the next start takes longer. */
export function writeSnapshot(directory: string, machine: string, disk: Disk, snapshot: Snapshot): void {
  try {
    const tails = snapshot.files.map(([name, { offset }]) => tailOf(join(directory, name), offset, disk));
    const kept: Kept = { form, tails, snapshot };
    const body = JSON.stringify(kept);
    writeNewFile(fileOf(directory, machine), `${hashOf(body)}\n${body}`, 0o600);
  } catch {
    // it is only a help
  }
}

/** Throws the snapshot away, as a repair does. */
export function forgetSnapshot(directory: string, machine: string): void {
  rmSync(fileOf(directory, machine), { force: true });
}

function fileOf(directory: string, machine: string): string {
  return join(directory, `snapshot-${machine}.json`);
}

function tailOf(file: string, offset: number, disk: Disk): string {
  const from = Math.max(0, offset - tailBytes);
  const { bytes, size } = disk.readFrom(file, from, offset - from);
  return size < offset ? 'shorter' : hashOf(bytes);
}

function hashOf(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
