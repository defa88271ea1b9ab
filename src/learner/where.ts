import type { Place } from './progress.ts';

/** Whether two places are the same, however they look. */
export function isSamePlace(a: Place, b: Place): boolean {
  return JSON.stringify(whereIs(a)) === JSON.stringify(whereIs(b));
}

/** Where it is, without what is kept of it. */
export function whereIs(place: Place): Place {
  if (!('kept' in place)) return place;
  const { kept: _, ...where } = place;
  return where;
}
