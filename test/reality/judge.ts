/** From least to most. */
export type Range = readonly [number, number];

/** One thing that was recorded and simulated: a line of the table of agreement. */
export interface Row {
  readonly experiment: string;
  readonly variant: string;
  readonly what: string;
  readonly recorded: string;
  readonly simulated: string;
  /** what the simulated values were held against */
  readonly heldTo: string;
  readonly agrees: boolean;
  /** why it is known to differ; a row without it must agree */
  readonly because: string | undefined;
}

/** Times that hang on a check's phase may reach the ends of their formula, give or take the messages' own time. */
const PHASE_SLACK = 0.06;
const WIDENING = 0.1;

export interface Compared {
  readonly what: string;
  readonly unit?: string;
  readonly recorded: Range;
  readonly simulated: readonly (number | undefined)[];
  /** for what hangs on a phase: everything that the formula allows */
  readonly formula?: Range;
  readonly because?: string;
}

/** Holds numbers of several runs against a recorded range widened by a tenth, or against a formula. */
export function numbers(experiment: string, variant: string, compared: Compared): Row {
  const { what, unit = '', recorded, simulated, formula, because } = compared;
  const missing = simulated.filter((value) => value === undefined).length;
  const values = simulated.filter((value) => value !== undefined);
  const found: Range = [Math.min(...values), Math.max(...values)];
  const allowed = formula === undefined ? widened(recorded) : slackened(formula);
  const inside = missing === 0 && values.length > 0 && found[0] >= allowed[0] && found[1] <= allowed[1];
  return {
    experiment,
    variant,
    what,
    recorded: written(recorded, unit),
    simulated:
      values.length === 0 ? 'never' : written(found, unit) + (missing > 0 ? ` (${missing} never)` : ''),
    heldTo: formula === undefined ? 'recorded ± 10 %' : `formula ${written(formula, unit)}`,
    agrees: inside,
    because,
  };
}

/** Holds words of several runs against what was recorded: an order, a set of outcomes, never or at once. */
export function same(
  experiment: string,
  variant: string,
  what: string,
  recorded: string,
  simulated: readonly string[],
  because?: string,
): Row {
  const different = [...new Set(simulated)];
  return {
    experiment,
    variant,
    what,
    recorded,
    simulated: different.join(' or '),
    heldTo: 'the same',
    agrees: different.length === 1 && different[0] === recorded,
    because,
  };
}

function widened([least, most]: Range): Range {
  return [least - Math.abs(least) * WIDENING, most + Math.abs(most) * WIDENING];
}

function slackened([least, most]: Range): Range {
  return [least - PHASE_SLACK, most + PHASE_SLACK];
}

function written([least, most]: Range, unit: string): string {
  const low = short(least);
  const high = short(most);
  return `${low === high ? low : `${low}–${high}`}${unit === '' ? '' : ` ${unit}`}`;
}

/** Three digits that count, or all of a whole number. */
function short(value: number): string {
  if (Number.isInteger(value)) return `${value}`;
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return `${Number(value.toFixed(decimals))}`;
}
