import type { Course, Lesson } from '../model.ts';
import type { BlockOf } from '../page-blocks.ts';

export interface PredictionOnPage {
  readonly lesson: Lesson;
  readonly block: BlockOf<'predict'>;
}

/** Every prediction of a course, with its lesson, in the order of the course. */
export function predictionsOf({ stages }: Pick<Course, 'stages'>): readonly PredictionOnPage[] {
  return stages
    .flatMap(({ lessons }) => lessons)
    .flatMap((lesson) =>
      lesson.pages.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'predict' ? [{ lesson, block }] : [])),
      ),
    );
}
