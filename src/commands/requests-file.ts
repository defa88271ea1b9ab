import { closeSync } from 'node:fs';
import { errorReason } from '../disk/system-error.ts';
import { openForWriting, writeWhole } from '../disk/write-file.ts';
import { errors } from '../messages/errors.ts';
import type { RequestReport } from '../simulator/report.ts';
import { Failure } from './command.ts';

/** The file of `--requests`: a line of JSON for each request. */
export interface RequestsFile {
  write(requests: readonly RequestReport[]): void;
}

const linesAtOnce = 10_000;

/** Opens the file before the run: nobody should wait for an hour to hear that it can't be written. */
export function openRequestsFile(file: string): RequestsFile {
  if (file === '') throw new Failure(errors.emptyRequests);
  const attempt = <T>(status: 1 | 2, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw new Failure(errors.cannotWrite(file, errorReason(error)), status);
    }
  };
  const handle = attempt(2, () => openForWriting(file));
  return {
    write(requests) {
      attempt(1, () => {
        for (let from = 0; from < requests.length; from += linesAtOnce) {
          const lines = requests.slice(from, from + linesAtOnce).map((request) => JSON.stringify(request));
          writeWhole(handle, Buffer.from(`${lines.join('\n')}\n`));
        }
        closeSync(handle);
      });
    },
  };
}
