import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JobKind, Jobs } from './jobs.ts';
import type { Assignment } from './worker.ts';

/** Young objects are most of what a simulation makes: more room for them halves the work of collecting them. */
const YOUNG_GENERATION_MB = 48;

/**
 * Does jobs of one kind on every core, and gives back what came out, in the order of the jobs.
 *
 * @param entry the built `worker.js`
 * @param done hears of each result as it comes, in any order; what it throws ends the whole
 * @param stop ends the whole when it is aborted
 * @throws what a job threw, or that a thread ended (out of memory, say): the other threads are ended too
 */
export async function doOnEveryCore<K extends JobKind>(
  entry: URL,
  kind: K,
  jobs: readonly Jobs[K]['in'][],
  done: (index: number, result: Jobs[K]['out']) => void = () => undefined,
  stop?: AbortSignal,
): Promise<Jobs[K]['out'][]> {
  const results: Jobs[K]['out'][] = [];
  let next = 0;
  const workers: Worker[] = [];

  /** One thread takes the next job as long as there is one. */
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
      workers.push(worker);
      let index = -1;
      const takeNext = () => {
        const given = jobs[next];
        if (given === undefined) return resolve();
        index = next++;
        worker.postMessage({ kind, given } satisfies Assignment<K>);
      };
      worker.on('message', (result: Jobs[K]['out']) => {
        results[index] = result;
        try {
          done(index, result);
          takeNext();
        } catch (error) {
          reject(error);
        }
      });
      worker.on('error', reject);
      const abort = () => {
        // nor does the program wait for a thread that is in the middle of something
        worker.unref();
        reject(stop?.reason);
      };
      stop?.addEventListener('abort', abort, { once: true });
      worker.on('exit', () => reject(new Error('a worker thread has ended before its work was done')));
      takeNext();
    });

  try {
    const threads = Math.min(jobs.length, availableParallelism());
    await Promise.all(Array.from({ length: threads }, work));
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
