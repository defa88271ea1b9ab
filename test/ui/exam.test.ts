import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { courseKey } from '../../src/learner/course-key.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { question, smallCourse } from '../course/small-course.ts';
import { openTestTutor } from './tutor.tsx';

const quiz = `---
id: q
title: Final
stage: one
fixed: true
exam: { minutes: 10, hints: on }
---

${question('first')}
${question('second')}`;
const course = loadCourse('course', { files: smallCourse({ 'quizzes/q.md': quiz }) });
const place = { screen: 'quiz', quiz: 'q', question: 'first' } as const;
const minute = 60_000;

function open(events: readonly JournalEvent[] = [], now = 1_000) {
  const clock = { now: () => at.now };
  const at = { now };
  return { tutor: openTestTutor({ course, place, events, clock }), at };
}

test('tells the rules, then asks with a clock, and says nothing of right and wrong before the end', () => {
  const { tutor, at } = open();
  expect(tutor.text()).toContain('2 questions, 10 minutes. This is attempt 1 of 1.');
  tutor.press('enter');
  expect(tutor.text()).toContain('question 1 of 2 · 10:00 left');
  at.now += 90_000;
  tutor.press('1', 'enter');
  expect(tutor.text()).toMatch(/question 2 of 2 · 8:30 left/);
  expect(tutor.text()).not.toMatch(/Right|Not quite|right/);
  tutor.press('b');
  expect(tutor.text()).toContain('Your answer so far:');
  tutor.press('pagedown', '1', 'enter');
  expect(tutor.shell.menu?.title).toBe('Every question is answered.');
  tutor.shell.choose(1);
  expect(tutor.text()).toMatch(/\d of 2 right\./);
  expect(tutor.text()).toContain('hand-in --name');
  expect(tutor.events.filter(({ type }) => type.startsWith('exam-')).map(({ type }) => type)).toEqual([
    'exam-begun',
    'exam-answer',
    'exam-answer',
    'exam-ended',
  ]);
});

test('gives a hint behind i, as a quiz does: h only ever moves', () => {
  const { tutor } = open();
  tutor.press('enter', 'h');
  expect(tutor.text()).not.toContain('Look.');
  tutor.press('i');
  expect(tutor.text()).toContain('Look.');
});

test('goes on after a crash with the clock running, and is closed when its time is over', () => {
  const key = courseKey(course);
  const begun: JournalEvent = { type: 'exam-begun', at: 1_000, course: key, quiz: 'q' };
  const { tutor, at } = open([begun], 1_000 + 4 * minute);
  expect(tutor.text()).toContain('6:00 left');
  // a clock that is set back gives nothing
  at.now -= 3 * minute;
  tutor.shell.tick(100);
  at.now += 2 * minute;
  tutor.shell.tick(100);
  expect(tutor.text()).toContain('4:00 left');
  at.now += 4 * minute;
  tutor.shell.tick(100);
  expect(tutor.text()).toContain('The time is over. The exam is closed.');
  expect(tutor.text()).toContain('0 of 2 right.');
});
