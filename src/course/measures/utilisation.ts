import { takeComponent } from './arguments.ts';
import type { Measure } from './measure.ts';

const example = 'utilisation(app-1 10s..20s)';

/** The share of a component's capacity that was in use: `utilisation(ID FROM..TO)`. */
export const utilisation: Measure = {
  name: 'utilisation',
  unit: 'share',
  example,
  ids: (args) => args.slice(0, 1),
  parse(args) {
    const taken = takeComponent(args, example);
    if ('error' in taken) return taken;
    const { id, window } = taken;
    return (run) => {
      const from = window.from;
      const to = Math.min(window.to, run.report.duration_s);
      if (from >= to) return undefined;
      const busyUntil = (seconds: number): number | undefined => {
        if (seconds === 0) return 0;
        const report = seconds === run.report.duration_s ? run.report : run.reportAt(seconds);
        const { components } = report;
        const component = Object.hasOwn(components, id) ? components[id] : undefined;
        return component && component.utilisation * seconds;
      };
      const [before, after] = [busyUntil(from), busyUntil(to)];
      return before === undefined || after === undefined ? undefined : (after - before) / (to - from);
    };
  },
};
