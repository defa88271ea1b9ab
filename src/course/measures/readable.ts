import { courseMessages as say } from '../../messages/course.ts';
import type { Measure } from './measure.ts';

const example = 'readable(lb-1 web-1)';

/** The share of requests and answers that a wiretap on the link could read: `readable(A B)`. */
export const readable: Measure = {
  name: 'readable',
  unit: 'share',
  example,
  ids: (args) => args.slice(0, 2).filter(({ text }) => text !== 'users'),
  parse(args) {
    const [a, b, extra] = args;
    if (!a || !b || extra) return { error: say.measureForm(example), at: (extra ?? args[0])?.at ?? 0 };
    const ends = [`${a.text} ${b.text}`, `${b.text} ${a.text}`];
    return (run) => {
      const tap = run.report.wiretaps?.find(({ link }) => ends.includes(link));
      return tap === undefined || tap.messages === 0 ? undefined : tap.readable / tap.messages;
    };
  },
};
