import { words } from '../messages/topology.ts';
import { type Entry, emptyMap, type Located, type LocatedMap, merge } from '../text/located.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Place, Problems } from '../text/problem.ts';
import type { FieldType, Reading, Reference } from './field-types.ts';
import type { Wanted } from './wanted.ts';

/** One field of the format: what it takes, what it is when not written, and what it means. */
export interface Field<T = unknown> {
  readonly type: FieldType<T>;
  /** as a person would write it */
  readonly default?: string;
  /** the sibling whose value it takes when not written */
  readonly as?: string;
  /** the sibling under whose every entry it is laid; it is no value of its own */
  readonly under?: string;
  /** has no default: must be written; the text says why, where there is a reason beyond "it is needed" */
  readonly required: boolean | string;
  /** a name that changes nothing in a run */
  readonly label?: boolean;
  readonly means: string;
}

export type Shape = Readonly<Record<string, Field>>;

/** A name of the format as the model has it: `on-marked-down` is onMarkedDown, `max_fails` is maxFails. */
type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Camel<Head>}${Capitalize<Camel<Tail>>}`
  : Name extends `${infer Head}_${infer Tail}`
    ? `${Head}${Capitalize<Camel<Tail>>}`
    : Name;

/** What a shape reads: the same fields, by the names of the model. */
export type Values<S extends Shape> = {
  readonly [Name in keyof S & string as S[Name] extends { under: string }
    ? never
    : Camel<Name>]: S[Name] extends Field<infer T> ? T : never;
};

function camelCase(name: string): string {
  return name.replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A field that must be written. */
export function must<T>(type: FieldType<T>, means: string, why?: string): Field<T> {
  return { type, required: why ?? true, means };
}

/** A field with a default. */
export function has<T>(type: FieldType<T>, written: string, means: string): Field<T> {
  return { type, default: written, required: false, means };
}

/** A field that may be left out, and then is not there. */
export function may<T>(type: FieldType<T>, means: string): Field<T | undefined> {
  return { type: { ...type, filler: undefined }, required: false, means };
}

/** A field that is as a sibling before it when it isn't written: what is written there is read by its type. */
export function like<T>(sibling: string, type: FieldType<T>, means: string): Field<T> {
  return { type, as: sibling, required: false, means };
}

/** Fields that hold for every entry of a sibling after it, unless it says otherwise. */
export function underEach<S extends Shape>(
  sibling: string,
  shape: S,
  means: string,
): Field<Values<S>> & { readonly under: string } {
  return { type: group(shape, true), default: '', required: false, under: sibling, means };
}

/** The same field, for names that a run never looks at. */
export function label<T>(field: Field<T>): Field<T> {
  return { ...field, label: true };
}

/** Where a node stands: its path in words, and the place to point at when something is missing in it. */
export interface Where {
  readonly path: string;
  readonly at: Place;
}

/** Reads a map by its shape. Every problem is told; what can't be read gets its default, or a filler. */
export function readShape<S extends Shape>(
  shape: S,
  node: Located | undefined,
  where: Where,
  reading: Reading,
): Values<S> {
  const map = asMap(node, where, words.fields(Object.keys(shape)), reading);
  if (map !== undefined) tellUnknown(shape, map, where, reading);
  const laid = map && laidUnder(shape, map);
  const values = new Map<string, unknown>();
  for (const [name, field] of Object.entries(shape)) {
    const value = readField(name, field, laid, values, where, reading);
    if (field.under === undefined) values.set(name, value);
  }
  return named<S>(values);
}

/** Values by the names of the model. */
function named<S extends Shape>(values: Iterable<readonly [name: string, value: unknown]>): Values<S> {
  const entries = [...values].map(([name, value]) => [camelCase(name), value]);
  return Object.fromEntries(entries) as Values<S>; // each was read by the field of its name
}

/** The map with what stands under every entry of a field already laid under it. */
function laidUnder(shape: Shape, map: LocatedMap): LocatedMap {
  let laid = map;
  for (const [name, { under }] of Object.entries(shape)) {
    const base = map.entries.get(name)?.value;
    const over = under === undefined ? undefined : map.entries.get(under);
    if (under === undefined || base?.type !== 'map' || over?.value.type !== 'map') continue;
    const entries = new Map<string, Entry>();
    for (const [id, { at, value }] of over.value.entries) {
      const isEmpty = value.type === 'scalar' && value.empty;
      entries.set(id, { at, value: isEmpty ? base : merge(base, value) });
    }
    const merged: Entry = { at: over.at, value: { ...over.value, entries } };
    laid = { ...laid, entries: new Map(laid.entries).set(under, merged) };
  }
  return laid;
}

function readField(
  name: string,
  field: Field,
  map: LocatedMap | undefined,
  siblings: ReadonlyMap<string, unknown>,
  where: Where,
  reading: Reading,
): unknown {
  const path = where.path === '' ? name : `${where.path}.${name}`;
  const entry = map?.entries.get(name);
  if (entry !== undefined) {
    const read = field.type.read(withKeyPlace(entry.value, entry.at), path, reading);
    if (read !== undefined) return read.value;
  } else if (field.required !== false && map !== undefined && !reading.partial) {
    if (isGroup(field.type)) return field.type.read(emptyMap(where.at), path, reading)?.value;
    const why = typeof field.required === 'string' ? field.required : undefined;
    reading.problems.error(where.at, 'missing', words.missing(path, field.type.expects, why));
  }
  if (field.as !== undefined) {
    const written = map?.entries.get(field.as)?.value;
    const quiet: Reading = { ...reading, problems: new Problems(), references: [] };
    const read = written && field.type.read(written, path, quiet);
    return read?.value ?? siblings.get(field.as) ?? field.type.filler;
  }
  if (field.default === undefined) return field.type.filler;
  return field.type.read(asWritten(field.default, where.at), path, reading)?.value;
}

/** An empty value is pointed at by its key. */
function withKeyPlace(node: Located, at: Place): Located {
  return node.type === 'scalar' && node.empty ? { ...node, at } : node;
}

function asMap(
  node: Located | undefined,
  where: Where,
  expects: string,
  reading: Reading,
): LocatedMap | undefined {
  if (node === undefined || (node.type === 'scalar' && node.empty)) return emptyMap(where.at);
  if (node.type === 'map') return node;
  reading.problems.error(node.at, 'value', words.notOfType(where.path, node, expects));
  return undefined;
}

function tellUnknown(shape: Shape, map: LocatedMap, where: Where, reading: Reading): void {
  const known = Object.keys(shape);
  for (const [name, { at }] of map.entries) {
    if (Object.hasOwn(shape, name)) continue;
    const meant = nearestWord(name, known) ?? nestedPath(shape, name);
    reading.problems.error(at, 'unknown-field', words.unknownField(name, where.path, meant, known));
  }
}

/** `fall` of a load balancer is meant as `default-server.fall`. */
function nestedPath(shape: Shape, name: string): string | undefined {
  for (const [outer, { type }] of Object.entries(shape)) {
    const holds = isGroup(type) && !type.byId && Object.hasOwn(type.shape, name);
    if (holds) return `${outer}.${name}`;
  }
  return undefined;
}

/** A default as it stands in the table: a word, or `[a, b]`. */
function asWritten(written: string, at: Place): Located {
  if (!written.startsWith('[')) return { type: 'scalar', text: written, empty: written === '', at };
  const items = written.slice(1, -1).split(', ').filter(Boolean);
  return { type: 'list', items: items.map((item) => asWritten(item, at)), at };
}

/** A type whose value is made of fields itself. */
export interface GroupType<T, S extends Shape = Shape> extends FieldType<T> {
  readonly shape: S;
  /** the fields stand under an id each */
  readonly byId: boolean;
}

export function isGroup<T>(type: FieldType<T>): type is GroupType<T> {
  return 'shape' in type;
}

/** A map of fields. */
export function group<S extends Shape>(shape: S, partial = false): GroupType<Values<S>, S> {
  return {
    name: 'fields',
    expects: words.fields(Object.keys(shape)),
    shape,
    byId: false,
    filler: named<S>(Object.entries(shape).map(([name, { type }]) => [name, type.filler])),
    read(node, path, reading) {
      const inner = partial ? { ...reading, partial: true } : reading;
      return { value: readShape(shape, node, { path, at: node.at }, inner) };
    },
  };
}

export type Member<S extends Shape> = Values<S> & { readonly id: string };

/** Fields under an id each, where the id is a reference (`servers`, `upstream`) or a new name (no `wanted`). */
export function members<S extends Shape>(shape: S, wanted?: Wanted): GroupType<readonly Member<S>[], S> {
  return {
    name: 'fields by id',
    expects: words.members(),
    shape,
    byId: true,
    filler: [],
    read(node, path, reading) {
      const map = asMap(node, { path, at: node.at }, words.members(), reading);
      if (map === undefined) return undefined;
      const value = [...map.entries].map(([id, entry]) => {
        const reference: Reference | undefined = wanted && { id, wanted, path, at: entry.at };
        if (reference !== undefined) reading.references.push(reference);
        return { ...readShape(shape, entry.value, { path: `${path}.${id}`, at: entry.at }, reading), id };
      });
      return { value };
    },
  };
}

/** A list of maps of fields. */
export function groups<S extends Shape>(shape: S): GroupType<readonly Values<S>[], S> {
  const one = group(shape);
  return {
    ...one,
    name: 'list of fields',
    filler: [],
    read(node, path, reading) {
      if (node.type === 'scalar' || node.type === 'map') {
        reading.problems.error(node.at, 'value', words.notOfType(path, node, words.listOf(one.expects)));
        return undefined;
      }
      const value = node.items.map((item, index) => {
        return readShape(shape, item, { path: `${path}[${index + 1}]`, at: item.at }, reading);
      });
      return { value };
    },
  };
}
