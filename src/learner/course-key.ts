import type { Course } from '../course/model.ts';

/**
 * What the journal calls a course: its id, and its origin where it has one, so that two authors who chose the same id
 * share nobody's progress. The shipped course has none: it is called as in the first edition.
 */
export function courseKey({ id, origin }: Pick<Course, 'id' | 'origin'>): string {
  return origin === undefined ? id : `${id}@${origin}`;
}
