import type { Micros } from '../../../topology/types.ts';

/** A moment of a run as clock, log and time line have it: `00:15.4`, and `61:00.0` after an hour. Never rounded up. */
export function clockOf(micros: Micros): string {
  const tenths = Math.floor(micros / 100_000);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${String(minutes).padStart(2, '0')}:${(rest / 10).toFixed(1).padStart(4, '0')}`;
}
