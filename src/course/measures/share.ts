import { shareOf, startedIn, takeComponent } from './arguments.ts';
import type { Measure } from './measure.ts';

const example = 'share(web-1 10s..20s)';

/** A component's part of all attempts among its kind: `share(ID FROM..TO)`. */
export const share: Measure = {
  name: 'share',
  unit: 'share',
  example,
  ids: (args) => args.slice(0, 1),
  parse(args) {
    const taken = takeComponent(args, example);
    if ('error' in taken) return taken;
    const { id, window } = taken;
    return (run) => {
      const { components } = run.topology;
      const kind = components.find((component) => component.id === id)?.kind;
      const alike = new Set(components.filter((one) => one.kind === kind).map((one) => one.id));
      const attempts = startedIn(run, window).flatMap((request) => request.path);
      const own = attempts.filter((reached) => reached === id).length;
      return shareOf(own, attempts.filter((reached) => alike.has(reached)).length);
    };
  },
};
