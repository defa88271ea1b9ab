/** Judges plays of missions in this thread, as the workers do in theirs. */
import { measureSeed, seedsOf, verdictOf } from '../src/course/missions/judge.ts';
import type { Course } from '../src/course/model.ts';
import { simulate } from '../src/simulator/run.ts';
import type { JudgePlay } from '../src/workers/judge-play.ts';

export function judgeHere(course: Pick<Course, 'topologies'>): JudgePlay {
  return async ({ mission, play, hintsTaken }, told) => {
    const perSeed = seedsOf(mission).map((seed, index) => {
      const measured = measureSeed(course, mission, play, seed, simulate);
      told(index + 1);
      return measured;
    });
    return verdictOf(mission, hintsTaken, perSeed);
  };
}
