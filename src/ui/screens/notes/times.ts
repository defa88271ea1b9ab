import { clock } from '../../../messages/clock.ts';
import { speaker as words } from '../../../messages/present.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';

const MINUTE = 60;
/** So much before its end a speaker begins to close, in seconds. */
const SOON_OVER = 5 * MINUTE;

/**
 * The time of the day, how long it has gone on, and how much is left of what was planned.
 *
 * @param startedAt and `now` in milliseconds since 1970
 */
export function timesOf(startedAt: number | undefined, minutes: number | undefined, now: number): Row {
  const day = span(timeOfDay(now), 'strong');
  if (startedAt === undefined) return [day];
  const gone = Math.max(0, Math.floor((now - startedAt) / 1000));
  const since = span(`${words.clock(clock(gone))}   `);
  if (minutes === undefined) return [since, day];
  const left = minutes * MINUTE - gone;
  const tone: Tone = left < 0 ? 'bad' : left < SOON_OVER ? 'warn' : 'plain';
  const told = left < 0 ? words.over(clock(-left)) : words.left(clock(left));
  return [since, span(`${told}   `, tone), day];
}

/** `14:05`, as the clock on the wall has it. */
function timeOfDay(now: number): string {
  const date = new Date(now);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
