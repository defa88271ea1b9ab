/** Judges plays and makes incident reports in this thread, as the workers do in theirs. */

import { measureSeed, seedsOf, verdictOf } from '../src/course/missions/judge.ts';
import type { Course } from '../src/course/model.ts';
import { outcomeOf } from '../src/course/predictions/outcome.ts';
import { OverBudgetError } from '../src/simulator/budget.ts';
import { simulate } from '../src/simulator/run.ts';
import { failOnce } from '../src/simulator/spof.ts';
import { incidentMarkdown } from '../src/story/incident/markdown.ts';
import type { FailParts } from '../src/workers/fail-parts.ts';
import { doJob } from '../src/workers/jobs.ts';
import type { JudgePlay } from '../src/workers/judge-play.ts';
import type { MakeIncident } from '../src/workers/make-incident.ts';
import type { PredictRun } from '../src/workers/predict-run.ts';

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

/** Lets a run that was guessed about happen in this thread. */
export function predictHere(course: Pick<Course, 'topologies'>): PredictRun {
  return async ({ seed, ...guessed }) => outcomeOf(course, guessed, seed, simulate);
}

export const incidentHere: MakeIncident = async ({ night, others, budget }, told) => {
  const whole = doJob('night', { night, budget });
  if ('most' in whole) throw new OverBudgetError(whole);
  const sums = others?.flatMap(({ change, night: other }, index) => {
    const run = doJob('night', { night: other, budget });
    told(index + 2);
    return 'most' in run ? [] : [{ change, sum: run.impact }];
  });
  return incidentMarkdown(whole, sums);
};

/** Lets parts fail in this thread, one a turn of the event loop. */
export const failHere: FailParts = async (topology, failures, told, stop) => {
  for (const [index, failure] of failures.entries()) {
    await new Promise(setImmediate);
    if (stop?.aborted === true) return;
    told(index, failOnce(topology, failure));
  }
};
