import { overBudget } from '../../messages/budget.ts';
import { courseMessages as say } from '../../messages/course.ts';
import { OverBudgetError } from '../../simulator/budget.ts';
import { readTopology } from '../../topology/read.ts';
import { measuredRun, type Simulate, valueWords } from '../measured-run.ts';
import { isTextError, type ParsedMeasure, parseMeasure } from '../measures/parse.ts';
import type { Course, Goal, Mission, Play } from '../model.ts';
import { openRun, runProblemLine } from '../open-run.ts';
import { inRange, parseRange, type Range } from '../range.ts';
import { topologiesOf } from '../topologies.ts';
import { forbidden, played } from './play.ts';

/** What became of one goal. */
export interface JudgedGoal {
  readonly says: string;
  readonly bonus: boolean;
  /** it was met with every seed */
  readonly met: boolean;
  /** one value a seed, as words: `99.4%`, `never` */
  readonly values: readonly string[];
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

/** Plays a mission with each of its seeds, 1 and up, and judges what the users saw. One lucky seed wins nothing. */
export function judge(
  course: Pick<Course, 'topologies'>,
  mission: Mission,
  play: Play,
  hintsTaken: number,
  simulate: Simulate,
): Verdict {
  const against = forbidden(mission.may, play);
  if (against.length > 0) return { refused: against };
  const opened = openRun({ ...played(mission.run, play), seed: 1 }, topologiesOf(course, readTopology));
  if ('problems' in opened) return { refused: opened.problems.map(runProblemLine) };
  const goals = mission.goals.map(parsed);
  const values = goals.map((): (number | undefined)[] => []);
  try {
    for (let seed = 1; seed <= mission.run.seeds; seed++) {
      const run = measuredRun({ ...opened.run, seed }, mission.run.for, simulate);
      for (const [index, { measure }] of goals.entries()) values[index]?.push(measure.evaluate(run));
    }
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    return { refused: [overBudget(error.excess)] };
  }
  const judged = goals.map(({ goal, measure, range }, index): JudgedGoal => {
    const found = values[index] ?? [];
    return {
      says: goal.says,
      bonus: goal.bonus,
      met: found.every((value) => inRange(value, range)),
      values: found.map((value) => valueWords(value, measure.unit)),
    };
  });
  const won = judged.every(({ met, bonus }) => met || bonus);
  const missed = judged.filter(({ met, bonus }) => bonus && !met).length;
  return { goals: judged, won, stars: won ? Math.max(1, MOST_STARS - hintsTaken - missed) : 0 };
}

export const MOST_STARS = 3;

interface ParsedGoal {
  readonly goal: Goal;
  readonly measure: ParsedMeasure;
  readonly range: Range;
}

/** A goal that the reader let through. */
function parsed(goal: Goal): ParsedGoal {
  const measure = parseMeasure(goal.measure);
  if (isTextError(measure)) throw new Error(say.goalUnread(goal.measure, measure.error));
  const range = parseRange(goal.expect, measure.unit);
  if (isTextError(range)) throw new Error(say.goalUnread(goal.expect, range.error));
  return { goal, measure, range };
}
