import type { DoJob, Job, JobNews } from './job.ts';
import type { ScreenName } from './screen.ts';

/** The one job that other threads do for a screen: a new one ends the one before. */
export class WorkInHand {
  readonly #doJob: DoJob;
  #work: { readonly asker: ScreenName; readonly stop: AbortController } | undefined;

  constructor(doJob: DoJob) {
    this.#doJob = doJob;
  }

  /** @param hear how it goes, until it is stopped */
  begin(asker: ScreenName, job: Job, hear: (news: JobNews) => void): void {
    this.stop();
    const stop = new AbortController();
    this.#work = { asker, stop };
    this.#doJob(job, (news) => !stop.signal.aborted && hear(news), stop.signal);
  }

  stop(): void {
    this.#work?.stop.abort();
    this.#work = undefined;
  }

  /** Nobody waits for what a screen has asked for that is no longer there. */
  stopUnless(isOpen: (asker: ScreenName) => boolean): void {
    if (this.#work !== undefined && !isOpen(this.#work.asker)) this.stop();
  }
}
