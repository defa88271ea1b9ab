/** Histories of several machines as one. Whatever is joined, in whatever order and however often, the result is the same. */

import type { Entry } from './journal-reader.ts';
import { LineOrder } from './journal-reader.ts';
import type { JournalEvent } from './progress.ts';

/** Entries in their order, each one once. */
export function joined(entries: readonly Entry[]): readonly Entry[] {
  const sorted = entries.toSorted(compare);
  return sorted.filter((entry, index) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, entry) !== 0;
  });
}

function compare(a: Entry, b: Entry): number {
  if (a.order !== b.order) return a.order - b.order;
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

export interface History {
  /** lines in today's format, in their order, each one once */
  readonly lines: readonly string[];
  /** how many lines can't be read */
  readonly damagedLines: number;
}

/** The histories that stand in these texts: journals, or what was exported of them. */
export function mergedHistory(texts: readonly Buffer[]): History {
  const { entries, damagedLines } = mergedEntries(texts);
  return { lines: entries.map(({ text }) => text), damagedLines };
}

/** The events of these texts, in their order, each one once. */
export function mergedEvents(texts: readonly Buffer[]): readonly JournalEvent[] {
  return mergedEntries(texts).entries.flatMap(({ event }) => event ?? []);
}

function mergedEntries(texts: readonly Buffer[]) {
  const entries: Entry[] = [];
  let damagedLines = 0;
  for (const text of texts) {
    const order = new LineOrder();
    for (const line of linesOf(text)) {
      const entry = order.entryOf(line);
      if (entry === 'damaged') damagedLines++;
      else if (entry !== undefined) entries.push(entry);
    }
  }
  return { entries: joined(entries), damagedLines };
}

function* linesOf(text: Buffer): Iterable<Buffer> {
  let begin = 0;
  for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, begin)) {
    yield text.subarray(begin, end);
    begin = end + 1;
  }
  yield text.subarray(begin);
}
