import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from '../disk/regular-file.ts';
import { makeFolder, writeNewFile } from '../disk/write-file.ts';
import { journalsIn, largestJournal } from './journal-file.ts';

/** Every journal of a folder, whole. Throws what the system says. */
export function journalTexts(directory: string): readonly Buffer[] {
  return journalsIn(directory).map((name) => historyText(join(directory, name)));
}

/** A journal or an export, whole. Throws what the system says. */
export function historyText(file: string): Buffer {
  return readRegularFile(file, largestJournal);
}

/** Puts lines beside the journals as a journal of its own, whole or not at all; the same lines are put there once. */
export function addHistory(directory: string, lines: readonly string[]): void {
  const text = `${lines.join('\n')}\n`;
  const name = `journal-import-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.jsonl`;
  makeFolder(directory, 0o700);
  const file = join(directory, name);
  if (!existsSync(file)) writeNewFile(file, text, 0o600);
}
