import { messagesOf } from '../messages/language.ts';
import { words } from '../messages/topology.ts';
import type { Located } from '../text/located.ts';
import type { Place, Problems } from '../text/problem.ts';
import { formatShare, parseDuration, parseShare, parseTime } from './duration.ts';
import type { Duration, Id, Micros } from './units.ts';
import type { Wanted } from './wanted.ts';

const t = messagesOf('topology/field-types');

export interface Reference {
  readonly id: string;
  readonly wanted: Wanted;
  readonly path: string;
  readonly at: Place;
}

/** What reading collects, besides the values. */
export interface Reading {
  readonly problems: Problems;
  readonly references: Reference[];
  /** true where only a part is written (`defaults`): what is missing is then no problem */
  readonly partial: boolean;
}

/** One type of value: what it expects, in words and as data, and how it is read. */
export interface FieldType<T> {
  readonly name: string;
  /** ends the sentence "write ..." */
  readonly expects: string;
  /** stands in where the value couldn't be read, so that reading goes on and finds the other problems */
  readonly filler: T;
  readonly choices?: readonly string[];
  /** the bounds, as a person writes them */
  readonly least?: string;
  readonly most?: string;
  /** the bounds of a number */
  readonly range?: readonly [least: number, most: number];
  /** of a list: what each of its items is */
  readonly item?: FieldType<unknown>;
  /** `none` may stand there instead */
  readonly noneToo?: boolean;
  /** undefined when it can't be read; the problem is then told */
  read(node: Located, path: string, reading: Reading): { readonly value: T } | undefined;
}

type Parsed<T> = { readonly value: T } | { readonly wrong: string } | undefined;

/** A type that is one word; `parse` gives the value, what is wrong with it, or undefined for nonsense. */
function word<T>(
  about: Omit<FieldType<T>, 'read'>,
  parse: (text: string, path: string) => Parsed<T>,
): FieldType<T> {
  return {
    ...about,
    read(node, path, { problems }) {
      const parsed = node.type === 'scalar' && !node.empty ? parse(node.text, path) : undefined;
      if (parsed !== undefined && 'value' in parsed) return parsed;
      const message = parsed?.wrong ?? words.notOfType(path, node, about.expects);
      problems.error(node.at, 'value', message);
      return undefined;
    },
  };
}

/** Inside the bounds, or the sentence that tells which one is broken. */
function bounded(value: number, text: string, path: string, least: Bound, most: Bound): Parsed<number> {
  if (value < least.value) return { wrong: words.tooSmall(path, text, least.text) };
  return value > most.value ? { wrong: words.tooLarge(path, text, most.text) } : { value };
}

interface Bound {
  readonly value: number;
  readonly text: string;
}

const tenYears = '3650d';

function timeBound(text: string): Bound {
  return { value: parseTime(text) ?? 0, text };
}

export function time(least = '1us', most = tenYears): FieldType<Micros> {
  const [low, high] = [timeBound(least), timeBound(most)];
  const expects = t`a time with its unit, such as 20ms, 10s or 5m`;
  return word<Micros>({ name: 'time', expects, filler: low.value, least, most }, (text, path) => {
    const micros = parseTime(text);
    if (micros !== undefined) return bounded(micros, text, path, low, high);
    const positive = text.startsWith('-') ? parseTime(text.slice(1)) : undefined;
    return positive === undefined ? undefined : { wrong: words.negative(path, text) };
  });
}

export function duration(): FieldType<Duration> {
  const [low, high] = [timeBound('1us'), timeBound('1h')];
  const expects = t`a time such as \`20ms\`, \`exponential 20ms\` or \`lognormal 20ms cv 0.5\``;
  const filler: Duration = { shape: 'constant', mean: 1, cv: 0 };
  return word<Duration>(
    { name: 'service time', expects, filler, least: low.text, most: high.text },
    (text, path) => {
      const value = parseDuration(text);
      if (value === undefined) return undefined;
      const mean = bounded(value.mean, text, path, low, high);
      if (mean === undefined || 'wrong' in mean) return mean;
      return value.cv > 10 ? { wrong: words.tooLarge(path, text, 'cv 10') } : { value };
    },
  );
}

export function share(): FieldType<number> {
  const about = { name: 'percentage', expects: t`a percentage such as 10%`, least: '0%', most: '100%' };
  return word<number>({ ...about, filler: 0 }, (text, path) => {
    const value = parseShare(text);
    if (value !== undefined && value > 1) return { wrong: words.tooLarge(path, text, formatShare(1)) };
    if (value !== undefined) return { value };
    return /^-\d/.test(text) ? { wrong: words.negative(path, text) } : undefined;
  });
}

const numberPattern = /^[+-]?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,3})?$/;

/** 1000000 as 1,000,000, the same in every locale. */
function withCommas(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function number(least: number, most: number, unit: string, expects: string): FieldType<number> {
  const bound = (value: number): Bound => ({ value, text: `${withCommas(value)} ${unit}`.trim() });
  const [low, high] = [bound(least), bound(most)];
  const range = [least, most] as const;
  const about = { name: 'number', expects, least: low.text, most: high.text, range };
  return word<number>({ ...about, filler: least }, (text, path) =>
    numberPattern.test(text) ? bounded(Number(text), text, path, low, high) : undefined,
  );
}

export function integer(least: number, most: number): FieldType<number> {
  const bound = (value: number): Bound => ({ value, text: withCommas(value) });
  const [low, high] = [bound(least), bound(most)];
  const expects = t`a whole number from ${low.text} to ${high.text}`;
  const range = [least, most] as const;
  const about = { name: 'whole number', expects, least: low.text, most: high.text, range };
  return word<number>({ ...about, filler: least }, (text, path) => {
    if (!numberPattern.test(text)) return undefined;
    const value = Number(text);
    return Number.isInteger(value) ? bounded(value, text, path, low, high) : undefined;
  });
}

export function boolean(): FieldType<boolean> {
  const about = { name: 'yes or no', expects: t`\`true\` or \`false\``, choices: ['true', 'false'] };
  return word<boolean>({ ...about, filler: false }, (text) =>
    text === 'true' || text === 'false' ? { value: text === 'true' } : undefined,
  );
}

export function choice<const C extends readonly [string, ...string[]]>(...choices: C): FieldType<C[number]> {
  const about = { name: 'one of', expects: words.oneOf(choices), choices };
  return word<C[number]>({ ...about, filler: choices[0] }, (text, path) => {
    const value: C[number] | undefined = choices.find((known) => known === text);
    return value === undefined ? { wrong: words.unknownChoice(path, text, choices) } : { value };
  });
}

export function text(): FieldType<string> {
  const most = 100;
  const about = { name: 'text', expects: t`a text of one line and up to ${most} characters`, filler: '' };
  return word<string>(about, (written, path) => {
    if (!/^.*\S.*$/.test(written)) return undefined;
    return written.length > most
      ? { wrong: words.tooLarge(path, `${written.slice(0, 20)}…`, `${most} characters`) }
      : { value: written };
  });
}

const idPattern = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

/** Letters, digits, `-` and `_`, from a letter on. */
export function isId(written: string): boolean {
  return idPattern.test(written);
}

export function id(): FieldType<Id> {
  const about = { name: 'id', expects: words.idPattern(), filler: '' };
  return word<Id>(about, (written) => (isId(written) ? { value: written } : undefined));
}

/** The name of something else in the file; whether it is there is checked when all is read. */
export function reference(wanted: Wanted): FieldType<string> {
  const expects = words.wanted(wanted);
  return {
    name: 'reference',
    expects,
    filler: '',
    read(node, path, { problems, references }) {
      if (node.type === 'scalar' && !node.empty && node.text !== '') {
        references.push({ id: node.text, wanted, path, at: node.at });
        return { value: node.text };
      }
      problems.error(node.at, 'value', words.notOfType(path, node, expects));
      return undefined;
    },
  };
}

const longestList = 500;

/** A list; a single value stands for a list of one. */
export function list<T>(item: FieldType<T>): FieldType<readonly T[]> {
  return {
    name: `list of: ${item.name}`,
    expects: words.listOf(item.expects),
    filler: [],
    item,
    ...(item.choices ? { choices: item.choices } : {}),
    read(node, path, reading) {
      if (node.type === 'map' || (node.type === 'scalar' && node.empty)) {
        reading.problems.error(node.at, 'value', words.notOfType(path, node, words.listOf(item.expects)));
        return undefined;
      }
      const items = node.type === 'list' ? node.items : [node];
      if (items.length > longestList) {
        reading.problems.error(node.at, 'too-many', words.tooMany(path, items.length, longestList));
        return undefined;
      }
      return { value: items.flatMap((each) => item.read(each, path, reading)?.value ?? []) };
    },
  };
}

/** `none`, or a value of the type. */
export function orNone<T>(type: FieldType<T>): FieldType<T | undefined> {
  return {
    ...type,
    expects: t`none, or ${type.expects}`,
    filler: undefined,
    noneToo: true,
    read(node, path, reading) {
      if (node.type === 'scalar' && node.text === 'none') return { value: undefined };
      return type.read(node, path, reading);
    },
  };
}
