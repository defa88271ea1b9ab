import { parseTime } from '../../../topology/duration.ts';
import type { Micros } from '../../../topology/types.ts';

/** A moment of a run as clock, log and time line have it: `00:15.4`, and `61:00.0` after an hour. Never rounded up. */
export function clockOf(micros: Micros): string {
  const tenths = Math.floor(micros / 100_000);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${String(minutes).padStart(2, '0')}:${(rest / 10).toFixed(1).padStart(4, '0')}`;
}

/** A moment as a person writes it: `1:20`, `00:15.4`, or a time as everywhere, `80s`; undefined: it is none. */
export function momentOf(text: string): Micros | undefined {
  const [, minutes, seconds] = /^(\d{1,4}):(\d{1,2}(?:\.\d{1,6})?)$/.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined) return parseTime(text);
  return Number(minutes) * 60_000_000 + Math.round(Number(seconds) * 1_000_000);
}
