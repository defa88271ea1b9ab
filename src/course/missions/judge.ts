import { overBudget } from '../../messages/budget.ts';
import { courseMessages as say } from '../../messages/course.ts';
import { OverBudgetError } from '../../simulator/budget.ts';
import { readTopology } from '../../topology/read.ts';
import { measuredRun, roundedWords, type Simulate } from '../measured-run.ts';
import { isTextError, type ParsedMeasure, parseMeasure } from '../measures/parse.ts';
import type { Course, Goal, Mission, Play } from '../model.ts';
import { openRun, runProblemLine } from '../open-run.ts';
import { inRange, parseRange, type Range } from '../range.ts';
import { topologiesOf } from '../topologies.ts';
import { forbidden, played } from './play.ts';
import { MOST_STARS } from './stars.ts';

/** What became of one goal. */
export interface JudgedGoal {
  readonly says: string;
  readonly bonus: boolean;
  /** it was met with every seed */
  readonly met: boolean;
  /** one value a seed, as words: `99.4%`, `never` */
  readonly values: readonly string[];
  /** whether it was met, seed by seed */
  readonly metWith: readonly boolean[];
}

/** How a play ended. */
export type Verdict =
  /** it could not be run, and why: sentences */
  | { readonly refused: readonly string[] }
  | {
      readonly goals: readonly JudgedGoal[];
      /** every goal that is no bonus was met, with every seed */
      readonly won: boolean;
      /** 0 when lost, else 1 to 3: three, less one for each hint taken and each bonus missed */
      readonly stars: number;
    };

/** What the goals' measures came to with one seed, in the order of the goals; or why the play could not be run. */
export type SeedValues =
  | { readonly refused: readonly string[] }
  | { readonly values: readonly (number | undefined)[] };

/** What a play is measured on, without what the learner reads: it crosses threads. */
export type Measured = Pick<Mission, 'run' | 'may' | 'goals'>;

/** Plays a mission with each of its seeds, 1 and up, and judges what the users saw. One lucky seed wins nothing. */
export function judge(
  course: Pick<Course, 'topologies'>,
  mission: Measured,
  play: Play,
  hintsTaken: number,
  simulate: Simulate,
): Verdict {
  const perSeed: SeedValues[] = [];
  for (const seed of seedsOf(mission)) {
    const measured = measureSeed(course, mission, play, seed, simulate);
    perSeed.push(measured);
    if ('refused' in measured) break;
  }
  return verdictOf(mission, hintsTaken, perSeed);
}

/** The seeds that a play is judged on. */
export function seedsOf({ run }: Pick<Mission, 'run'>): readonly number[] {
  return Array.from({ length: run.seeds }, (_, index) => index + 1);
}

/** Plays a mission with one seed. */
export function measureSeed(
  course: Pick<Course, 'topologies'>,
  mission: Measured,
  play: Play,
  seed: number,
  simulate: Simulate,
): SeedValues {
  const against = forbidden(mission.may, play);
  if (against.length > 0) return { refused: against };
  const opened = openRun({ ...played(mission.run, play), seed }, topologiesOf(course, readTopology));
  if ('problems' in opened) return { refused: opened.problems.map(runProblemLine) };
  try {
    const run = measuredRun(opened.run, mission.run.for, simulate);
    return { values: mission.goals.map((goal) => parsedGoal(goal).measure.evaluate(run)) };
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    return { refused: [overBudget(error.excess)] };
  }
}

/** What the values of all seeds come to. */
export function verdictOf(
  { goals }: Pick<Mission, 'goals'>,
  hintsTaken: number,
  perSeed: readonly SeedValues[],
): Verdict {
  const refused = perSeed.find((measured) => 'refused' in measured);
  if (refused !== undefined) return refused;
  const judged = goals.map((goal, index): JudgedGoal => {
    const { measure, range } = parsedGoal(goal);
    const found = perSeed.map((measured) => ('values' in measured ? measured.values[index] : undefined));
    const metWith = found.map((value) => inRange(value, range));
    return {
      says: goal.says,
      bonus: goal.bonus,
      met: metWith.every(Boolean),
      values: found.map((value) => roundedWords(value, measure.unit)),
      metWith,
    };
  });
  const won = judged.every(({ met, bonus }) => met || bonus);
  const missed = judged.filter(({ met, bonus }) => bonus && !met).length;
  return { goals: judged, won, stars: won ? Math.max(1, MOST_STARS - hintsTaken - missed) : 0 };
}

/** How a goal is measured. */
export interface ParsedGoal {
  readonly measure: ParsedMeasure;
  readonly range: Range;
}

/** A goal that the reader let through. */
export function parsedGoal(goal: Goal): ParsedGoal {
  const measure = parseMeasure(goal.measure);
  if (isTextError(measure)) throw new Error(say.goalUnread(goal.measure, measure.error));
  const range = parseRange(goal.expect, measure.unit);
  if (isTextError(range)) throw new Error(say.goalUnread(goal.expect, range.error));
  return { measure, range };
}
