import { closeSync } from 'node:fs';
import { errorReason } from '../disk/system-error.ts';
import { openForWriting, writeWhole } from '../disk/write-file.ts';
import { errors } from '../messages/errors.ts';
import { Failure } from './command.ts';

/** A file that a command was asked to write. */
export interface OutputFile {
  /** writes all of it, piece by piece, and closes it; @throws Failure of status 1 when the disk refuses */
  write(pieces: Iterable<string | Uint8Array>): void;
}

/**
 * Opens the file before the run: nobody should wait for an hour to hear that it can't be written.
 *
 * @param empty what to say when it has no name
 * @throws Failure of status 2
 */
export function openOutputFile(file: string, empty: string): OutputFile {
  if (file === '') throw new Failure(empty);
  const attempt = <T>(status: 1 | 2, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw new Failure(errors.cannotWrite(file, errorReason(error)), status);
    }
  };
  const handle = attempt(2, () => openForWriting(file));
  return {
    write(pieces) {
      attempt(1, () => {
        for (const piece of pieces)
          writeWhole(handle, typeof piece === 'string' ? Buffer.from(piece) : piece);
        closeSync(handle);
      });
    },
  };
}
