import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eventLine } from '../../src/learner/event-line.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { type JournalDisk, openJournal } from '../../src/learner/journal.ts';
import * as thisDisk from '../../src/learner/journal-file.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';

/** Enough to be worth a snapshot, and little enough to fold. */
const LINES = 6_000;

const event = (index: number): JournalEvent =>
  index % 20 === 0
    ? {
        ...{ type: 'answer', at: index, course: 'web', quiz: 'q', question: `question-${index % 7}` },
        ...{ answer: { form: 'one', chosen: 'a' }, right: index % 3 > 0, hints: 0, given: false },
      }
    : { type: 'page', at: index, course: 'web', lesson: `lesson-${index % 5}`, page: index % 3, pages: 3 };

function longHistory() {
  const directory = mkdtempSync(join(tmpdir(), 'infra-tutor-snapshot-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const events = Array.from({ length: LINES }, (_, index) => event(index + 1));
  const file = join(directory, 'journal-here.jsonl');
  writeFileSync(file, events.map((each) => `\n${eventLine(each, each.at)}`).join(''));
  return { directory, file, expected: foldProgress(events, 'web') };
}

/** How many bytes of the journals a start reads. */
function counting(): { readonly disk: JournalDisk; readonly read: () => number } {
  let read = 0;
  const disk: JournalDisk = {
    ...thisDisk,
    readFrom(...asked) {
      const found = thisDisk.readFrom(...asked);
      read += found.bytes.length;
      return found;
    },
  };
  return { disk, read: () => read };
}

const snapshotIn = (directory: string) => join(directory, 'snapshot-here.json');

test('after a long history a start reads what it added up to, and what came since', () => {
  const { directory, expected } = longHistory();
  expect(openJournal(directory).progress('web')).toEqual(expected);
  const { disk, read } = counting();
  const journal = openJournal(directory, { disk });
  expect(journal.progress('web')).toEqual(expected);
  expect(read()).toBeLessThan(20_000);
  journal.record(event(LINES + 20));
  const first = expected.answers.get('question-0')?.first;
  expect(first).toBeDefined();
  const again = openJournal(directory).progress('web');
  expect(again).toEqual(journal.progress('web'));
  expect(again.answers.get('question-0')?.first).toEqual(first);
});

test('a short history keeps no snapshot', () => {
  const { directory, file } = longHistory();
  writeFileSync(file, `\n${eventLine(event(20), 20)}`);
  openJournal(directory);
  expect(readdirSync(directory)).toEqual(['journal-here.jsonl']);
});

test.each<[what: string, change: (snapshot: string, file: string) => void]>([
  ['flipped bits', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('lesson-1', 'lesson-9'))],
  ['was cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, 500))],
  ['is empty', (path) => writeFileSync(path, '')],
  ['is of another form', (path) => writeFileSync(path, '{"form":99}')],
])('a snapshot that %s is thrown away, and the journal counts', (_, change) => {
  const { directory, file, expected } = longHistory();
  openJournal(directory);
  change(snapshotIn(directory), file);
  const journal = openJournal(directory);
  expect(journal.progress('web')).toEqual(expected);
  expect(journal.problems).toEqual([]);
});

test('a journal that is no longer what a snapshot was made of is read from its beginning', () => {
  const { directory, file } = longHistory();
  openJournal(directory);
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.slice(0, LINES / 2).join('\n'));
  const events = Array.from({ length: LINES / 2 - 1 }, (_, index) => event(index + 1));
  expect(openJournal(directory).progress('web')).toEqual(foldProgress(events, 'web'));
});

test('damage is told once and stays counted, with a snapshot, too', () => {
  const { directory, file } = longHistory();
  appendFileSync(file, '\n{"v":2,"ty');
  expect(openJournal(directory).problems).toHaveLength(1);
  const journal = openJournal(directory);
  expect([journal.problems, journal.damagedLines]).toEqual([[], 1]);
});

test('a long history says how far it is read, and says nothing once there is a snapshot', () => {
  const { directory } = longHistory();
  const inPieces: JournalDisk = {
    ...thisDisk,
    readFrom: (file, at, most = 100_000) => thisDisk.readFrom(file, at, most),
  };
  const shares: number[] = [];
  const open = () =>
    openJournal(directory, { machine: 'here', disk: inPieces, far: (share) => shares.push(share) });
  open();
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
  shares.length = 0;
  open();
  expect(shares).toEqual([]);
});
