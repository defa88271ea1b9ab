import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Page } from '../../src/course/model.ts';
import { scheduled } from '../../src/learner/schedule.ts';
import { simulator } from '../../src/messages/simulator.ts';
import { rowWidth, wrapped } from '../../src/text/row-layout.ts';
import { pageLayout } from '../../src/ui/screens/lesson/page-layout.ts';
import { openTestTutor } from './tutor.tsx';

const course = loadCourse('.');
const pages = course.stages.flatMap(({ lessons }) =>
  lessons.flatMap((lesson) =>
    lesson.pages.map((page, at) => ({ name: `${lesson.id} ${at + 1}`, lesson: lesson.id, page })),
  ),
);

it('draw something stroke by stroke, but for those in which the learner draws or reads what others drew', () => {
  const still = course.stages
    .flatMap(({ lessons }) => lessons)
    .filter(({ id }) => !/^(?:review|whiteboard|at-the-whiteboard)/.test(id))
    .filter(({ pages }) =>
      pages.every(({ blocks }) => blocks.every((block) => block.kind !== 'diagram' || !block.growth)),
    );
  expect(still.map(({ id }) => id)).toEqual([]);
});

it('say something to whoever teaches the first lesson of each stage', () => {
  const silent = course.stages.filter(({ lessons }) => lessons[0]?.pages.every(({ notes }) => notes === ''));
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it.each([60, 80])('have no finished diagram that is wider than a window of %i columns', (columns) => {
  const context = openTestTutor({ course, columns, rows: 24 }).shell.context();
  const wide = pages.filter(({ page, lesson }) => {
    const { strokes } = pageLayout(page, lesson, context);
    const { rows } = pageLayout(page, lesson, context, { left: 0, stroke: Math.max(0, strokes - 1) });
    return rows.some((row) => rowWidth(row) > columns);
  });
  expect(wide.map(({ name }) => name)).toEqual([]);
});

describe.each([
  [80, 24],
  [60, 20],
  [120, 40],
])('the shipped lessons at %ix%i', (columns, rows) => {
  const context = openTestTutor({ course, columns, rows }).shell.context();

  it('are never wider than the window', () => {
    const wide = pages.filter(({ page, lesson }) =>
      pageLayout(page, lesson, context).rows.some((row) => rowWidth(row) > columns),
    );
    expect(wide.map(({ name }) => name)).toEqual([]);
  });
});

it('have no page that scrolls at 80x24, not even when a guess has been made and explained', () => {
  const context = openTestTutor({ course, columns: 80, rows: 24 }).shell.context();
  const guesses = (page: Page) =>
    page.blocks.flatMap((block) => {
      if (block.kind !== 'predict') return [];
      const { id, guesses } = block.prediction;
      const schedule = scheduled(undefined, 0, 'again');
      return [
        [id, { guess: guesses[0]?.text ?? '', right: false, seed: 1234, value: '1.23 s', schedule }] as const,
      ];
    });
  const predictions = new Map(
    course.stages.flatMap(({ lessons }) =>
      lessons.map((lesson) => [lesson.id, new Map(lesson.pages.flatMap(guesses))] as const),
    ),
  );
  const after = { ...context, progress: { ...context.progress, predictions } };
  const long = pages.filter(({ page, lesson }) =>
    [context, after].some((each) => pageLayout(page, lesson, each).rows.length > each.rows),
  );
  expect(long.map(({ name }) => name)).toEqual([]);
});

it('say what to look for in two lines of the simulator', () => {
  const long = pages.filter(({ page }) =>
    page.blocks.some(
      (block) => block.kind === 'simulate' && wrapped(simulator.lookFor(block.lookFor), 78).length > 2,
    ),
  );
  expect(long.map(({ name }) => name)).toEqual([]);
});
