import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../disk/write-file.ts';
import { plain } from '../text/plain-text.ts';

/** More crashes than these say nothing new: the oldest give way. */
const mostFiles = 10;
const mostCharacters = 64_000;
const named = /^crash-.*\.txt$/;

export interface Crash {
  /** milliseconds since 1970 */
  readonly at: number;
  /** the program, Node, the system, the words of the command line: a line each */
  readonly about: readonly string[];
  readonly error: unknown;
}

/** Keeps what is known of a crash in a file beside the progress; its path, or undefined where nothing can be written. */
export function keepCrash(directory: string, { at, about, error }: Crash): string | undefined {
  const time = new Date(at).toISOString();
  const text = plain([time, ...about, '', stackOf(error)].join('\n')).slice(0, mostCharacters);
  const file = join(directory, `crash-${time.replace(/[:.]/g, '-')}-${process.pid}.txt`);
  try {
    makeFolder(directory, 0o700);
    writeFileSync(file, `${text}\n`, { flag: 'wx', mode: 0o600 });
    const all = readdirSync(directory).filter((name) => named.test(name));
    // their names begin with their time
    for (const name of all.sort().slice(0, -mostFiles)) rmSync(join(directory, name), { force: true });
    return file;
  } catch {
    return undefined;
  }
}

/** Where an error was thrown, and the errors that it came from. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? String(error);
  return error.cause === undefined ? own : `${own}\nbecause of ${stackOf(error.cause)}`;
}
