import { type Budget, OverBudgetError } from '../simulator/budget.ts';
import { incidentMarkdown } from '../story/incident/markdown.ts';
import type { Night, OtherNight } from '../story/incident/night.ts';
import { doOnEveryCore } from './pool.ts';

/** A run to be reported on, and the same with other settings. */
export interface NightToReport {
  readonly night: Night;
  /** undefined: they are not to be told */
  readonly others: readonly OtherNight[] | undefined;
  /** what each of the runs may cost */
  readonly budget: Budget;
}

/**
 * The report as markdown. `told` hears how many runs are done; rejects with an `OverBudgetError` when the run costs more
 * than it may, and when `stop` is aborted.
 */
export type MakeIncident = (
  asked: NightToReport,
  told: (done: number) => void,
  stop?: AbortSignal,
) => Promise<string>;

/** Runs the night again, and each other, in other threads. A setting with which it costs too much is left out. */
export function incidentOnEveryCore(entry: URL): MakeIncident {
  return async ({ night, others, budget }, told, stop) => {
    const nights = [night, ...(others ?? []).map((other) => other.night)].map((each) => ({
      night: each,
      budget,
    }));
    let done = 0;
    const count = () => told(++done);
    const [whole, ...sums] = await doOnEveryCore(entry, 'night', nights, count, stop);
    if (whole === undefined) return '';
    if ('most' in whole) throw new OverBudgetError(whole);
    const compared = others?.flatMap(({ change }, index) => {
      const other = sums[index];
      return other === undefined || 'most' in other ? [] : [{ change, sum: other.impact }];
    });
    return incidentMarkdown(whole, compared);
  };
}
