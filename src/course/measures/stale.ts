import { shareOf, windowOnly } from './arguments.ts';
import type { Measure } from './measure.ts';

const example = 'stale(10s..20s)';

/** The share of reads that did not see the a user's own newest confirmed write: `stale(FROM..TO)`. */
export const stale: Measure = {
  name: 'stale',
  unit: 'share',
  example,
  parse(args) {
    const window = windowOnly(args, example);
    if ('error' in window) return window;
    return (run) => {
      const to = Math.min(window.to, run.report.duration_s);
      if (window.from >= to) return undefined;
      const after = to === run.report.duration_s ? run.report : run.reportAt(to);
      const before = window.from === 0 ? { stale: 0, total: 0 } : run.reportAt(window.from).reads;
      return shareOf(after.reads.stale - before.stale, after.reads.total - before.total);
    };
  },
};
