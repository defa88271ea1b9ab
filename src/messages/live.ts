import { plural } from './plural.ts';
import { program } from './program.ts';

/** Words for a course that is shown while it is written. */
export const live = {
  more: (count: number) => `and ${plural(count, 'more error')}: ${program} course lint`,
} as const;
