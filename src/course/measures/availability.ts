import { decidedOf, isOk, shareOf, takeKind } from './arguments.ts';
import type { Measure } from './measure.ts';

const example = 'availability(writes 10s..20s)';
/** ok / (ok + failed) of the requests of the window: `availability([reads|writes] FROM..TO)`. */
export const availability: Measure = {
  name: 'availability',
  unit: 'share',
  example,
  parse(args) {
    const taken = takeKind(args, example);
    if ('error' in taken) return taken;
    return (run) => {
      const decided = decidedOf(run, taken);
      return shareOf(decided.filter(isOk).length, decided.length);
    };
  },
};
