import type { Course } from '../course/model.ts';
import type { GuessedRun, Outcome } from '../course/predictions/outcome.ts';
import { doOnEveryCore } from './pool.ts';

/** Lets a run happen to its end, and says what came of it; rejects when `stop` is aborted. */
export type PredictRun = (guessed: GuessedRun, stop?: AbortSignal) => Promise<Outcome>;

/** Lets it happen in another thread. */
export function predictInAThread(entry: URL, course: Pick<Course, 'topologies'>): PredictRun {
  return async ({ run, prediction: { measure, guesses }, seed }, stop) => {
    const topologies = course.topologies.filter(({ id }) => id === run.topology);
    const given = { course: { topologies }, run, prediction: { measure, guesses }, seed };
    const [outcome] = await doOnEveryCore(entry, 'predict', [given], undefined, stop);
    if (outcome === undefined) throw new Error('a worker thread said nothing of a run');
    return outcome;
  };
}
