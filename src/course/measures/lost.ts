import { courseMessages as say } from '../../messages/course.ts';
import type { Measure } from './measure.ts';

/** How many confirmed writes are gone at the end: `lost`. */
export const lost: Measure = {
  name: 'lost',
  unit: 'count',
  example: 'lost',
  parse([extra]) {
    if (extra) return { error: say.measureForm('lost'), at: extra.at };
    return (run) => run.report.writes.lost;
  },
};
