import { isOk, startedIn, windowOnly } from './arguments.ts';
import type { Measure } from './measure.ts';

/** A measure of the time that answered requests of the window took. */
function latencyMeasure(name: string, of: (ascending: readonly number[]) => number | undefined): Measure {
  const example = `${name}(10s..20s)`;
  return {
    name,
    unit: 'time',
    example,
    parse(args) {
      const window = windowOnly(args, example);
      if ('error' in window) return window;
      return (run) => {
        const answered = startedIn(run, window).filter(isOk);
        const times = answered.flatMap(({ ms }) => (ms === null ? [] : [ms / 1000]));
        return of(times.sort((a, b) => a - b));
      };
    },
  };
}

/** The smallest time that at least this share of the requests did not exceed. */
function quantile(share: number): (ascending: readonly number[]) => number | undefined {
  return (ascending) => ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)];
}

export const mean = latencyMeasure('mean', (times) =>
  times.length === 0 ? undefined : times.reduce((sum, time) => sum + time, 0) / times.length,
);
export const p95 = latencyMeasure('p95', quantile(0.95));
export const p99 = latencyMeasure('p99', quantile(0.99));
