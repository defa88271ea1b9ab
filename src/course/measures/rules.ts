import { courseMessages as say } from '../../messages/course.ts';
import type { Measure } from './measure.ts';

const example = 'rules';

/** How many firewall rules the hosts have together, each a door that somebody must remember: `rules`. */
export const rules: Measure = {
  name: 'rules',
  unit: 'count',
  example,
  parse: ([extra]) =>
    extra === undefined
      ? ({ topology }) =>
          topology.hosts.reduce(
            (sum, { firewall }) => sum + (firewall === undefined ? 0 : firewall.in.length),
            0,
          )
      : { error: say.measureForm(example), at: extra.at },
};
