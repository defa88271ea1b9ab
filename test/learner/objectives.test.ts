import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { objectiveOverviews } from '../../src/learner/objectives.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';

const course = loadCourse('.');
const DAY = 86_400_000;

function answer(quiz: string, question: string, at: number, right: boolean): JournalEvent {
  const given = { answer: { form: 'one', chosen: 'x' }, right, hints: 0, given: false } as const;
  return { type: 'answer', at, course: 'web', quiz, question, confidence: 'sure', ...given };
}

test('counts what was answered for the lesson that is about it, and says what that is for', () => {
  const progress = foldProgress(
    [
      { type: 'page', at: 1, course: 'web', lesson: 'retries-and-redispatch', page: 0, pages: 1 },
      answer('health-checks', 'hc-redispatch', 2, true),
      answer('round-robin', 'rr-weight-share', 3, false),
    ],
    'web',
  );
  const met = objectiveOverviews(course, progress, 30 * DAY).filter(
    ({ questions }) => questions.answered > 0,
  );
  expect(
    met.map(({ lesson, isRead, questions: { right, sure, due } }) => [lesson.id, isRead, right, sure, due]),
  ).toEqual([
    ['who-gets-the-next-request', false, 0, 0, 1],
    ['retries-and-redispatch', true, 1, 1, 1],
  ]);
  expect(met[0]?.lesson.objectives).toContain('Explain round robin, with and without weights');
});

test('names every lesson that says what it is for, met or not', () => {
  const all = objectiveOverviews(course, foldProgress([], 'web'), 0);
  const lessons = course.stages
    .flatMap((stage) => stage.lessons)
    .filter((lesson) => lesson.objectives.length > 0);
  expect(all.map(({ lesson }) => lesson.id)).toEqual(lessons.map(({ id }) => id));
});
