import { type Excess, OverBudgetError } from '../simulator/budget.ts';
import type { Failure, FailureOutcome } from '../simulator/spof.ts';
import type { Topology } from '../topology/types.ts';
import { doOnEveryCore } from './pool.ts';

/**
 * Lets parts of a site fail, each in runs of its own. `told` hears of each as it is done, in any order; rejects with an
 * `OverBudgetError` when a run costs more than it may, and when `stop` is aborted.
 */
export type FailParts = (
  topology: Topology,
  failures: readonly Failure[],
  told: (index: number, outcome: FailureOutcome) => void,
  stop?: AbortSignal,
) => Promise<void>;

/** Fails them in other threads. */
export function failOnEveryCore(entry: URL): FailParts {
  return async (topology, failures, told, stop) => {
    const jobs = failures.map((failure) => ({ topology, failure }));
    const heard = (index: number, outcome: FailureOutcome | Excess) => {
      if ('lever' in outcome) throw new OverBudgetError(outcome);
      told(index, outcome);
    };
    await doOnEveryCore(entry, 'fail', jobs, heard, stop);
  };
}
