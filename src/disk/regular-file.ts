import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { RefusedFileError } from './system-error.ts';

/** Opening a pipe waits for its other end, unless it is told not to wait. Windows has neither. */
const NO_WAITING = constants.O_NONBLOCK ?? 0;
const FOR_READING = constants.O_RDONLY | NO_WAITING;

/**
 * Opens a regular file, and nothing else: a pipe would wait for ever, and a device may act when it is opened, so both
 * are asked for their kind first, and again once they are open, since a path may lead elsewhere meanwhile.
 */
export function openRegularFile(path: string, flags = FOR_READING, mode?: number): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw new RefusedFileError('not-a-file');
  const handle = openSync(path, flags | NO_WAITING, mode);
  if (fstatSync(handle).isFile()) return handle;
  closeSync(handle);
  throw new RefusedFileError('not-a-file');
}

/** The bytes of a regular file of at most `most` bytes; whatever it says of its size, no more is read. */
export function readRegularFile(path: string, most: number): Buffer {
  const handle = openRegularFile(path);
  try {
    const { size } = fstatSync(handle);
    if (size > most) throw new RefusedFileError('too-large');
    // files of the kernel say that they are empty: whether there is more shows only where reading ends
    const bytes = readUpTo(handle, size === 0 ? most + 1 : size + 1);
    if (bytes.length > most) throw new RefusedFileError('too-large');
    return bytes;
  } finally {
    closeSync(handle);
  }
}

/** What stands in an open file from a byte on, but no more than `most` bytes of it. */
export function readUpTo(handle: number, most: number, from = 0): Buffer {
  const bytes = Buffer.alloc(most);
  let read = 0;
  while (read < most) {
    const more = readSync(handle, bytes, read, most - read, from + read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}
