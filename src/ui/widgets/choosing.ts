/** Arrow keys over a drawing: the nearest thing in a direction. */
import type { Id } from '../../topology/types.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';
export type Places = ReadonlyMap<Id, { readonly row: number; readonly column: number }>;

/** A character is about half as wide as it is high. */
const ACROSS = 0.5;
/** To the side counts more than ahead, so that arrows follow what stands in line. */
const ASIDE = 2;
/** A host's name and its components' begin one column apart: that is no direction. */
const SAME_COLUMN = 3;
/** What begins farther to the side than this is neither above nor below. */
const IN_LINE = 14;

/** The next thing in that direction; the same where there is none. */
export function towards(places: Places, chosen: Id, direction: Direction): Id {
  const from = places.get(chosen);
  const [first] = places.keys();
  if (from === undefined) return first ?? chosen;
  let best = chosen;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, { row, column }] of places) {
    const [down, right] = [row - from.row, column - from.column];
    if (!isAhead(direction, down, right)) continue;
    const upright = direction === 'up' || direction === 'down';
    const cost = upright
      ? Math.abs(down) + ASIDE * ACROSS * Math.abs(right)
      : ACROSS * Math.abs(right) + ASIDE * Math.abs(down);
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}

function isAhead(direction: Direction, down: number, right: number): boolean {
  switch (direction) {
    case 'up':
      return down < 0 && Math.abs(right) <= IN_LINE;
    case 'down':
      return down > 0 && Math.abs(right) <= IN_LINE;
    case 'left':
      return right <= -SAME_COLUMN;
    case 'right':
      return right >= SAME_COLUMN;
  }
}

/** The things in the order of reading. */
export function inOrder(places: Places): readonly Id[] {
  return [...places].toSorted(([, a], [, b]) => a.column - b.column || a.row - b.row).map(([id]) => id);
}

/** The next thing in that order, round and round. */
export function nextThing(places: Places, chosen: Id, by: 1 | -1): Id {
  const ids = inOrder(places);
  return ids[(ids.indexOf(chosen) + by + ids.length) % ids.length] ?? chosen;
}
