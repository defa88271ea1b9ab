import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CourseFold, foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { someEvent } from './arbitrary-events.ts';

const page = (lesson: string, page: number, pages: number): JournalEvent => ({
  type: 'page',
  at: 1,
  course: 'web',
  lesson,
  page,
  pages,
});
const answer = (question: string, right: boolean, given = false): JournalEvent => ({
  type: 'answer',
  at: 1,
  course: 'web',
  quiz: 'spof',
  question,
  answer: { form: 'one', chosen: 'a' },
  right,
  hints: 0,
  given,
});

test('a lesson is read when all of its pages were seen, in any order', () => {
  const some = foldProgress([page('hosts', 2, 3), page('hosts', 0, 3)], 'web');
  expect([...(some.pages.get('hosts') ?? [])]).toEqual([2, 0]);
  expect(some.read.has('hosts')).toBe(false);
  expect(foldProgress([page('hosts', 2, 3), page('hosts', 0, 3), page('hosts', 1, 3)], 'web').read).toEqual(
    new Set(['hosts']),
  );
});

test('a lesson that grew a page is not read any more, one that lost a page may be', () => {
  const seen = [page('hosts', 0, 2), page('hosts', 1, 2)];
  expect(foldProgress([...seen, page('hosts', 0, 3)], 'web').read.size).toBe(0);
  expect(foldProgress([page('hosts', 0, 2), page('hosts', 0, 1)], 'web').read.has('hosts')).toBe(true);
});

test('the newest answer counts, and every try but the given ones is counted', () => {
  const { answers } = foldProgress([answer('q', false), answer('q', false, true), answer('q', true)], 'web');
  expect(answers.get('q')).toMatchObject({ right: true, tries: 2 });
});

test('reset forgets one lesson, one quiz, or everything, and the place that leads there', () => {
  const events: JournalEvent[] = [
    page('hosts', 0, 1),
    answer('q', true),
    { type: 'place', at: 1, course: 'web', place: { screen: 'lesson', lesson: 'hosts', page: 0 } },
  ];
  const reset = (id?: string): JournalEvent =>
    id === undefined ? { type: 'reset', at: 2, course: 'web' } : { type: 'reset', at: 2, course: 'web', id };

  const withoutLesson = foldProgress([...events, reset('hosts')], 'web');
  expect(withoutLesson.read.size).toBe(0);
  expect(withoutLesson.answers.size).toBe(1);
  expect(withoutLesson.place).toBeUndefined();

  const withoutQuiz = foldProgress([...events, reset('spof')], 'web');
  expect(withoutQuiz.answers.size).toBe(0);
  expect(withoutQuiz.place).toEqual({ screen: 'lesson', lesson: 'hosts', page: 0 });

  const nothing = foldProgress([...events, reset()], 'web');
  expect([nothing.pages.size, nothing.answers.size, nothing.place]).toEqual([0, 0, undefined]);
});

test('two courses never mix', () => {
  fc.assert(
    fc.property(fc.array(someEvent), (events) => {
      const alone = events.filter((event) => event.course === 'web');
      expect(foldProgress(events, 'web')).toEqual(foldProgress(alone, 'web'));
    }),
  );
});

test('after a reset of everything only what came later counts', () => {
  fc.assert(
    fc.property(fc.array(someEvent), fc.array(someEvent), (before, after) => {
      const reset: JournalEvent = { type: 'reset', at: 0, course: 'web' };
      // but attempts at an exam stay counted
      const all = (events: readonly JournalEvent[]) => ({ ...foldProgress(events, 'web'), exams: undefined });
      expect(all([...before, reset, ...after])).toEqual(all(after));
    }),
  );
});

test('keeps the best result of each mission until it is forgotten', () => {
  const played = (stars: number, at: number): JournalEvent => ({
    type: 'mission',
    at,
    course: 'web',
    mission: 'lie',
    stars,
    hints: 0,
  });
  const stars = (...events: readonly JournalEvent[]) => foldProgress(events, 'web').missions.get('lie');
  expect(stars()).toBeUndefined();
  expect(stars(played(0, 1))).toBe(0);
  expect(stars(played(0, 1), played(2, 2), played(1, 3))).toBe(2);
  expect(stars(played(2, 1), { type: 'reset', at: 2, course: 'web', id: 'lie' })).toBeUndefined();
});

test('what was added up survives JSON, and goes on from there', () => {
  fc.assert(
    fc.property(fc.array(someEvent), fc.array(someEvent), (before, after) => {
      const fold = new CourseFold();
      for (const event of before) fold.take(event);
      const kept = CourseFold.from(JSON.parse(JSON.stringify(fold.state)));
      expect(kept.progress()).toEqual(fold.progress());
      for (const event of after) {
        fold.take(event);
        kept.take(event);
      }
      expect(kept.progress()).toEqual(fold.progress());
    }),
  );
});
