import { courseMessages as say } from '../messages/course.ts';
import type { Located, LocatedMap } from '../text/located.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Place, type Problem, Problems } from '../text/problem.ts';
import { readYaml } from '../text/yaml.ts';
import { parseTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';

/** A piece of YAML as keys. */
export interface ReadFields {
  readonly fields: Fields;
  /** where what these keys lack is told: nowhere when the YAML itself is broken, since that is why */
  readonly problems: Problems;
  /** why the YAML itself could not be read whole */
  readonly problem: Problem | undefined;
}

/**
 * Reads a piece of YAML that holds keys. `first` is where its first character stands, and `start` where it tells
 * what is missing.
 */
export function readFields(text: string, first: Place, start: Place, problems: Problems): ReadFields {
  const { tree, problem } = readYaml(text, first, problems);
  const told = problem ? new Problems() : problems;
  return { fields: new Fields(tree, start, told), problems: told, problem };
}

/** The keys of one YAML map, read one by one; what has the wrong form is told and left out. */
export class Fields {
  readonly #map: LocatedMap | undefined;
  readonly #start: Place;
  readonly #problems: Problems;

  constructor(node: Located | undefined, start: Place, problems: Problems) {
    this.#map = node?.type === 'map' ? node : undefined;
    this.#start = start;
    this.#problems = problems;
    const empty = node === undefined || (node.type === 'scalar' && node.empty);
    if (!empty && node.type !== 'map') problems.error(node.at, 'not-keys', say.notKeys);
  }

  /** Warns of every key that is not known here. */
  knowOnly(known: readonly string[], where: string): void {
    for (const [key, { at }] of this.#map?.entries ?? []) {
      if (known.includes(key)) continue;
      this.#problems.warning(at, 'unknown-key', say.unknownKey(key, where, nearestWord(key, known), known));
    }
  }

  has(key: string): boolean {
    return this.value(key) !== undefined;
  }

  /** Where a key stands; the start of the map when it is missing. */
  at(key: string): Place {
    return this.#map?.entries.get(key)?.at ?? this.#start;
  }

  /** The value under a key; undefined when nothing is written there. */
  value(key: string): Located | undefined {
    const value = this.#map?.entries.get(key)?.value;
    return value?.type === 'scalar' && value.empty ? undefined : value;
  }

  /** One text. */
  text(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (value.type === 'scalar') return value.text;
    this.#problems.error(value.at, 'wrong-form', say.expectedText(key));
    return undefined;
  }

  /** Texts: a list, or one text alone. */
  texts(key: string): readonly { readonly text: string; readonly at: Place }[] {
    const value = this.value(key);
    if (value === undefined) return [];
    const items = value.type === 'list' ? value.items : [value];
    return items.flatMap((item) => {
      if (item.type === 'scalar' && !item.empty) return [{ text: item.text, at: item.at }];
      this.#problems.error(item.at, 'wrong-form', say.expectedTexts(key));
      return [];
    });
  }

  /** A whole number of at least `least`. */
  count(key: string, least: number, most: number): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    this.#problems.error(this.#valueAt(key), 'wrong-form', say.expectedCount(key, text, least, most));
    return undefined;
  }

  /** A number over 0. */
  positive(key: string, most: number): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const number = /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : 0;
    if (number > 0 && number <= most) return number;
    this.#problems.error(this.#valueAt(key), 'wrong-form', say.expectedPositive(key, text, most));
    return undefined;
  }

  flag(key: string): boolean {
    const text = this.text(key);
    if (text === undefined || text === 'false') return false;
    if (text !== 'true') this.#problems.error(this.#valueAt(key), 'wrong-form', say.expectedFlag(key, text));
    return text === 'true';
  }

  time(key: string): Micros | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const time = parseTime(text);
    if (time !== undefined && time > 0) return time;
    this.#problems.error(this.#valueAt(key), 'wrong-form', say.expectedTime(key, text));
    return undefined;
  }

  #valueAt(key: string): Place {
    return this.value(key)?.at ?? this.at(key);
  }
}
