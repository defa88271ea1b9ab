import { courseMessages as say } from '../../messages/course.ts';
import { nearestWord } from '../../text/nearest.ts';
import { parseTime } from '../../topology/duration.ts';
import { measures } from './all.ts';
import type { Argument, Evaluate, TextError, Unit } from './measure.ts';

/** A measure that was understood. */
export interface ParsedMeasure {
  readonly unit: Unit;
  readonly evaluate: Evaluate;
  /** the words that must be components or hosts of the topology */
  readonly ids: readonly Argument[];
}

export function isTextError<T extends object>(value: T | TextError): value is TextError {
  return 'error' in value;
}

/** Nobody writes a longer one, and the time of the expression below grows with the square of its spaces. */
const longest = 500;
const form = /^([\w-]+)[ \t]*(?:\(([^()]*)\))?[ \t]*(?:-[ \t]*(\S.*))?$/;

/** Reads `NAME(ARGUMENTS)`, after which a time measure allows `- TIME` or `- when(...)`. */
export function parseMeasure(written: string): ParsedMeasure | TextError {
  const text = written.trimEnd();
  const names = measures.map((measure) => measure.name);
  const match = text.length > longest ? null : form.exec(text);
  if (!match) return { error: say.measureSyntax(text), at: 0 };
  const [, name = '', args = '', minus] = match;
  const measure = measures.find((one) => one.name === name);
  if (!measure) return { error: say.unknownMeasure(name, nearestWord(name, names), names), at: 0 };
  const words = splitArguments(args, text.indexOf('(') + 1);
  const evaluate = measure.parse(words);
  if (typeof evaluate !== 'function') return evaluate;
  const ids = measure.ids?.(words) ?? [];
  if (minus === undefined) return { unit: measure.unit, evaluate, ids };
  const at = text.length - minus.length;
  if (measure.unit !== 'time') return { error: say.minusOnlyTime(name), at };
  const start = parseStart(minus);
  if (isTextError(start)) return { error: start.error, at: at + start.at };
  return {
    unit: 'time',
    ids: [...ids, ...start.ids.map((id) => ({ ...id, at: id.at + at }))],
    evaluate: (run) => {
      const [value, from] = [evaluate(run), start.evaluate(run)];
      return value === undefined || from === undefined ? undefined : Math.round((value - from) * 1e6) / 1e6;
    },
  };
}

/** What a time counts from: another time, or the moment of an event. */
function parseStart(text: string): ParsedMeasure | TextError {
  const micros = parseTime(text);
  if (micros !== undefined) return { unit: 'time', ids: [], evaluate: () => micros / 1e6 };
  const start = parseMeasure(text);
  const isTime = !isTextError(start) && start.unit === 'time';
  return isTime ? start : { error: say.minusForm(text), at: 0 };
}

function splitArguments(args: string, start: number): readonly Argument[] {
  return [...args.matchAll(/\S+/g)].map((word) => ({ text: word[0], at: start + word.index }));
}
