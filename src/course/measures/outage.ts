import { decidedOf, isOk, takeKind } from './arguments.ts';
import type { Measure } from './measure.ts';

const example = 'outage(writes 10s..60s)';

/** The seconds of the window in which more than half of the requests failed: `outage([reads|writes] FROM..TO)`. */
export const outage: Measure = {
  name: 'outage',
  unit: 'time',
  example,
  parse(args) {
    const taken = takeKind(args, example);
    if ('error' in taken) return taken;
    return (run) => {
      const goodOverBad = new Map<number, number>();
      for (const request of decidedOf(run, taken)) {
        const second = Math.floor(request.t);
        goodOverBad.set(second, (goodOverBad.get(second) ?? 0) + (isOk(request) ? 1 : -1));
      }
      return [...goodOverBad.values()].filter((more) => more < 0).length;
    };
  },
};
