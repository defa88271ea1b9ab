import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { spokenCatalogue } from '../messages/language.ts';
import type { JobKind, Jobs } from './jobs.ts';
import type { Assignment } from './worker.ts';

/** Young objects are most of what a simulation makes: more room for them halves the work of collecting them. */
const YOUNG_GENERATION_MB = 48;

/** Threads that stay, and stay warm, from one kind of job to the next. */
export interface Pool {
  /**
   * Does jobs of one kind on every core, and gives back what came out, in the order of the jobs.
   *
   * @param done hears of each result as it comes, in any order; what it throws ends the whole
   * @param stop ends the whole when it is aborted
   * @throws what a job threw, or that a thread ended (out of memory, say): the threads are of no use then
   */
  run<K extends JobKind>(
    kind: K,
    jobs: readonly Jobs[K]['in'][],
    done?: (index: number, result: Jobs[K]['out']) => void,
    stop?: AbortSignal,
  ): Promise<Jobs[K]['out'][]>;
}

/** Lends threads to some work, and ends them with it. @param entry the built `worker.js` */
export async function withPool<T>(entry: URL, action: (pool: Pool) => Promise<T>): Promise<T> {
  const threads: Worker[] = [];
  try {
    return await action(poolOf(entry, threads));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function poolOf(entry: URL, threads: Worker[]): Pool {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
  return {
    async run(kind, jobs, done = () => undefined, stop) {
      const results: Jobs[typeof kind]['out'][] = [];
      const queue = jobs.entries();
      const working = Math.min(jobs.length, availableParallelism());
      while (threads.length < working)
        threads.push(new Worker(entry, { workerData: spokenCatalogue(), resourceLimits }));
      const heard = (index: number, result: Jobs[typeof kind]['out']) => {
        results[index] = result;
        done(index, result);
      };
      await Promise.all(threads.slice(0, working).map((thread) => work(thread, kind, queue, heard, stop)));
      return results;
    },
  };
}

/** One thread takes the next job as long as there is one. */
function work<K extends JobKind>(
  thread: Worker,
  kind: K,
  queue: Iterator<[number, Jobs[K]['in']]>,
  heard: (index: number, result: Jobs[K]['out']) => void,
  stop: AbortSignal | undefined,
): Promise<void> {
  const over = new AbortController();
  return new Promise<void>((resolve, reject) => {
    let index = -1;
    const takeNext = () => {
      const next = queue.next();
      if (next.done) return resolve();
      index = next.value[0];
      thread.postMessage({ kind, given: next.value[1] } satisfies Assignment<K>);
    };
    const listeners = {
      message(result: Jobs[K]['out']) {
        try {
          heard(index, result);
          takeNext();
        } catch (error) {
          reject(error);
        }
      },
      error: reject,
      exit: () => reject(new Error('a worker thread has ended before its work was done')),
    };
    for (const [event, listener] of Object.entries(listeners)) {
      thread.on(event, listener);
      over.signal.addEventListener('abort', () => thread.off(event, listener));
    }
    const abort = () => {
      // nor does the program wait for a thread that is in the middle of something
      thread.unref();
      reject(stop?.reason);
    };
    stop?.addEventListener('abort', abort, { once: true, signal: over.signal });
    takeNext();
  }).finally(() => over.abort());
}

/** The same for one kind of job. */
export function doOnEveryCore<K extends JobKind>(
  entry: URL,
  kind: K,
  jobs: readonly Jobs[K]['in'][],
  done?: (index: number, result: Jobs[K]['out']) => void,
  stop?: AbortSignal,
): Promise<Jobs[K]['out'][]> {
  return withPool(entry, (pool) => pool.run(kind, jobs, done, stop));
}
