import type { Duration, Micros } from './units.ts';

const unitMicros = {
  us: 1,
  ms: 1_000,
  s: 1_000_000,
  m: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
} as const;

type Unit = keyof typeof unitMicros;

const timePattern = /^(\d{1,15}(?:\.\d{1,9})?) ?(us|ms|s|m|h|d)$/;
const sharePattern = /^(\d{1,15}(?:\.\d{1,12})?) ?%$/;

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && Object.hasOwn(unitMicros, text);
}

/** `20ms`, `10s`, `5m`, `90d`, or a bare `0`, in whole microseconds; undefined for anything else, negative times too. */
export function parseTime(text: string): Micros | undefined {
  const trimmed = text.trim();
  if (trimmed === '0') return 0;
  const [, amount, unit] = timePattern.exec(trimmed) ?? [];
  if (amount === undefined || !isUnit(unit)) return undefined;
  const micros = Math.round(Number(amount) * unitMicros[unit]);
  return Number.isSafeInteger(micros) ? micros : undefined;
}

/** A time as a person writes it: `10s`, `0.2ms`, `1.5s`, `5m`, `90d`. What `parseTime` reads back exactly. */
export function formatTime(micros: Micros): string {
  if (micros < 0) return `-${formatTime(-micros)}`;
  if (micros === 0) return '0s';
  for (const unit of ['d', 'h', 'm'] as const) {
    if (micros % unitMicros[unit] === 0) return `${micros / unitMicros[unit]}${unit}`;
  }
  if (micros >= unitMicros.s) return `${decimal(micros, 6)}s`;
  if (micros >= 100) return `${decimal(micros, 3)}ms`;
  return `${micros}us`;
}

/** `micros` with the point moved `places` to the left, exactly, without trailing zeros. */
function decimal(micros: Micros, places: number): string {
  const digits = String(micros).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${fraction}`;
}

/** A service time: `20ms`, `exponential 20ms`, `lognormal 20ms cv 0.5`. */
export function parseDuration(text: string): Duration | undefined {
  const words = text.trim().split(/\s+/);
  const [first = '', second = '', third, fourth] = words;
  if (words.length === 1) {
    const mean = parseTime(first);
    return mean === undefined ? undefined : { shape: 'constant', mean, cv: 0 };
  }
  const mean = parseTime(second);
  if (mean === undefined) return undefined;
  if (first === 'exponential' && words.length === 2) return { shape: 'exponential', mean, cv: 1 };
  if (first !== 'lognormal' || third !== 'cv' || words.length !== 4) return undefined;
  if (fourth === undefined || !/^\d{1,4}(\.\d{1,6})?$/.test(fourth)) return undefined;
  return { shape: 'lognormal', mean, cv: Number(fourth) };
}

/** A service time as an author writes it, which `parseDuration` reads back. */
export function formatDuration({ shape, mean, cv }: Duration): string {
  const time = formatTime(mean);
  if (shape === 'constant') return time;
  return shape === 'exponential' ? `exponential ${time}` : `lognormal ${time} cv ${Number(cv.toFixed(6))}`;
}

/** `10%` is 0.1; a bare `0` is 0; undefined for anything else. It may be over 1: the caller says what is too much. */
export function parseShare(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '0') return 0;
  const [, percent] = sharePattern.exec(trimmed) ?? [];
  return percent === undefined ? undefined : Number(percent) / 100;
}

/** A share of 0..1 as a percentage: 0.07 is 7, where 0.07 * 100 is 7.000000000000001. */
export function percentOf(share: number): number {
  return Number((share * 100).toFixed(6));
}

/** A share of 0..1 as an author writes it: 0.1 is `10%`. */
export function formatShare(share: number): string {
  return `${percentOf(share)}%`;
}
