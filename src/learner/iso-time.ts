import { wholeTime } from './journal-reader.ts';

/** A time of the journal, milliseconds since 1970, as ISO 8601 in UTC. */
export function isoTime(at: number): string {
  return new Date(wholeTime(at)).toISOString();
}
