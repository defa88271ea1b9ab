/** Work that takes long and is done by other threads for a screen, as data: what is asked, and what is heard of it. */
import type { Verdict } from '../course/missions/judge.ts';
import type { GuessedRun, Outcome } from '../course/predictions/outcome.ts';
import type { Found } from '../learner/presented.ts';
import { overBudget } from '../messages/budget.ts';
import { OverBudgetError } from '../simulator/budget.ts';
import type { Failure, FailureOutcome } from '../simulator/spof.ts';
import type { Topology } from '../topology/types.ts';
import type { FailParts } from '../workers/fail-parts.ts';
import type { JudgePlay, PlayToJudge } from '../workers/judge-play.ts';
import type { MakeIncident, NightToReport } from '../workers/make-incident.ts';
import type { PredictRun } from '../workers/predict-run.ts';

export type Job =
  | ({ readonly kind: 'judge' } & PlayToJudge)
  | ({ readonly kind: 'predict' } & GuessedRun)
  /** lets parts of a site fail, each alone */
  | { readonly kind: 'fail'; readonly topology: Topology; readonly failures: readonly Failure[] }
  /** the incident report on a run */
  | ({ readonly kind: 'incident' } & NightToReport)
  /** tells what a presentation shows, until nobody listens */
  | { readonly kind: 'follow' };

export type JobNews =
  /** so many of its parts are done */
  | { readonly state: 'going'; readonly done: number }
  | { readonly state: 'judged'; readonly verdict: Verdict }
  | { readonly state: 'predicted'; readonly outcome: Outcome }
  /** one of the parts has failed */
  | { readonly state: 'part'; readonly index: number; readonly outcome: FailureOutcome }
  /** markdown */
  | { readonly state: 'reported'; readonly report: string }
  /** what a presentation shows, after each of its steps and each second */
  | { readonly state: 'presented'; readonly found: Found }
  /** a thread ended before its work was done, and why */
  | { readonly state: 'failed'; readonly why: string };

/** Does a job; `tell` hears of it until `stop` is aborted. */
export type DoJob = (job: Job, tell: (news: JobNews) => void, stop: AbortSignal) => void;

/** Who does each kind of job. */
export interface Workers {
  readonly judge: JudgePlay;
  readonly predict: PredictRun;
  readonly failParts: FailParts;
  readonly makeIncident: MakeIncident;
  /** undefined: nobody here listens to a presentation */
  readonly follow?: FollowPresentation;
}

/** Tells what a presentation shows, whenever that changes and each second, until `stop` is aborted. */
export type FollowPresentation = (tell: (found: Found) => void, stop: AbortSignal) => void;

/** Lets them do the jobs. */
export function jobsBy(workers: Workers): DoJob {
  return (job, tell, stop) => {
    work(workers, job, tell, stop).catch((error: unknown) => tell({ state: 'failed', why: whyOf(error) }));
  };
}

async function work(
  { judge, predict, failParts, makeIncident, follow }: Workers,
  job: Job,
  tell: (news: JobNews) => void,
  stop: AbortSignal,
): Promise<void> {
  const going = (done: number) => tell({ state: 'going', done });
  switch (job.kind) {
    case 'judge':
      return tell({ state: 'judged', verdict: await judge(job, going, stop) });
    case 'incident':
      return tell({ state: 'reported', report: await makeIncident(job, going, stop) });
    case 'predict':
      return tell({ state: 'predicted', outcome: await predict(job, stop) });
    case 'fail':
      return failParts(
        job.topology,
        job.failures,
        (index, outcome) => tell({ state: 'part', index, outcome }),
        stop,
      );
    case 'follow':
      return follow?.((found) => tell({ state: 'presented', found }), stop);
  }
}

function whyOf(error: unknown): string {
  if (error instanceof OverBudgetError) return overBudget(error.excess);
  return error instanceof Error ? error.message : String(error);
}
