import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type JournalDisk, openJournal } from '../../src/learner/journal.ts';
import * as thisDisk from '../../src/learner/journal-file.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { repairJournals } from '../../src/learner/repair.ts';

const LINES = 12;
let directory: string;
let file: string;
let whole: Buffer;

const answer = (index: number): JournalEvent => ({
  ...{ type: 'answer', at: 1_000_000 + index, course: 'web', quiz: 'q', question: `question-${index}` },
  ...{ answer: { form: 'one', chosen: 'a' }, right: true, hints: 0, given: false },
});

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'infra-tutor-damage-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const journal = openJournal(directory);
  for (let index = 0; index < LINES; index++) journal.record(answer(index));
  file = journal.file;
  whole = readFileSync(file);
});

const answeredIn = () => [...openJournal(directory).progress('web').answers.keys()];

function clean(): void {
  for (const name of readdirSync(directory)) rmSync(join(directory, name));
}

test('a bit that flipped costs two lines at most, and the file stays as it is until it is mended', () => {
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(7), (byte, bit) => {
      clean();
      const damaged = Buffer.from(whole);
      damaged[byte] = (damaged[byte] ?? 0) ^ (1 << bit);
      writeFileSync(file, damaged);
      const known = Array.from({ length: LINES }, (_, index) => `question-${index}`);
      const kept = answeredIn().filter((id) => known.includes(id));
      expect(kept.length).toBeGreaterThanOrEqual(LINES - 2);
      expect(readFileSync(file)).toEqual(damaged);
      const before = openJournal(directory);
      const mended = repairJournals(directory, 'here');
      expect(mended.map(({ damagedLines }) => damagedLines)).toEqual(
        before.damagedLines > 0 ? [before.damagedLines] : [],
      );
      for (const { kept: path } of mended) expect(readFileSync(path)).toEqual(damaged);
      expect(openJournal(directory).damagedLines).toBe(0);
      expect(openJournal(directory).progress('web')).toEqual(before.progress('web'));
      expect(repairJournals(directory, 'here')).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('a journal goes on after it was mended', () => {
  appendFileSync(file, '\n{"v":2,"type":"ans');
  const running = openJournal(directory);
  repairJournals(directory, 'here');
  running.record(answer(LINES));
  expect(running.saves).toBe(true);
  for (const journal of [running, openJournal(directory)]) {
    expect(journal.progress('web').answers.size).toBe(LINES + 1);
    expect(journal.damagedLines).toBe(0);
  }
});

test.each([
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'you have no permission to do so'],
  ['ENOSPC', 'the disk is full'],
])(
  'a disk that answers %s: a sentence, the session goes on, and what was refused is saved later',
  (code, reason) => {
    let refuses = true;
    const disk: JournalDisk = {
      ...thisDisk,
      appendLine(path, line) {
        if (refuses) throw Object.assign(new Error('refused'), { code });
        thisDisk.appendLine(path, line);
      },
    };
    const journal = openJournal(directory, { disk });
    journal.record(answer(LINES));
    expect(journal.problems).toEqual([expect.stringContaining(reason)]);
    expect(journal.progress('web').answers.size).toBe(LINES + 1);
    expect(readFileSync(file)).toEqual(whole);
    refuses = false;
    journal.record(answer(LINES + 1));
    expect(answeredIn()).toHaveLength(LINES + 2);
  },
);
