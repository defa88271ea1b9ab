import { courseMessages as say } from '../messages/course.ts';
import type { TimedFault } from '../simulator/faults/fault.ts';
import type { RequestReport, SimulationReport } from '../simulator/report.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros, Topology } from '../topology/types.ts';
import type { MeasuredRun, Unit } from './measures/measure.ts';
import type { ReadyRun } from './open-run.ts';

/** The simulator as a proof needs it. */
export type Simulate = (
  topology: Topology,
  options: {
    readonly seed: number;
    readonly for: Micros;
    readonly faults: readonly TimedFault[];
    readonly recordRequests: boolean;
  },
) => { readonly report: SimulationReport; readonly requests?: readonly RequestReport[] | undefined };

/** Runs a run to its end, for measures to be taken. */
export function measuredRun(run: ReadyRun, end: Micros, simulate: Simulate): MeasuredRun {
  const { topology, faults, seed } = run;
  const whole = simulate(topology, { seed, for: end, faults, recordRequests: true });
  return {
    topology,
    report: whole.report,
    requests: whole.requests ?? [],
    reportAt: (seconds) => {
      const until = Math.round(seconds * 1e6);
      const earlier = faults.filter((fault) => fault.at <= until);
      return simulate(topology, { seed, for: until, faults: earlier, recordRequests: false }).report;
    },
  };
}

/** Of a time: nobody cares for the microseconds of three minutes. */
const TIME_DIGITS = 4;

/** A value as an author writes it in a range, rounded. */
export function valueWords(value: number | undefined, unit: Unit): string {
  if (value === undefined) return say.never;
  if (unit === 'time') return formatTime(Math.round(Number((value * 1e6).toPrecision(TIME_DIGITS))));
  return unit === 'share' ? `${Number((value * 100).toFixed(2))}%` : String(value);
}

/** A value as a person reads it: three digits, and no share is rounded up to a goal that it misses. */
export function roundedWords(value: number | undefined, unit: Unit): string {
  if (value === undefined || unit === 'count') return valueWords(value, unit);
  if (unit === 'time') return formatTime(Math.round(Number(value.toPrecision(3)) * 1e6));
  const digits = value >= 0.99 ? 2 : 1;
  const power = 10 ** digits;
  return `${Math.floor(value * 100 * power + 1e-9) / power}%`;
}
