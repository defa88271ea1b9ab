import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { eventLine } from '../../src/learner/event-line.ts';
import { openJournal } from '../../src/learner/journal.ts';
import { addHistory, journalTexts } from '../../src/learner/journal-texts.ts';
import { mergedHistory } from '../../src/learner/merge.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { someEvent } from './arbitrary-events.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'infra-tutor-merge-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const answer = (question: string, at: number, right: boolean): JournalEvent => ({
  ...{ type: 'answer', at, course: 'web', quiz: 'q', question },
  ...{ answer: { form: 'one', chosen: 'a' }, right, hints: 0, given: false },
});

/** A journal as text: lines of today, and of the first edition, which have no order of their own. */
const someHistory = fc
  .array(fc.tuple(fc.boolean(), someEvent, fc.nat(50)), { maxLength: 8 })
  .map((lines) =>
    Buffer.from(
      lines
        .map(([first, event, order]) => (first ? JSON.stringify(event) : eventLine(event, order)))
        .join('\n'),
    ),
  );

const text = (lines: readonly string[]) => Buffer.from(lines.join('\n'));
const merged = (...texts: readonly Buffer[]) => mergedHistory(texts).lines;

test('histories merge to the same in any order, in any grouping, however often', () => {
  fc.assert(
    fc.property(someHistory, someHistory, someHistory, (a, b, c) => {
      const all = merged(a, b, c);
      expect(merged(c, b, a)).toEqual(all);
      expect(merged(text(merged(a, b)), c)).toEqual(all);
      expect(merged(a, text(merged(b, c)))).toEqual(all);
      expect(merged(text(all), a, b, text(all))).toEqual(all);
      for (const one of [a, b, c]) for (const line of merged(one)) expect(all).toContain(line);
    }),
  );
});

test('two machines write files of their own in one folder, see each other, and nothing counts twice', () => {
  const shared = folder();
  const [laptop, desktop] = [openJournal(shared, { machine: 'aa' }), openJournal(shared, { machine: 'bb' })];
  laptop.record(answer('one', 1_000, false));
  desktop.record(answer('one', 2_000, true));
  laptop.record(answer('two', 3_000, true));
  expect(readdirSync(shared).sort()).toEqual(['journal-aa.jsonl', 'journal-bb.jsonl']);
  // what a sync tool makes of a conflict
  copyFileSync(laptop.file, join(shared, "journal-aa (Ana's conflicted copy 2026-03-02).jsonl"));
  copyFileSync(desktop.file, join(shared, 'journal-bb.sync-conflict-20260302-080000-ABCDEFG.jsonl'));
  for (const journal of [laptop, desktop, openJournal(shared, { machine: 'cc' })]) {
    const { answers } = journal.progress('web');
    expect([...answers].map(([id, { right, tries }]) => [id, right, tries])).toEqual([
      ['one', true, 2],
      ['two', true, 1],
    ]);
    expect(journal.problems).toEqual([]);
  }
});

test('what happened earlier on a machine that was offline counts as earlier, however late it arrives', () => {
  const shared = folder();
  const here = openJournal(shared, { machine: 'aa' });
  here.record(answer('one', 5_000, true));
  expect(here.progress('web').answers.get('one')).toMatchObject({ right: true, tries: 1 });
  const late = folder();
  openJournal(late, { machine: 'bb' }).record(answer('one', 4_000, false));
  copyFileSync(join(late, 'journal-bb.jsonl'), join(shared, 'journal-bb.jsonl'));
  expect(here.progress('web').answers.get('one')).toMatchObject({ right: true, tries: 2, at: 5_000 });
});

test('whatever two machines do, and however their files come together, their progress is the same', () => {
  const turns = fc.array(fc.tuple(fc.boolean(), someEvent), { maxLength: 8 });
  fc.assert(
    fc.property(turns, (all) => {
      const [one, other, both] = [folder(), folder(), folder()];
      const journals = [openJournal(one, { machine: 'aa' }), openJournal(other, { machine: 'bb' })] as const;
      for (const [first, event] of all) journals[first ? 0 : 1].record(event);
      addHistory(both, merged(...journalTexts(other), ...journalTexts(one)));
      addHistory(one, merged(...journalTexts(other)));
      addHistory(other, merged(...journalTexts(one)));
      const progress = openJournal(both).progress('web');
      for (const journal of journals) expect(journal.progress('web')).toEqual(progress);
    }),
    { numRuns: 10 },
  );
});

test('a journal of the first edition can be exported twice, before and after it was imported', () => {
  const directory = folder();
  copyFileSync(new URL('first-edition.jsonl', import.meta.url), join(directory, 'journal.jsonl'));
  const first = merged(...journalTexts(directory));
  const before = openJournal(directory).progress('small');
  addHistory(directory, first);
  expect(merged(...journalTexts(directory))).toEqual(first);
  expect(openJournal(directory).progress('small')).toEqual(before);
});

test('lines of a newer format are kept, told, and go along', () => {
  const directory = folder();
  openJournal(directory, { machine: 'aa' }).record(answer('one', 1_000, true));
  const newer = '{"v":3,"t":2000,"type":"answer","said":"in another way"}';
  writeFileSync(join(directory, 'journal-bb.jsonl'), `\n${newer}`);
  const journal = openJournal(directory, { machine: 'aa' });
  expect(journal.problems).toEqual([
    '1 line of your progress was written by a newer infra-tutor: it is kept, and counts once this one is updated.',
  ]);
  expect(journal.damagedLines).toBe(0);
  expect(merged(...journalTexts(directory))).toContain(newer);
  expect(readFileSync(join(directory, 'journal-bb.jsonl'), 'utf8')).toBe(`\n${newer}`);
});
