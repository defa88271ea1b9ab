import { courseMessages as say } from '../messages/course.ts';
import { parseShare, parseTime } from '../topology/duration.ts';
import type { TextError, Unit } from './measures/measure.ts';

/** The values that make a choice true. `undefined` is never: nothing of the kind happened. */
export interface Range {
  /** inclusive; undefined for the range `never` */
  readonly from: number | undefined;
  readonly to: number;
}

/** Times of a report are floats of whole microseconds: what differs by less is the same. */
const sameness = 1e-9;

/** Reads `4s..6s`, `45%..55%`, `3..5`, `10s..`, `..5s`, a single value, or `never`. Ends belong to it. */
export function parseRange(text: string, unit: Unit | undefined): Range | TextError {
  const words = text.trim();
  if (words === 'never') return { from: undefined, to: Number.NaN };
  const parts = words.split('..');
  if (words === '' || words === '..' || parts.length > 2) return { error: say.rangeForm(words), at: 0 };
  const [first = '', second = first] = parts;
  const from = first.trim() === '' ? Number.NEGATIVE_INFINITY : parseValue(first, unit);
  const to = second.trim() === '' ? Number.POSITIVE_INFINITY : parseValue(second, unit);
  if (from === undefined) return { error: say.rangeValue(first, unit), at: 0 };
  if (to === undefined) return { error: say.rangeValue(second, unit), at: first.length + 2 };
  if (from > to) return { error: say.rangeBackwards(words), at: 0 };
  return { from, to };
}

function parseValue(text: string, unit: Unit | undefined): number | undefined {
  const words = text.trim();
  const [, sign = '', amount = ''] = /^(-?)(.*)$/s.exec(words) ?? [];
  const time = parseTime(amount);
  const share = parseShare(amount);
  const count = /^\d{1,12}$/.test(amount) ? Number(amount) : undefined;
  const seconds = time === undefined ? undefined : time / 1e6;
  const value =
    unit === 'time'
      ? seconds
      : unit === 'share'
        ? share
        : unit === 'count'
          ? count
          : (seconds ?? share ?? count);
  return value === undefined ? undefined : sign === '-' ? -value : value;
}

/** Whether a measured value lies in a range. */
export function inRange(value: number | undefined, range: Range): boolean {
  if (value === undefined || range.from === undefined) return value === undefined && range.from === undefined;
  const slack = sameness * Math.max(1, Math.abs(value));
  return value >= range.from - slack && value <= range.to + slack;
}

/** Whether some value would lie in both. */
export function rangesOverlap(a: Range, b: Range): boolean {
  if (a.from === undefined || b.from === undefined) return a.from === b.from;
  return a.from <= b.to && b.from <= a.to;
}
