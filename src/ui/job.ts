/** Work that takes long and is done by other threads for a screen, as data: what is asked, and what is heard of it. */
import type { Verdict } from '../course/missions/judge.ts';
import type { JudgePlay, PlayToJudge } from '../workers/judge-play.ts';

export type Job = { readonly kind: 'judge' } & PlayToJudge;

export type JobNews =
  /** so many of its parts are done */
  | { readonly state: 'going'; readonly done: number }
  | { readonly state: 'judged'; readonly verdict: Verdict }
  /** a thread ended before its work was done, and why */
  | { readonly state: 'failed'; readonly why: string };

/** Does a job; `tell` hears of it until `stop` is aborted. */
export type DoJob = (job: Job, tell: (news: JobNews) => void, stop: AbortSignal) => void;

/** Lets other threads do the jobs. */
export function jobsBy(judge: JudgePlay): DoJob {
  return (job, tell, stop) => {
    judge(job, (done) => tell({ state: 'going', done }), stop).then(
      (verdict) => tell({ state: 'judged', verdict }),
      (error: unknown) =>
        tell({ state: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
  };
}
