import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { diskFiles } from '../../src/course/course-files.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Page } from '../../src/course/model.ts';
import { translatedCourse } from '../../src/course/translated-course.ts';
import { scheduled } from '../../src/learner/schedule.ts';
import { rowWidth, wrapped } from '../../src/text/row-layout.ts';

const course = loadCourse('.');
const translations = readdirSync('locales', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

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

/** The screens of a program that speaks this language; what needs no slot is said while its file is loaded. */
async function screensIn(language: string) {
  if (language !== 'en') {
    vi.resetModules();
    const { readCatalogue } = await import('../../src/course/catalogue-reader.ts');
    const { speak } = await import('../../src/messages/language.ts');
    const path = `locales/${language}.yaml`;
    speak(readCatalogue(language, readFileSync(path, 'utf8'), path).catalogue);
  }
  const { pageLayout } = await import('../../src/ui/screens/lesson/page-layout.ts');
  const { simulator } = await import('../../src/messages/simulator.ts');
  const { openTestTutor } = await import('./tutor.tsx');
  return { pageLayout, simulator, openTestTutor };
}

/** In a translation with the sentences of the program in that language: they take room on a page, too. */
describe.each(['en', ...translations])('the shipped lessons, in %s,', (language) => {
  const shown = language === 'en' ? course : translatedCourse(course, [diskFiles('.')], language);
  const pages = shown.stages
    .flatMap(({ lessons }) => lessons)
    .filter(({ file }) => language === 'en' || file.includes('locales'))
    .flatMap((lesson) =>
      lesson.pages.map((page, at) => ({ name: `${lesson.id} ${at + 1}`, lesson: lesson.id, page })),
    );

  let screens: Awaited<ReturnType<typeof screensIn>>;
  beforeAll(async () => {
    screens = await screensIn(language);
  });

  it.each([60, 80])('have no finished diagram that is wider than a window of %i columns', (columns) => {
    const context = screens.openTestTutor({ course: shown, columns, rows: 24 }).shell.context();
    const wide = pages.filter(({ page, lesson }) => {
      const { strokes } = screens.pageLayout(page, lesson, context);
      const { rows } = screens.pageLayout(page, lesson, context, {
        left: 0,
        stroke: Math.max(0, strokes - 1),
      });
      return rows.some((row) => rowWidth(row) > columns);
    });
    expect(wide.map(({ name }) => name)).toEqual([]);
  });

  describe.each([
    [80, 24],
    [60, 20],
    [120, 40],
  ])('at %ix%i', (columns, rows) => {
    it('are never wider than the window', () => {
      const context = screens.openTestTutor({ course: shown, columns, rows }).shell.context();
      const wide = pages.filter(({ page, lesson }) =>
        screens.pageLayout(page, lesson, context).rows.some((row) => rowWidth(row) > columns),
      );
      expect(wide.map(({ name }) => name)).toEqual([]);
    });
  });

  it('have no page that scrolls at 80x24, not even when a guess has been made and explained', () => {
    const context = screens.openTestTutor({ course: shown, columns: 80, rows: 24 }).shell.context();
    const guesses = (page: Page) =>
      page.blocks.flatMap((block) => {
        if (block.kind !== 'predict') return [];
        const { id, guesses } = block.prediction;
        const schedule = scheduled(undefined, 0, 'again');
        return [
          [
            id,
            { guess: guesses[0]?.text ?? '', right: false, seed: 1234, value: '1.23 s', schedule },
          ] as const,
        ];
      });
    const predictions = new Map(
      shown.stages.flatMap(({ lessons }) =>
        lessons.map((lesson) => [lesson.id, new Map(lesson.pages.flatMap(guesses))] as const),
      ),
    );
    const after = { ...context, progress: { ...context.progress, predictions } };
    const long = pages.filter(({ page, lesson }) =>
      [context, after].some((each) => screens.pageLayout(page, lesson, each).rows.length > each.rows),
    );
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('say what to look for in two lines of the simulator', () => {
    const long = pages.filter(({ page }) =>
      page.blocks.some(
        (block) =>
          block.kind === 'simulate' && wrapped(screens.simulator.lookFor(block.lookFor), 78).length > 2,
      ),
    );
    expect(long.map(({ name }) => name)).toEqual([]);
  });
});
