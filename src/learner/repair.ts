import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { journalsIn } from './journal-file.ts';
import { addHistory, historyText } from './journal-texts.ts';
import { mergedHistory } from './merge.ts';
import { forgetSnapshot } from './snapshot.ts';

/** A journal in which some lines could not be read, and where it is now. */
export interface Mended {
  readonly file: string;
  readonly damagedLines: number;
  /** the journal as it was */
  readonly kept: string;
}

/**
 * Puts journals of readable lines in the place of damaged ones, which are kept under another name. At no moment is a line
 * nowhere: the readable ones are written first, and lines that stand in two journals count once. What another running copy
 * has appended meanwhile is taken along. Throws what the system says.
 */
export function repairJournals(directory: string, machine: string): readonly Mended[] {
  forgetSnapshot(directory, machine);
  removeUnfinished(directory);
  return journalsIn(directory).flatMap((name) => {
    const file = join(directory, name);
    const text = historyText(file);
    const { lines, damagedLines } = mergedHistory([text]);
    if (damagedLines === 0) return [];
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
    const kept = file.replace(/\.jsonl$/, `.damaged-${hash}.jsonl`);
    if (lines.length > 0) addHistory(directory, lines);
    renameSync(file, kept);
    const whole = mergedHistory([historyText(kept)]);
    if (whole.lines.length > lines.length) addHistory(directory, whole.lines);
    return [{ file, damagedLines, kept }];
  });
}

/** What a program that was killed had begun to write: it has another name until it is whole. */
function removeUnfinished(directory: string): void {
  const names = journalsIn(directory).length === 0 ? [] : readdirSync(directory);
  for (const name of names) {
    if (/^(?:journal|snapshot)-.*\.\d+\.new$/.test(name)) rmSync(join(directory, name), { force: true });
  }
}
