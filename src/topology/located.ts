import type { Problem } from '../problem.ts';

/** Where something was written: a line and a column of a file, or of a `--set` on the command line. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

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

/** Collects problems; the same rule at the same place is told once. */
export class Problems {
  readonly #found = new Map<string, Problem>();

  error(at: Place, rule: string, message: string): void {
    this.#add({ ...at, rule, severity: 'error', message });
  }

  warning(at: Place, rule: string, message: string): void {
    this.#add({ ...at, rule, severity: 'warning', message });
  }

  /** Takes over what was told elsewhere. */
  add(problems: readonly Problem[]): void {
    for (const problem of problems) this.#add(problem);
  }

  get failed(): boolean {
    return this.list.some((problem) => problem.severity === 'error');
  }

  get list(): readonly Problem[] {
    return [...this.#found.values()];
  }

  /** What is missing is many things at one place; what is wrong there is one. */
  #add(told: Problem): void {
    const problem = { ...told, file: withoutControls(told.file), message: withoutControls(told.message) };
    const place = `${problem.file}:${problem.line}:${problem.column}:${problem.rule}`;
    const key = problem.rule === 'missing' ? `${place}:${problem.message}` : place;
    if (!this.#found.has(key)) this.#found.set(key, problem);
  }
}

/** What others wrote is quoted in messages: it must not move the reader's cursor. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
}

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
