import { closeSync } from 'node:fs';
import { errorReason } from '../disk/system-error.ts';
import { openForWriting, writeWhole } from '../disk/write-file.ts';
import { errors } from '../messages/errors.ts';
import { Failure } from './command.ts';

/** The file of `--report`. */
export interface IncidentFile {
  write(markdown: string): void;
}

/** Opens the file before the run, so that nobody waits for the run to hear that it can't be written. */
export function openIncidentFile(file: string): IncidentFile {
  if (file === '') throw new Failure(errors.emptyReport);
  const attempt = <T>(status: 1 | 2, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw new Failure(errors.cannotWrite(file, errorReason(error)), status);
    }
  };
  const handle = attempt(2, () => openForWriting(file));
  return {
    write(markdown) {
      attempt(1, () => {
        writeWhole(handle, Buffer.from(markdown));
        closeSync(handle);
      });
    },
  };
}
