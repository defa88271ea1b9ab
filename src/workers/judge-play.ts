import { type Measured, seedsOf, type Verdict, verdictOf } from '../course/missions/judge.ts';
import type { Course, Play } from '../course/model.ts';
import { doOnEveryCore } from './pool.ts';

/** A learner's play that is to be judged. */
export interface PlayToJudge {
  readonly mission: Measured;
  readonly play: Play;
  readonly hintsTaken: number;
}

/** Judges a play over the mission's seeds. `told` hears how many are done; rejects when `stop` is aborted. */
export type JudgePlay = (
  asked: PlayToJudge,
  told: (done: number) => void,
  stop?: AbortSignal,
) => Promise<Verdict>;

/** Plays each seed in another thread. The answer is that of `judge`. */
export function judgeOnEveryCore(entry: URL, course: Pick<Course, 'topologies'>): JudgePlay {
  return async ({ mission: { run, may, goals }, play, hintsTaken }, told, stop) => {
    const mission = { run, may, goals };
    const topologies = course.topologies.filter(({ id }) => id === run.topology);
    const jobs = seedsOf(mission).map((seed) => ({ course: { topologies }, mission, play, seed }));
    let done = 0;
    const perSeed = await doOnEveryCore(entry, 'play', jobs, () => told(++done), stop);
    return verdictOf(mission, hintsTaken, perSeed);
  };
}
