import { isOk, isUnfinished, shareOf, startedIn, windowOnly } from './arguments.ts';
import type { Measure } from './measure.ts';

const example = 'failed(10s..20s)';

/** The share of the decided requests of the window that failed: `failed(FROM..TO)`. */
export const failed: Measure = {
  name: 'failed',
  unit: 'share',
  example,
  parse(args) {
    const window = windowOnly(args, example);
    if ('error' in window) return window;
    return (run) => {
      const decided = startedIn(run, window).filter((request) => !isUnfinished(request));
      return shareOf(decided.filter((request) => !isOk(request)).length, decided.length);
    };
  },
};
