import { courseMessages as say } from '../../messages/course.ts';
import { FAULTS, isVerb } from '../../simulator/faults/table.ts';
import { nearestWord } from '../../text/nearest.ts';
import { parseTime } from '../../topology/duration.ts';
import { eventWords } from './event-words.ts';
import type { Argument, Evaluate, Measure, TextError } from './measure.ts';

const example = 'when(marks-down web-2)';

/** The second of the first matching event: `when([WHO] EVENT ABOUT [after TIME])`. */
export const when: Measure = { name: 'when', unit: 'time', example, parse, ids };

/** Events that are always about one component or host. */
function isAboutOne(event: string): boolean {
  if (!isVerb(event)) return event === 'marks-down' || event === 'marks-up';
  const { targets, optional = 0 } = FAULTS[event];
  const [first] = targets;
  return (
    targets.length === 1 && optional === 0 && (first === 'process' || first === 'host' || first === 'replica')
  );
}

function ids(args: readonly Argument[]): readonly Argument[] {
  const event = args.findIndex(({ text }) => isAboutOne(text));
  const about = event === -1 ? undefined : args[event + 1];
  return about === undefined || about.text === 'after' ? [] : [about];
}

function parse(args: readonly Argument[]): Evaluate | TextError {
  const taken = takeAfter(args);
  if ('error' in taken) return taken;
  const { rest, after } = taken;
  const eventAt = eventWords.has(rest[0]?.text ?? '') ? 0 : 1;
  const event = rest[eventAt];
  if (event === undefined) return { error: say.whenForm(example), at: rest[0]?.at ?? 0 };
  if (!eventWords.has(event.text)) {
    const wrong = rest.length > 2 ? event : (rest[0] ?? event);
    return { error: say.unknownEvent(wrong.text, nearestWord(wrong.text, eventWords)), at: wrong.at };
  }
  const who = eventAt === 1 ? rest[0]?.text : undefined;
  const about = rest
    .slice(eventAt + 1)
    .map((word) => word.text)
    .join(' ');
  return ({ report }) =>
    report.events.find(
      (one) =>
        one.what === event.text &&
        one.t >= after &&
        (about === '' || one.about === about) &&
        (who === undefined || one.who === who),
    )?.t;
}

function takeAfter(args: readonly Argument[]): { rest: readonly Argument[]; after: number } | TextError {
  const place = args.findIndex((word) => word.text === 'after');
  if (place === -1) return { rest: args, after: 0 };
  const [word, time, ...more] = args.slice(place);
  const micros = parseTime(time?.text ?? '');
  if (micros === undefined || more.length > 0) {
    return { error: say.afterForm, at: (time ?? word)?.at ?? 0 };
  }
  return { rest: args.slice(0, place), after: micros / 1e6 };
}
