/** Another value of a field, to be tried beside the one that ruled. */
import { formatTime, parseTime } from '../topology/duration.ts';
import type { Setting } from './setting.ts';

/** Much sooner: a quarter of a time shows what waiting costs. */
const SOONER = 4;

/**
 * A switch turned over, one of what is counted in several, a quarter of a time: the change as `--set` takes it. Undefined
 * where there is no telling what to try.
 */
export function otherValue({ of, field, value }: Setting): string | undefined {
  const other = otherOf(value);
  return other === undefined ? undefined : `${of}.${field}=${other}`;
}

function otherOf(value: string): string | undefined {
  if (value === 'true' || value === 'false') return value === 'true' ? 'false' : 'true';
  if (/^\d+$/.test(value)) return otherCount(Number(value));
  const time = parseTime(value);
  if (time === undefined || time < SOONER * 1000) return undefined;
  return formatTime(Math.round(time / SOONER));
}

/** One in place of several; of workers and queues more. */
function otherCount(count: number): string {
  if (count > 4) return `${count * 2}`;
  return count > 1 ? '1' : '3';
}
