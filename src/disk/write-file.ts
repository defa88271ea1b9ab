import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { openRegularFile } from './regular-file.ts';
import { errorCode, RefusedFileError } from './system-error.ts';

/** How bytes are given to an open file; answers how many of them it took. */
export type WriteBytes = (handle: number, bytes: Uint8Array, from: number) => number;

/** Writes all of it: the system may take a part at a time (write(2), "RETURN VALUE"). */
export function writeWhole(handle: number, bytes: Uint8Array, write: WriteBytes = writeSync): void {
  for (let written = 0; written < bytes.length; ) {
    const more = write(handle, bytes, written);
    if (more === 0) throw new RefusedFileError('cut');
    written += more;
  }
}

const ANEW = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;

/** Writes a small file anew, where only a regular file or none stands now. */
export function writeRegularFile(path: string, text: string, mode?: number): void {
  const handle = openRegularFile(path, ANEW, mode);
  try {
    writeWhole(handle, Buffer.from(text));
  } finally {
    closeSync(handle);
  }
}

/**
 * Opens whatever a person names for writing, a pipe or a terminal too. A pipe that nobody reads from is refused
 * (ENXIO, open(2)) rather than waited for.
 */
export function openForWriting(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFIFO() !== true) return openSync(path, 'w');
  const asked = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    // opened anew, so that writing waits for the reader; both at once, or the reader would see the end
    return openSync(path, constants.O_WRONLY);
  } finally {
    closeSync(asked);
  }
}

/** Puts a text in the place of what a file holds, so that a crash leaves the one or the other, and never a part. */
export function replaceFile(path: string, text: string): void {
  const real = realpathSync(path);
  const beside = `${real}.${process.pid}.new`;
  const handle = openSync(beside, 'wx', statSync(real).mode);
  try {
    try {
      writeWhole(handle, Buffer.from(text));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(real));
}

/** Writes a file whole or not at all, whether it was there or not; its folder is there. */
export function writeNewFile(path: string, content: string | Uint8Array, mode: number): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    const handle = openSync(beside, 'w', mode);
    try {
      writeWhole(handle, typeof content === 'string' ? Buffer.from(content) : content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Makes a folder and those above it. Node's own `recursive` never comes back where nothing can be made in a folder
 * that is there, as in /proc.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const refused = tryToMake(path, mode);
  if (refused === undefined) return;
  if (errorCode(refused) !== 'ENOENT' || dirname(path) === path) throw refused;
  makeFolder(dirname(path), mode);
  const again = tryToMake(path, mode);
  if (again !== undefined) throw again;
}

/** The error, or undefined when the folder is there. */
function tryToMake(path: string, mode: number): unknown {
  try {
    mkdirSync(path, { mode });
    syncFolder(dirname(path));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return error;
  }
}

/** Lets the names in a folder outlive a power cut: fsync(2) of a new file does not do so for its name. */
export function syncFolder(path: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    fsyncSync(handle);
  } catch {
    // Windows and some file systems can't: what is in the files is safe all the same
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
