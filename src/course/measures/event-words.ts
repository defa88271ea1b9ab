import { VERBS } from '../../simulator/fault-words.ts';

/** What an event of a report can be: something that a component did, or a fault's verb. */
export const eventWords: ReadonlySet<string> = new Set([
  'marks-down',
  'marks-up',
  'takes-vip',
  'drops-vip',
  'promotes',
  'demotes',
  'degrades',
  'recovers',
  'alert-fires',
  'alert-clears',
  'rejects',
  'gets-through',
  ...Object.keys(VERBS),
]);
