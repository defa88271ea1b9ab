import { courseMessages as say } from '../../messages/course.ts';
import type { Measure } from './measure.ts';

const example = 'hosts';

/** How many hosts the site has, which is what it costs: `hosts`. */
export const hosts: Measure = {
  name: 'hosts',
  unit: 'count',
  example,
  parse: ([extra]) =>
    extra === undefined
      ? ({ topology }) => topology.hosts.length
      : { error: say.measureForm(example), at: extra.at },
};
