import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { type JournalDisk, openJournal } from '../../src/learner/journal.ts';
import * as thisDisk from '../../src/learner/journal-file.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { someEvent } from './arbitrary-events.ts';

let directory: string;
const file = () => join(directory, 'journal-here.jsonl');

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'infra-tutor-journal-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const seen = (page: number): JournalEvent => ({
  type: 'page',
  at: 1,
  course: 'web',
  lesson: 'hosts',
  page,
  pages: 9,
});
const pagesOf = (journal: ReturnType<typeof openJournal>) => [
  ...(journal.progress('web').pages.get('hosts') ?? []),
];

test('nothing is created before the first event', () => {
  const inside = join(directory, 'not', 'there');
  const journal = openJournal(inside);
  expect(journal.progress('web').place).toBeUndefined();
  expect(existsSync(inside)).toBe(false);
  journal.record(seen(0));
  expect(pagesOf(openJournal(inside))).toEqual([0]);
});

test('what one run wrote, the next one reads', () => {
  fc.assert(
    fc.property(fc.array(someEvent, { maxLength: 12 }), (events) => {
      rmSync(file(), { force: true });
      const journal = openJournal(directory);
      for (const event of events) journal.record(event);
      expect(openJournal(directory).progress('web')).toEqual(foldProgress(events, 'web'));
    }),
    { numRuns: 15 },
  );
});

test('two running copies lose nothing of each other, and see it at once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), someEvent), { maxLength: 12 }), (turns) => {
      rmSync(file(), { force: true });
      const [one, other] = [openJournal(directory), openJournal(directory)];
      for (const [first, event] of turns) (first ? one : other).record(event);
      const all = foldProgress(
        turns.map(([, event]) => event),
        'web',
      );
      expect(one.progress('web')).toEqual(all);
      expect(other.progress('web')).toEqual(all);
    }),
    { numRuns: 15 },
  );
});

test('every line that is whole counts, whatever stands between', () => {
  const garbage = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
    fc.string({ minLength: 1 }).map((text) => new TextEncoder().encode(text)),
    fc
      .constantFrom('{', '[]', 'null', '{"type":"page"}', '{"type":"answer","at":1,"course":"web"}')
      .map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(someEvent, garbage), { maxLength: 12 }), (pieces) => {
      rmSync(directory, { recursive: true, force: true });
      mkdirSync(directory);
      const journal = openJournal(directory);
      for (const piece of pieces) {
        if (piece instanceof Uint8Array) appendFileSync(file(), Buffer.concat([Buffer.from('\n'), piece]));
        else journal.record(piece);
      }
      const events = pieces.filter((piece): piece is JournalEvent => !(piece instanceof Uint8Array));
      expect(openJournal(directory).progress('web')).toEqual(foldProgress(events, 'web'));
      expect(journal.progress('web')).toEqual(foldProgress(events, 'web'));
    }),
    { numRuns: 20 },
  );
});

test('a line cut short by a crash loses itself alone', () => {
  const journal = openJournal(directory);
  const ends = [0, 1, 2].map((page) => {
    journal.record(seen(page));
    return statSync(file()).size;
  });
  const whole = readFileSync(file());
  fc.assert(
    fc.property(fc.nat(whole.length), (length) => {
      writeFileSync(file(), whole.subarray(0, length));
      openJournal(directory).record(seen(8));
      const again = openJournal(directory);
      const expected = [0, 1, 2].filter((page) => length >= (ends[page] ?? 0));
      expect(pagesOf(again)).toEqual([...expected, 8]);
      rmSync(file());
    }),
    { numRuns: 20 },
  );
});

test('damage is told once, with a copy of the file as it was; the file itself stays', () => {
  openJournal(directory).record(seen(0));
  appendFileSync(file(), '\n{"type":"page","at":1,"cour');
  const before = readFileSync(file());

  const journal = openJournal(directory);
  expect(journal.problems).toHaveLength(1);
  expect(journal.problems[0]).toMatch(/^1 line of your progress in .* can't be read/);
  expect(journal.damagedLines).toBe(1);
  expect(readFileSync(file())).toEqual(before);
  const copies = readdirSync(directory).filter((name) => name.includes('damaged'));
  expect(copies).toHaveLength(1);
  expect(readFileSync(join(directory, copies[0] ?? ''))).toEqual(before);

  journal.record(seen(1));
  const next = openJournal(directory);
  expect(next.problems).toEqual([]);
  expect(next.damagedLines).toBe(1);
  expect(pagesOf(next)).toEqual([0, 1]);
  expect(readdirSync(directory)).toHaveLength(2);
});

test('an event of a newer version is passed over and is no damage', () => {
  openJournal(directory).record(seen(0));
  appendFileSync(file(), '\n{"type":"certificate-of-a-newer-version","at":1,"course":"web","mission":"m"}');
  const journal = openJournal(directory);
  expect([journal.problems, journal.damagedLines]).toEqual([[], 0]);
});

test("another copy's half-written line is read when it is whole", () => {
  const journal = openJournal(directory);
  journal.record(seen(0));
  const line = JSON.stringify(seen(1));
  appendFileSync(file(), `\n${line.slice(0, 20)}`);
  expect(pagesOf(journal)).toEqual([0]);
  appendFileSync(file(), line.slice(20));
  expect(pagesOf(journal)).toEqual([0, 1]);
  expect(journal.damagedLines).toBe(0);
});

test('a file that was put in its place is read from the beginning', () => {
  const journal = openJournal(directory);
  for (const page of [0, 1, 2]) journal.record(seen(page));
  expect(pagesOf(journal)).toEqual([0, 1, 2]);
  writeFileSync(file(), `\n${JSON.stringify(seen(7))}`);
  expect(pagesOf(journal)).toEqual([7]);
});

/** A disk that refuses some writes, as a full one does: before anything is written, or in the middle of a line. */
function fullDisk(refuses: () => 'nothing' | 'all' | 'a part'): JournalDisk {
  return {
    ...thisDisk,
    appendLine(path, line) {
      const refused = refuses();
      if (refused === 'nothing') return thisDisk.appendLine(path, line);
      if (refused === 'a part') appendFileSync(path, `\n${line.slice(0, line.length / 2)}`);
      throw Object.assign(new Error('write failed'), { code: 'ENOSPC' });
    },
  };
}

test('a full disk gives one sentence, and the tutor goes on with what it remembers', () => {
  const journal = openJournal(directory, { disk: fullDisk(() => 'all') });
  journal.record(seen(0));
  journal.record(seen(1));
  expect(journal.problems).toHaveLength(1);
  expect(journal.problems[0]).toContain('the disk is full');
  expect(journal.saves).toBe(false);
  expect(journal.refused).not.toBe('');
  expect(pagesOf(journal)).toEqual([0, 1]);
});

test('what was refused is written at the next event, before it', () => {
  let refused: 'nothing' | 'all' = 'nothing';
  const journal = openJournal(directory, { disk: fullDisk(() => refused) });
  journal.record(seen(0));
  refused = 'all';
  journal.record({ type: 'reset', at: 2, course: 'web' });
  expect(pagesOf(journal)).toEqual([]);
  refused = 'nothing';
  journal.record(seen(1));
  expect(pagesOf(journal)).toEqual([1]);
  expect(pagesOf(openJournal(directory))).toEqual([1]);
  expect(journal.saves).toBe(true);
  expect(journal.problems).toHaveLength(2);
  expect(journal.problems[1]).toContain('can be saved again');
});

test('however often the disk refuses, events count in their order, here and at the next start', () => {
  const write = fc.tuple(someEvent, fc.constantFrom('nothing', 'nothing', 'all', 'a part'));
  fc.assert(
    fc.property(fc.array(write, { maxLength: 12 }), (writes) => {
      rmSync(directory, { recursive: true, force: true });
      mkdirSync(directory);
      let refused: 'nothing' | 'all' | 'a part' = 'nothing';
      const journal = openJournal(directory, { disk: fullDisk(() => refused) });
      const events: JournalEvent[] = [];
      let saved = 0;
      for (const [event, answer] of writes) {
        refused = answer;
        journal.record(event);
        events.push(event);
        if (answer === 'nothing') saved = events.length;
        expect(journal.saves).toBe(saved === events.length);
        expect(journal.progress('web')).toEqual(foldProgress(events, 'web'));
        expect(openJournal(directory).progress('web')).toEqual(foldProgress(events.slice(0, saved), 'web'));
      }
    }),
    { numRuns: 20 },
  );
});

function sparse(path: string, size: number): void {
  writeFileSync(path, '');
  truncateSync(path, size);
}

test.each([
  ['a pipe', () => execFileSync('mkfifo', [file()]), 'is no regular file'],
  ['a device', () => symlinkSync('/dev/full', file()), 'is no regular file'],
  ['a folder', () => mkdirSync(file()), 'is no regular file'],
  ['a loop of links', () => symlinkSync(file(), file()), 'goes round in circles'],
  ['larger than any journal', () => sparse(file(), 2 ** 36), 'is too large'],
])('a journal that is %s is told, hangs nothing, and is left as it is', (_, make, reason) => {
  make();
  const before = lstatSync(file());
  const journal = openJournal(directory);
  journal.record(seen(3));
  expect(pagesOf(journal)).toEqual([3]);
  expect(journal.saves).toBe(false);
  expect(journal.problems).toHaveLength(2);
  for (const problem of journal.problems) expect(problem).toContain(reason);
  expect(lstatSync(file())).toMatchObject({ mode: before.mode, size: before.size });
});

test('a data folder that is a file gives one sentence', () => {
  const taken = join(directory, 'taken');
  writeFileSync(taken, '');
  const journal = openJournal(join(taken, 'inside'));
  journal.record(seen(0));
  expect(journal.problems.join('\n')).toContain('is a file, not a folder');
  expect(pagesOf(journal)).toEqual([0]);
});

test.runIf(existsSync('/proc/self'))(
  'a folder in which nothing can be made is told, and does not hang',
  () => {
    const journal = openJournal('/proc/infra-tutor/deep');
    journal.record(seen(0));
    expect(journal.saves).toBe(false);
    expect(journal.problems).toHaveLength(1);
  },
);
