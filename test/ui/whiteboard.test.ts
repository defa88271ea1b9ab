import { describe, expect, it } from 'vitest';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { dueReplays } from '../../src/learner/due.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { lessonRoom } from '../../src/plain/lesson.ts';
import { lesson, smallCourse } from '../course/small-course.ts';
import { tutorInLines } from '../plain/tutor-in-lines.ts';
import { openTestTutor } from './tutor.tsx';

const BLOCK = `ask: Explain the tiny site.
minutes: 2
points:
  - A user asks.
  - Somebody answers.
mentor:
  - ask: And if nobody does?
    answer: Then she waits.`;
const body = (block: string): string => `## Aloud\n\nTake paper.\n\n\`\`\`whiteboard\n${block}\n\`\`\`\n`;
const filesWith = (block: string) => smallCourse({ 'lessons/one/first.md': lesson('a', body(block)) });
const course = loadCourse('course', { files: filesWith(BLOCK) });
const place = { screen: 'lesson', lesson: 'a', page: 0 } as const;

it('runs a clock, lets one tick what was said, then asks on, and writes down whose count it is', () => {
  let now = 1_000;
  const tutor = openTestTutor({ course, place, clock: { now: () => now } });
  expect(tutor.text()).toContain('Explain it: Explain the tiny site.');
  expect(tutor.text()).not.toContain('Somebody answers');
  tutor.press('enter');
  expect(tutor.text()).toContain('You have 2 minutes');
  tutor.press('enter');
  now += 50_000;
  tutor.shell.tick(100);
  expect(tutor.text()).toContain('1:10 left');
  expect(tutor.text()).not.toContain('Somebody answers');
  now += 75_000;
  tutor.shell.tick(100);
  expect(tutor.text()).toContain('0:05 over');
  tutor.press('enter', 'down', 'space');
  expect(tutor.text()).toMatch(/\[ \] A user asks\.\n.*\[x\] Somebody answers/);
  tutor.press('enter');
  expect(tutor.text()).toContain('And if nobody does?');
  expect(tutor.text()).not.toContain('Then she waits');
  tutor.press('y', 'enter');
  expect(tutor.text()).toContain('Then she waits');
  tutor.press('y');
  expect(tutor.text()).toContain('By your own count: 1 of 2 points, 1 of 1 question, in 2:05 of 2:00.');
  expect(tutor.text()).toMatch(/You left out:\n\s*A user asks/);
  expect(tutor.events).toContainEqual(
    expect.objectContaining({
      type: 'explanation',
      lesson: 'a',
      covered: 1,
      points: 2,
      answered: 1,
      seconds: 125,
    }),
  );
  tutor.press('enter');
  expect(tutor.text()).toContain('Graded by yourself: 1 of 2 points');
});

it('comes back in the review, sooner where much was left out, and is forgotten with its lesson', () => {
  const whiteboard = course.stages
    .flatMap(({ lessons }) => lessons.flatMap(({ pages }) => pages.flatMap(({ blocks }) => blocks)))
    .flatMap((block) => (block.kind === 'whiteboard' ? [block.whiteboard.id] : []))[0];
  const graded = { points: 4, questions: 0, answered: 0, seconds: 60, limit: 120 };
  const explained = (covered: number): JournalEvent => ({
    ...{ type: 'explanation', at: 0, course: 'c', lesson: 'a', whiteboard: whiteboard ?? '' },
    ...{ ...graded, covered },
  });
  const scheduleOf = (...events: JournalEvent[]) =>
    foldProgress(events, 'c')
      .explanations.get('a')
      ?.get(whiteboard ?? '')?.schedule;
  const [poor, good] = [scheduleOf(explained(2)), scheduleOf(explained(3))];
  expect(poor?.due).toBeLessThan(good?.due ?? 0);
  const later = (good?.due ?? 0) + 1;
  const places = (...events: JournalEvent[]) =>
    dueReplays(course, foldProgress(events, 'c'), later).map((replay) => replay.place);
  expect(places(explained(3))).toEqual([place]);
  expect(places(explained(3), { type: 'reset', at: 1, course: 'c', id: 'a' })).toEqual([]);
});

it('does the same in lines', async () => {
  let now = 0;
  // every look at the clock is ten seconds later
  const clock = () => (now += 10_000);
  const lines = ['t', '', '', 'perhaps', 'y', 'n', '', 'y', 'm'];
  const { tutor, events, said } = tutorInLines(course, lines, { columns: 80, clock });
  await lessonRoom(tutor, place);
  expect(said()).toContain('Write y or n.');
  expect(said()).toContain('By your own count: 1 of 2 points, 1 of 1 question, in 0:10 of 2:00.');
  expect(said().indexOf('That took 0:10')).toBeLessThan(said().indexOf('A user asks'));
  expect(events).toContainEqual(expect.objectContaining({ type: 'explanation', covered: 1, answered: 1 }));
});

describe('lint', () => {
  it.each([
    ['no task', BLOCK.replace(/^ask.*\n/, ''), /needs "ask/],
    ['no minutes', BLOCK.replace('minutes: 2\n', ''), /a whole number from 1 to 60/],
    ['too long', BLOCK.replace('minutes: 2', 'minutes: 90'), /a whole number from 1 to 60/],
    ['one point', BLOCK.replace('  - A user asks.\n', ''), /two or more things/],
    ['a question without answer', BLOCK.replace(/\n.*answer:.*/, ''), /an "ask: ..." and an "answer/],
    ['an unknown key', `${BLOCK}\nhint: no`, /hint/],
  ])('tells of %s', (_what, block, sentence) => {
    const messages = lintCourse(filesWith(block)).map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(sentence));
  });

  it('has nothing to say of a good one', () => {
    expect(lintCourse(filesWith(BLOCK)).filter(({ rule }) => rule === 'whiteboard')).toEqual([]);
  });
});
