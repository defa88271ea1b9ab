import type { Range } from './judge.ts';
import recordings from './recorded.json' with { type: 'json' };

type Values = Readonly<Record<string, unknown>>;

const experiments: Readonly<Record<string, Readonly<Record<string, Values>>>> = recordings.experiments;

/** what was recorded, and where */
export const source: string = recordings.source;

function value(experiment: string, variant: string, what: string): unknown {
  const found = experiments[experiment]?.[variant]?.[what];
  if (found === undefined) throw new Error(`nothing recorded: ${experiment} ${variant} ${what}`);
  return found;
}

/** A recorded range. */
export function range(experiment: string, variant: string, what: string): Range {
  const found = value(experiment, variant, what);
  if (!Array.isArray(found)) throw new Error(`not a range: ${experiment} ${variant} ${what}`);
  const [least, most]: unknown[] = found;
  if (typeof least !== 'number' || typeof most !== 'number')
    throw new Error(`not a range of numbers: ${what}`);
  return [least, most];
}

/** A recorded text, such as an order. */
export function text(experiment: string, variant: string, what: string): string {
  return String(value(experiment, variant, what));
}
