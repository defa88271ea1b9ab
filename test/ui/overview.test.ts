import { expect, it } from 'vitest';
import type { JournalEvent } from '../../src/learner/progress.ts';
import type { Confidence } from '../../src/learner/schedule.ts';
import { openTestTutor } from './tutor.tsx';

const DAY = 86_400_000;
const monday = Date.UTC(2026, 2, 2, 12);

function answer(question: string, at: number, right: boolean, confidence?: Confidence): JournalEvent {
  const said = confidence && { confidence };
  const given = { answer: { form: 'one', chosen: 'a' }, right, hints: 0, given: false, ...said } as const;
  return { type: 'answer', at, course: 'small', quiz: 'choices', question, ...given };
}

function open(...events: readonly JournalEvent[]) {
  const tutor = openTestTutor({ events, clock: { now: () => monday } });
  tutor.press('s');
  return tutor;
}

it('shows stage by stage what is read, known and due, how right one was when sure, and the days of review', () => {
  const tutor = open(
    answer('one', monday - 3 * DAY, true, 'sure'),
    answer('several', monday - 2 * DAY, false, 'sure'),
    answer('several', monday - 2 * DAY + 60_000, true, 'guess'),
    answer('several', monday - DAY, false, 'sure'),
  );
  expect(tutor.shell.trail).toEqual(['map', 'overview']);
  const text = tutor.text();
  expect(text).toMatch(/0 One of each +0\/3 +1 +1 +0 +1 /);
  expect(text).toMatch(/sure +▰+▱+ {2}1 of 3/);
  expect(text).toMatch(/a guess +▰+ {2}1 of 1/);
  expect(text).toMatch(/▄█▄· /);
  expect(text).toContain('Time spent: 1 min');
  expect(text).toContain('Which of these are load balancers?');
  expect(text).toContain('you were sure');
});

it('leads to the page that is about it, and to the question', () => {
  const tutor = open(answer('one', monday - DAY, false));
  expect(tutor.text()).toMatch(/read: /);
  tutor.press('enter');
  expect(tutor.shell.trail).toEqual(['map', 'overview', 'lesson']);
  tutor.press('escape', 'a');
  expect(tutor.shell.trail).toEqual(['map', 'overview', 'quiz']);
});

it('says what is missing to somebody who has just begun', () => {
  const text = open().text();
  expect(text).toContain('Nothing was answered wrong.');
  expect(text).toMatch(/A review asks how sure you are/);
});

it('has a calendar of what comes back: weeks from Monday on, today in its place', () => {
  const tutor = open(
    answer('one', monday - 60_000, true, 'sure'),
    answer('several', monday - 3 * DAY, false),
  );
  const rows = tutor.text().split('\n');
  const head = rows.findIndex((row) => row.endsWith('Mo  Tu  We  Th  Fr  Sa  Su'));
  expect(rows[head - 1]).toContain('Coming back, day by day');
  expect(rows[head + 1]).toMatch(/ 1 {3}· {3}· {3}· {3}· {3}· {3}·$/);
  expect(rows[head + 2]).toMatch(/ · {3}1 {3}· {3}· {3}· {3}· {3}·$/);
});

it('shows the same by what each lesson is for, with o', () => {
  const tutor = open(answer('one', monday - DAY, false));
  tutor.press('o');
  expect(tutor.text()).toContain('By what each lesson is for');
  expect(tutor.text()).toContain('0/1');
  tutor.press('o');
  expect(tutor.text()).toContain('Worth another look');
});
