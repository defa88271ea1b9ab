/** The entry of a worker thread: does the jobs that it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { doJob, type JobKind, type Jobs } from './jobs.ts';

/** What the pool sends. */
export interface Assignment<K extends JobKind = JobKind> {
  readonly kind: K;
  readonly given: Jobs[K]['in'];
}

parentPort?.on('message', ({ kind, given }: Assignment) => {
  parentPort?.postMessage(doJob(kind, given));
});
