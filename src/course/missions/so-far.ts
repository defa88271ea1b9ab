import type { RequestReport, SimulationReport } from '../../simulator/report.ts';
import type { Topology } from '../../topology/types.ts';
import { roundedWords } from '../measured-run.ts';
import { isUnfinished } from '../measures/arguments.ts';
import { outage } from '../measures/outage.ts';
import type { Goal, Mission } from '../model.ts';
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

/** A user who has waited for so many seconds counts as not answered, as long as the run goes on. */
const PATIENCE = 1;

/**
 * What each goal's measure comes to in a run that is not over. An outage is one while it lasts, and not only when the
 * first of those who wait have given up.
 */
export function goalsSoFar({ goals }: Pick<Mission, 'goals'>, run: RunSoFar): readonly GoalSoFar[] {
  const report = run.report();
  const measured = {
    topology: run.topology,
    report,
    requests: run.requests(),
    reportAt: () => {
      throw new OnlyAtTheEnd();
    },
  };
  const felt = { ...measured, requests: asFelt(measured.requests, report.duration_s) };
  return goals.map((goal): GoalSoFar => {
    const { says, bonus } = goal;
    const { measure, range } = parsedGoal(goal);
    const value = orUndefined(() => measure.evaluate(isOutage(goal) ? felt : measured));
    const isKnown = value !== undefined || range.from === undefined;
    return {
      says,
      bonus,
      value: isKnown ? roundedWords(value, measure.unit) : undefined,
      met: isKnown ? inRange(value, range) : undefined,
    };
  });
}

function isOutage({ measure }: Goal): boolean {
  return /^[\w-]+/.exec(measure)?.[0] === outage.name;
}

/** The requests, those that have waited for too long as given up. */
function asFelt(requests: readonly RequestReport[], now: number): readonly RequestReport[] {
  return requests.map((request) =>
    isUnfinished(request) && now - request.t > PATIENCE ? { ...request, outcome: 'client-timeout' } : request,
  );
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
