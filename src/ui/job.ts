/** Work that takes long and is done by other threads for a screen, as data: what is asked, and what is heard of it. */
import type { Verdict } from '../course/missions/judge.ts';
import { overBudget } from '../messages/budget.ts';
import { OverBudgetError } from '../simulator/budget.ts';
import type { Failure, FailureOutcome } from '../simulator/spof.ts';
import type { Topology } from '../topology/types.ts';
import type { FailParts } from '../workers/fail-parts.ts';
import type { JudgePlay, PlayToJudge } from '../workers/judge-play.ts';

export type Job =
  | ({ readonly kind: 'judge' } & PlayToJudge)
  /** lets parts of a site fail, each alone */
  | { readonly kind: 'fail'; readonly topology: Topology; readonly failures: readonly Failure[] };

export type JobNews =
  /** so many of its parts are done */
  | { readonly state: 'going'; readonly done: number }
  | { readonly state: 'judged'; readonly verdict: Verdict }
  /** one of the parts has failed */
  | { readonly state: 'part'; readonly index: number; readonly outcome: FailureOutcome }
  /** a thread ended before its work was done, and why */
  | { readonly state: 'failed'; readonly why: string };

/** Does a job; `tell` hears of it until `stop` is aborted. */
export type DoJob = (job: Job, tell: (news: JobNews) => void, stop: AbortSignal) => void;

/** Lets other threads do the jobs. */
export function jobsBy(judge: JudgePlay, failParts: FailParts): DoJob {
  return (job, tell, stop) => {
    const work =
      job.kind === 'judge'
        ? judge(job, (done) => tell({ state: 'going', done }), stop).then((verdict) =>
            tell({ state: 'judged', verdict }),
          )
        : failParts(
            job.topology,
            job.failures,
            (index, outcome) => tell({ state: 'part', index, outcome }),
            stop,
          );
    work.catch((error: unknown) => tell({ state: 'failed', why: whyOf(error) }));
  };
}

function whyOf(error: unknown): string {
  if (error instanceof OverBudgetError) return overBudget(error.excess);
  return error instanceof Error ? error.message : String(error);
}
