import { createHash } from 'node:crypto';
import type { Course } from './model.ts';
import { predictionsOf } from './predictions/predictions-of.ts';

/**
 * What a course asks, as a hash: its questions with their revisions, the goals of its missions, and its predictions. Texts that
 * only explain may be mended without changing it.
 */
export function courseRevision({ stages }: Pick<Course, 'stages'>): string {
  const asked = stages.flatMap(({ quizzes, missions }) => [
    ...quizzes.flatMap(({ questions }) => questions.map(({ id, revision }) => ['question', id, revision])),
    ...missions.map(({ id, run, may, goals }) => ['mission', id, { run, may, goals }]),
  ]);
  const guessed = predictionsOf({ stages }).map(({ lesson, block: { run, prediction } }) => {
    const { id, measure, guesses } = prediction;
    return ['prediction', lesson.id, id, run, measure, guesses];
  });
  const lines = [...asked, ...guessed].map((one) => JSON.stringify(one)).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
}
