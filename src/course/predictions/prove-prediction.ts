import { courseMessages as say } from '../../messages/course.ts';
import type { Simulate } from '../measured-run.ts';
import type { Course } from '../model.ts';
import { type Guessed, outcomeOf } from './outcome.ts';

/** Whether every seed's run makes exactly one guess true; why not, as parts of a sentence. */
export interface PredictionProofResult {
  readonly holds: boolean;
  /** what it came to, a seed each as far as it went, as words */
  readonly values: readonly string[];
  readonly failures: readonly string[];
}

/** Learners get seeds of their own: with each of these, exactly one guess has to be right. */
export const SEEDS = 5;

export function provePrediction(
  course: Pick<Course, 'topologies'>,
  guessed: Guessed,
  simulate: Simulate,
): PredictionProofResult {
  const values: string[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const outcome = outcomeOf(course, guessed, seed, simulate);
    if ('refused' in outcome) return { holds: false, values, failures: outcome.refused };
    values.push(outcome.value);
    if (outcome.trueOnes.length !== 1)
      return {
        holds: false,
        values,
        failures: [say.guessedByNone(seed, outcome.value, outcome.trueOnes.length)],
      };
  }
  return { holds: true, values, failures: [] };
}
