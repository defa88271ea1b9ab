/** The entry of a worker thread: does the jobs that it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { speak } from '../messages/language.ts';
import type { JobKind, Jobs } from './jobs.ts';

/** What the pool sends. */
export interface Assignment<K extends JobKind = JobKind> {
  readonly kind: K;
  readonly given: Jobs[K]['in'];
}

// the catalogue of the thread that asks: nothing that is said may be loaded before
speak(workerData ?? undefined);

parentPort?.on('message', async ({ kind, given }: Assignment) => {
  const { doJob } = await import('./jobs.ts');
  parentPort?.postMessage(doJob(kind, given));
});
