import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { learnerMessages } from '../messages/learner.ts';

/** Fewer bytes reached the disk than were given to it. */
export class CutWriteError extends Error {}

/**
 * Appends one line in one write. It begins with the line break, so that a line that was cut short by a crash
 * never swallows the next one; O_APPEND keeps two running copies out of each other's lines.
 */
export function appendLine(file: string, line: string): void {
  makeFolder(dirname(file), 0o700);
  const handle = openSync(file, 'a', 0o600);
  try {
    const bytes = Buffer.from(`\n${line}`);
    if (writeSync(handle, bytes) !== bytes.length) throw new CutWriteError();
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes a folder and those above it. Node's own `recursive` never comes back where nothing can be made in a folder
 * that is there, as in /proc.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const made = tryToMake(path, mode);
  if (made === undefined) return;
  if (errorCode(made) !== 'ENOENT' || dirname(path) === path) throw made;
  makeFolder(dirname(path), mode);
  const again = tryToMake(path, mode);
  if (again !== undefined) throw again;
}

/** The error, or undefined when the folder is there. */
function tryToMake(path: string, mode: number): unknown {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return error;
  }
}

/** What stands in the file from this byte on, and the size of the whole; nothing when there is no file. */
export function readFrom(file: string, offset: number): { bytes: Buffer; size: number } {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { bytes: Buffer.alloc(0), size: 0 };
    throw error;
  }
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.max(0, size - offset));
    let read = 0;
    while (read < bytes.length) {
      const more = readSync(handle, bytes, read, bytes.length - read, offset + read);
      if (more === 0) break;
      read += more;
    }
    return { bytes: bytes.subarray(0, read), size };
  } finally {
    closeSync(handle);
  }
}

/**
 * Keeps a copy of a damaged file beside it, named by the damage so that the same damage is kept once.
 * Returns the copy's path and whether it is new.
 */
export function copyAside(file: string, damage: readonly Buffer[]): { copy: string; isNew: boolean } {
  const hash = createHash('sha256');
  for (const line of damage) hash.update(line).update('\n');
  const copy = file.replace(/(\.[^.]*)?$/, `.damaged-${hash.digest('hex').slice(0, 8)}$1`);
  try {
    copyFileSync(file, copy, constants.COPYFILE_EXCL);
    return { copy, isNew: true };
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return { copy, isNew: false };
    throw error;
  }
}

/** `ENOSPC` and the like; undefined for an error that has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why the disk refused, in words. */
export function errorReason(error: unknown): string {
  if (error instanceof CutWriteError) return learnerMessages.cut;
  const code = errorCode(error);
  return (code !== undefined ? learnerMessages.reasons.get(code) : undefined) ?? code ?? String(error);
}
