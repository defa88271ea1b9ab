import { overBudget } from '../../messages/budget.ts';
import { OverBudgetError } from '../../simulator/budget.ts';
import { readTopology } from '../../topology/read.ts';
import { measuredRun, roundedWords, type Simulate } from '../measured-run.ts';
import { isTextError, parseMeasure } from '../measures/parse.ts';
import type { Course } from '../model.ts';
import { openRun, runProblemLine } from '../open-run.ts';
import type { Prediction } from '../page-blocks.ts';
import { inRange, parseRange } from '../range.ts';
import type { RunSpec } from '../run-spec.ts';
import { topologiesOf } from '../topologies.ts';

/** A run about which something is guessed; without what the learner reads: it crosses threads. */
export interface Guessed {
  readonly run: RunSpec;
  readonly prediction: Pick<Prediction, 'measure' | 'guesses'>;
}

/** The same with the seed of the learner's own. */
export interface GuessedRun extends Guessed {
  readonly seed: number;
}

/** What came of a prepared run with one seed: the measured value as words, and the guesses that it makes true. */
export type Outcome =
  | { readonly value: string; readonly trueOnes: readonly number[] }
  | { readonly refused: readonly string[] };

/** Lets a run happen to its end, and measures what was asked about it. */
export function outcomeOf(
  course: Pick<Course, 'topologies'>,
  {
    run,
    prediction,
  }: { readonly run: RunSpec; readonly prediction: Pick<Prediction, 'measure' | 'guesses'> },
  seed: number,
  simulate: Simulate,
): Outcome {
  const opened = openRun({ ...run, seed }, topologiesOf(course, readTopology));
  if ('problems' in opened) return { refused: opened.problems.map(runProblemLine) };
  const measure = parseMeasure(prediction.measure);
  if (isTextError(measure)) return { refused: [measure.error] };
  try {
    const value = measure.evaluate(measuredRun(opened.run, run.for, simulate));
    const trueOnes = prediction.guesses.flatMap(({ range }, index) => {
      const parsed = parseRange(range, measure.unit);
      return !isTextError(parsed) && inRange(value, parsed) ? [index] : [];
    });
    return { value: roundedWords(value, measure.unit), trueOnes };
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    return { refused: [overBudget(error.excess)] };
  }
}
