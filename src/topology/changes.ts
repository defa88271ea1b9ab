import { words } from '../messages/topology.ts';
import { type Located, type LocatedMap, valueAt } from '../text/located.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Place, Problems } from '../text/problem.ts';
import { readYaml } from '../text/yaml.ts';

/** `lb-1.redispatch=true`, cut at its first `=`. */
export interface Change {
  readonly written: string;
  readonly target: string;
  readonly value: string;
}

const longestChange = 2000;
const sections = ['traffic', 'dns', 'certificates', 'monitoring', 'links', 'defaults'];

/** Cuts the changes of `--set` in two; what isn't one is told. */
export function parseChanges(changes: readonly string[], problems: Problems): readonly Change[] {
  return changes.flatMap((written) => {
    const equals = written.indexOf('=');
    const change = {
      written,
      target: written.slice(0, Math.max(equals, 0)).trim(),
      value: written.slice(equals + 1),
    };
    const named = change.target !== '' && !/^\.|\.\.|\.$/.test(change.target);
    if (named && written.length <= longestChange) return change;
    problems.error(placeIn(change, 0), 'change', words.changeIsNoChange(written));
    return [];
  });
}

/** Where in the change: it is a file of one line. */
export function placeIn(change: Pick<Change, 'written'>, offset: number): Place {
  const shown = change.written.length > 80 ? `${change.written.slice(0, 79)}…` : change.written;
  return { file: `--set ${shown}`, line: 1, column: offset + 1 };
}

/** A change of a field has a dot; `SWITCH=POSITION` has none. */
export function isFieldChange(change: Change): boolean {
  return change.target.includes('.');
}

/** The tree with one field changed. The new value knows that it came from the command line. */
export function applyChange(tree: LocatedMap, change: Change, problems: Problems): LocatedMap {
  const value = valueFrom(change, problems);
  const [first = '', ...rest] = change.target.split('.');
  const path = rest.join('.');
  const home = homeOf(tree, first);
  if (home === undefined) {
    const meant = nearestWord(first, [...sections, ...idsIn(tree)]);
    problems.error(placeIn(change, 0), 'unknown-target', words.unknownTarget(first, meant));
    return tree;
  }
  if (value === undefined) return tree;
  const setter = new Setter(change, value, problems);
  const changed = setter.set(tree, home === first ? change.target : `${home}.${first}.${path}`);
  return changed.type === 'map' ? changed : tree;
}

function valueFrom(change: Change, problems: Problems): Located | undefined {
  const start = placeIn(change, change.written.indexOf('=') + 1);
  const { tree, problem } = readYaml(change.value, start, problems);
  return problem ? undefined : (tree ?? { type: 'scalar', text: '', empty: true, at: start });
}

function idsIn(tree: LocatedMap): string[] {
  return ['components', 'hosts'].flatMap((section) => {
    const map = valueAt(tree, section);
    return map?.type === 'map' ? [...map.entries.keys()] : [];
  });
}

/** The section that a change's first word stands in; a component wins over a section. */
export function homeOf(tree: LocatedMap, first: string): string | undefined {
  const home = ['components', 'hosts'].find((section) => valueAt(tree, section, first) !== undefined);
  return home ?? sections.find((section) => section === first);
}

class Setter {
  readonly #change: Change;
  readonly #value: Located;
  readonly #problems: Problems;

  constructor(change: Change, value: Located, problems: Problems) {
    this.#change = change;
    this.#value = value;
    this.#problems = problems;
  }

  /** `node` with the value at `path`; keys may hold dots themselves, so the longest known key is taken. */
  set(node: Located | undefined, path: string): Located {
    if (path === '') return this.#value;
    if (node?.type === 'list') return this.#setInList(node.items, path, node.at);
    const at = this.#placeOf(path);
    const map: LocatedMap = node?.type === 'map' ? node : { type: 'map', entries: new Map(), at };
    const key = longestKey(map, path) ?? path.split('.', 1).join('');
    const rest = path.slice(key.length + 1);
    const entries = new Map(map.entries);
    const old = map.entries.get(key);
    if (rest === '' && this.#value.type === 'scalar' && this.#value.empty) entries.delete(key);
    else entries.set(key, { at: rest === '' || !old ? at : old.at, value: this.set(old?.value, rest) });
    return { ...map, entries };
  }

  #setInList(items: readonly Located[], path: string, at: Place): Located {
    const [first = ''] = path.split('.', 1);
    const index = /^\d{1,4}$/.test(first) ? Number(first) : items.length;
    if (index >= items.length) {
      this.#problems.error(this.#placeOf(path), 'unknown-target', words.noSuchItem(this.#change.target));
    }
    const rest = path.slice(first.length + 1);
    return { type: 'list', items: items.map((item, i) => (i === index ? this.set(item, rest) : item)), at };
  }

  /** Paths are cut from the front, so the rest's length tells where in the target it begins. */
  #placeOf(path: string): Place {
    return placeIn(this.#change, Math.max(0, this.#change.target.length - path.length));
  }
}

function longestKey(map: LocatedMap, path: string): string | undefined {
  let longest: string | undefined;
  for (const key of map.entries.keys()) {
    const fits = path === key || path.startsWith(`${key}.`);
    if (fits && key !== '' && key.length > (longest?.length ?? 0)) longest = key;
  }
  return longest;
}
