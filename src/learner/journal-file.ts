import { createHash } from 'node:crypto';
import { closeSync, constants, copyFileSync, fstatSync, fsyncSync, readdirSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { openRegularFile, readUpTo } from '../disk/regular-file.ts';
import { errorCode, RefusedFileError } from '../disk/system-error.ts';
import { makeFolder, syncFolder } from '../disk/write-file.ts';

/** A journal of decades is smaller: what is larger is no journal. */
export const largestJournal = 2 ** 30;

/** What is read at once. */
const mostAtOnce = 16 * 2 ** 20;

/** Files of a folder that hold a journal: those of every machine, and the copies that a sync tool makes of a conflict. */
const isJournal = /^journal\b.*\.jsonl$/;
const isCopy = /\.damaged-[0-9a-f]{8}\.jsonl$/;

/** The names of the journals in a folder; none where there is no folder. */
export function journalsIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).filter((name) => isJournal.test(name) && !isCopy.test(name));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

const FOR_APPENDING = constants.O_WRONLY | constants.O_APPEND;

/**
 * Appends one line in one write. It begins with the line break, so that a line that was cut short by a crash
 * never swallows the next one; O_APPEND keeps two running copies out of each other's lines.
 */
export function appendLine(file: string, line: string): void {
  const handle = openForAppending(file);
  try {
    const bytes = Buffer.from(`\n${line}`);
    if (writeSync(handle, bytes) !== bytes.length) throw new RefusedFileError('cut');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function openForAppending(file: string): number {
  try {
    return openRegularFile(file, FOR_APPENDING);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  makeFolder(dirname(file), 0o700);
  const handle = openRegularFile(file, FOR_APPENDING | constants.O_CREAT, 0o600);
  syncFolder(dirname(file));
  return handle;
}

/** What stands in the file from this byte on, or the beginning of that, and the size of the whole; nothing when there is no file. */
export function readFrom(file: string, offset: number, most = mostAtOnce): { bytes: Buffer; size: number } {
  let handle: number;
  try {
    handle = openRegularFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { bytes: Buffer.alloc(0), size: 0 };
    throw error;
  }
  try {
    const { size } = fstatSync(handle);
    if (size > largestJournal) throw new RefusedFileError('too-large');
    return { bytes: readUpTo(handle, Math.min(most, Math.max(0, size - offset)), offset), size };
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
