import type { Place } from './problem.ts';

/** A word, number, boolean or nothing; `text` is what was written, without quotes. */
export interface Scalar {
  readonly type: 'scalar';
  readonly text: string;
  /** nothing is written here (also `null` and `~`) */
  readonly empty: boolean;
  readonly at: Place;
}

export interface Entry {
  /** where the key stands */
  readonly at: Place;
  readonly value: Located;
}

export interface LocatedMap {
  readonly type: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Place;
}

export interface LocatedList {
  readonly type: 'list';
  readonly items: readonly Located[];
  readonly at: Place;
}

/** YAML in which every node knows where it was written, so that it still knows after merges and changes. */
export type Located = Scalar | LocatedMap | LocatedList;

export function emptyMap(at: Place): LocatedMap {
  return { type: 'map', entries: new Map(), at };
}

/** The value under a key of a map; undefined when there is none, or when the node is no map. */
export function valueAt(node: Located | undefined, ...path: readonly string[]): Located | undefined {
  let current = node;
  for (const key of path) {
    current = current?.type === 'map' ? current.entries.get(key)?.value : undefined;
  }
  return current;
}

/**
 * `patch` laid over `base`: maps are merged key by key, anything else is replaced.
 * Nothing (`null`) takes away what `base` has under that key.
 */
export function merge(base: Located, patch: Located): Located {
  if (base.type !== 'map' || patch.type !== 'map') return patch;
  const entries = new Map(base.entries);
  for (const [key, entry] of patch.entries) {
    const old = entries.get(key);
    if (old === undefined) entries.set(key, entry);
    else if (entry.value.type === 'scalar' && entry.value.empty) entries.delete(key);
    else entries.set(key, { at: entry.at, value: merge(old.value, entry.value) });
  }
  return { type: 'map', entries, at: base.at };
}
