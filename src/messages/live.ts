import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('live');

/** Words for a course that is shown while it is written. */
export const live = {
  more: (count: number) => t`and ${count} ${['more error', 'more errors']}: ${program} course lint`,
} as const;
