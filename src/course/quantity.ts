/**
 * Numbers as people write them: 5, 5 s, 5000 ms, 5,0 s, 1,500, about 5, 4-6 s. Words of every language that the program
 * speaks are read in all of them: what was answered in one may be judged in another.
 */

/** What a number counts. Times are kept in seconds, shares as parts of 1. */
export interface QuantityUnit {
  readonly kind: 'time' | 'share' | 'count';
  /** what a number without a unit is in: `s`, `ms`, `%`, `requests`; empty where it only counts */
  readonly word: string;
}

/** A number, or everything from one to another. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
}

const secondsOf: ReadonlyMap<string, number> = new Map(
  (
    [
      [1e-6, 'us', 'µs', 'μs', 'usec', 'microsecond', 'mikrosekunde', 'mikrosekunden', 'microsegundo'],
      [1e-3, 'ms', 'msec', 'millisecond', 'millisekunde', 'millisekunden', 'milisegundo'],
      [1, 's', 'sec', 'sek', 'second', 'sekunde', 'sekunden', 'segundo'],
      [60, 'm', 'min', 'minute', 'minuten', 'minuto'],
      [3_600, 'h', 'hr', 'hrs', 'std', 'hour', 'stunde', 'stunden', 'hora'],
      [86_400, 'd', 'day', 'tag', 'tage', 'tagen', 'día', 'dia'],
    ] as const
  ).flatMap(([seconds, ...words]) =>
    words.flatMap((word) =>
      (word.length > 2 ? [word, `${word}s`] : [word]).map((one) => [one, seconds] as const),
    ),
  ),
);

/** The unit that a range in the grammar of proofs is written in: of `300ms..2s`, seconds. */
export function unitWritten(range: string, kind: QuantityUnit['kind']): QuantityUnit {
  const word = kind === 'count' ? '' : kind === 'share' ? '%' : lastUnit(range);
  return { kind, word };
}

function lastUnit(range: string): string {
  return [...range.matchAll(/\d\s*(us|ms|s|m|h|d)\b/g)].at(-1)?.[1] ?? 's';
}

const longest = 60;
const roughly =
  /^(?:about|around|roughly|approximately|circa|etwa|ungefähr|rund|unos|unas|aproximadamente|ca\.?|~|≈)\s*/;
/** Between the ends of a range. */
const to = '\\b(?:to|bis|a)\\b';
const number = `[-+−]?[\\d.,][\\d.,'’_\\u00a0\\u202f ]*`;
const one = new RegExp(`^(${number})(\\D*)$`);
const two = new RegExp(`^(${number})([^\\d–—-]*?)\\s*(?:\\.\\.|-|–|—|${to})\\s*(${number})(\\D*)$`);

/**
 * Reads what a learner wrote. A unit may be left out; another one of the same kind counts in it. Undefined for what is
 * no number, or has a unit that doesn't fit.
 */
export function readQuantity(written: string, unit: QuantityUnit): Quantity | undefined {
  const text = written.trim().toLowerCase().replace(roughly, '').replace(/\.$/, '');
  if (text.length > longest) return undefined;
  const range = two.exec(text);
  if (range) {
    const [, first = '', firstUnit = '', second = '', secondUnit = ''] = range;
    const from = valueIn(first, firstUnit.trim() === '' ? secondUnit : firstUnit, unit);
    const to = valueIn(second, secondUnit, unit);
    return from === undefined || to === undefined || from > to ? undefined : { from, to };
  }
  const [, amount = '', word = ''] = one.exec(text) ?? [];
  const value = valueIn(amount, word, unit);
  return value === undefined ? undefined : { from: value, to: value };
}

function valueIn(amount: string, word: string, unit: QuantityUnit): number | undefined {
  const value = readNumber(amount);
  const factor = factorOf(word.trim(), unit);
  return value === undefined || factor === undefined ? undefined : value * factor;
}

/** What one of this unit is; undefined for a word that doesn't fit. */
function factorOf(word: string, unit: QuantityUnit): number | undefined {
  switch (unit.kind) {
    case 'time':
      return secondsOf.get(word === '' ? unit.word : word);
    case 'share':
      return ['', '%', 'percent', 'per cent', 'prozent', 'por ciento'].includes(word) ? 0.01 : undefined;
    case 'count': {
      const [given, known] = [word, unit.word.toLowerCase()].map((one) => one.replace(/s$/, ''));
      return word === '' || given === known ? 1 : undefined;
    }
  }
}

const parted = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;

/**
 * A number with a point or a comma before its decimals, and perhaps its thousands parted. `1,500` is one and a half
 * thousand, as an English reader writes it; `1.500` is one and a half.
 */
function readNumber(text: string): number | undefined {
  const bare = text
    .trim()
    .replace('−', '-')
    .replace(/(?<=\d)['’_\u00a0\u202f ](?=\d{3}(?!\d))/g, '');
  const sign = bare.startsWith('-') ? -1 : 1;
  const digits = bare.replace(/^[-+]/, '');
  const [, whole = digits, decimals] = /^(.*)[.,](\d*)$/.exec(digits) ?? [];
  const separators = digits.replace(/\d/g, '');
  const isWhole = parted.test(digits) && (separators.length > 1 || separators === ',');
  const plain =
    separators.length === 0
      ? digits
      : isWhole
        ? digits.replace(/[.,]/g, '')
        : separators.length === 1
          ? `${whole === '' ? '0' : whole}.${decimals}`
          : parted.test(whole) && new Set(separators).size === 2
            ? `${whole.replace(/[.,]/g, '')}.${decimals}`
            : '';
  return /^\d{1,15}(?:\.\d{0,9})?$/.test(plain) ? sign * Number(plain) : undefined;
}

/** What a learner wrote, with its unit where it was left out. */
export function withItsUnit(written: string, unit: QuantityUnit): string {
  return /[a-zµμ%]/i.test(written.replace(new RegExp(to), '')) ? written : withUnit(written, unit);
}

/** A value as it is shown: `4 s`, `50 %`, `3 hosts`. */
export function quantityWords(value: number, unit: QuantityUnit): string {
  return withUnit(amountIn(value, unit), unit);
}

/** Two values as they are shown: `4 to 6 s`. */
export function quantityRange(from: number, to: number, unit: QuantityUnit): string {
  return withUnit(`${amountIn(from, unit)} to ${amountIn(to, unit)}`, unit);
}

/** A value in its unit: 4.5 of seconds, 50 of a share in per cent. */
export function amountIn(value: number, { kind, word }: QuantityUnit): number {
  const factor = kind === 'time' ? (secondsOf.get(word) ?? 1) : kind === 'share' ? 0.01 : 1;
  return Number((value / factor).toPrecision(12));
}

function withUnit(amount: number | string, { word }: QuantityUnit): string {
  return word === '' ? String(amount) : `${amount} ${word}`;
}
