import { createHash } from 'node:crypto';
import type { Course } from './model.ts';

/**
 * What a course asks, as a hash: its questions with their revisions, the goals of its missions, and its predictions. Texts that
 * only explain may be mended without changing it.
 */
export function courseRevision({ stages }: Pick<Course, 'stages'>): string {
  const asked = stages.flatMap(({ lessons, quizzes, missions }) => [
    ...quizzes.flatMap(({ questions }) => questions.map(({ id, revision }) => ['question', id, revision])),
    ...missions.map(({ id, run, may, goals }) => ['mission', id, { run, may, goals }]),
    ...lessons.flatMap(({ id, pages }) =>
      pages.flatMap(({ blocks }) =>
        blocks.flatMap((block) => {
          if (block.kind !== 'predict') return [];
          const { measure, guesses } = block.prediction;
          return [['prediction', id, block.prediction.id, block.run, measure, guesses]];
        }),
      ),
    ),
  ]);
  const lines = asked.map((one) => JSON.stringify(one)).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
}
