import { courseMessages as say } from '../../messages/course.ts';
import { isOk, isUnfinished, shareOf, startedIn, takeWindow } from './arguments.ts';
import type { Measure } from './measure.ts';

const example = 'availability(writes 10s..20s)';
const kinds: ReadonlyMap<string, string> = new Map([
  ['reads', 'read'],
  ['writes', 'write'],
]);

/** ok / (ok + failed) of the requests of the window: `availability([reads|writes] FROM..TO)`. */
export const availability: Measure = {
  name: 'availability',
  unit: 'share',
  example,
  parse(args) {
    const taken = takeWindow(args);
    if ('error' in taken) return taken;
    const [which, extra] = taken.rest;
    const kind = which && kinds.get(which.text);
    if (extra || (which && !kind)) return { error: say.measureForm(example), at: (extra ?? which)?.at ?? 0 };
    return (run) => {
      const asked = startedIn(run, taken.window).filter((request) => !kind || request.kind === kind);
      const decided = asked.filter((request) => !isUnfinished(request));
      return shareOf(decided.filter(isOk).length, decided.length);
    };
  },
};
