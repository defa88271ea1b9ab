import type { Observed } from '../../simulator/event.ts';
import { VERBS } from '../../simulator/faults/table.ts';

/** a map of all, so that none can be forgotten */
const observed: Readonly<Record<Observed['what'], true>> = {
  'marks-down': true,
  'marks-up': true,
  'takes-vip': true,
  'drops-vip': true,
  'changes-priority': true,
  promotes: true,
  demotes: true,
  'awaits-heir': true,
  'calls-off': true,
  reconnects: true,
  degrades: true,
  recovers: true,
  runs: true,
  'alert-fires': true,
  'alert-clears': true,
  rejects: true,
  'gets-through': true,
};

/** What an event of a report can be: something that a component did, or a fault's verb. */
export const eventWords: ReadonlySet<string> = new Set([...Object.keys(observed), ...VERBS]);
