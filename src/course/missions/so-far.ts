import type { RequestReport, SimulationReport } from '../../simulator/report.ts';
import type { Topology } from '../../topology/types.ts';
import { roundedWords } from '../measured-run.ts';
import type { Mission } from '../model.ts';
import { inRange } from '../range.ts';
import { parsedGoal } from './judge.ts';

/** A goal in a run that is not over. */
export interface GoalSoFar {
  readonly says: string;
  readonly bonus: boolean;
  /** what its measure comes to so far, as words; undefined: there is nothing to measure yet */
  readonly value: string | undefined;
  /** whether it would be met if the run ended now */
  readonly met: boolean | undefined;
}

/** A run as far as it went. */
export interface RunSoFar {
  readonly topology: Topology;
  report(): SimulationReport;
  requests(): readonly RequestReport[];
}

/** A measure that compares two whole runs waits for the end: one that is watched can't be run again at every second. */
class OnlyAtTheEnd extends Error {}

/** What each goal's measure comes to in a run that is not over. */
export function goalsSoFar({ goals }: Pick<Mission, 'goals'>, run: RunSoFar): readonly GoalSoFar[] {
  const measured = {
    topology: run.topology,
    report: run.report(),
    requests: run.requests(),
    reportAt: () => {
      throw new OnlyAtTheEnd();
    },
  };
  return goals.map((goal): GoalSoFar => {
    const { says, bonus } = goal;
    const { measure, range } = parsedGoal(goal);
    const value = orUndefined(() => measure.evaluate(measured));
    const isKnown = value !== undefined || range.from === undefined;
    return {
      says,
      bonus,
      value: isKnown ? roundedWords(value, measure.unit) : undefined,
      met: isKnown ? inRange(value, range) : undefined,
    };
  });
}

/** The goals before anything was measured. */
export function goalsAhead({ goals }: Pick<Mission, 'goals'>): readonly GoalSoFar[] {
  return goals.map(({ says, bonus }) => ({ says, bonus, value: undefined, met: undefined }));
}

function orUndefined(measure: () => number | undefined): number | undefined {
  try {
    return measure();
  } catch (error) {
    if (error instanceof OnlyAtTheEnd) return undefined;
    throw error;
  }
}
