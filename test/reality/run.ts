import { parseTimedFault } from '../../src/simulator/faults/parse.ts';
import type { RequestReport, SimulationReport } from '../../src/simulator/report.ts';
import { simulate } from '../../src/simulator/run.ts';
import type { Simulation } from '../../src/simulator/simulation.ts';
import { parseTime } from '../../src/topology/duration.ts';
import { readTopology } from '../../src/topology/read.ts';

/** A run with a fault in it, as the recordings look at one: times in seconds, relative to the fault. */
export interface Run {
  readonly report: SimulationReport;
  readonly requests: readonly RequestReport[];
  readonly simulation: Simulation;
  /** when the fault came, from the start */
  readonly faultAt: number;
  /** when it was undone */
  readonly recoverAt: number;
}

export interface Script {
  readonly topology: string;
  /** before the fault; the check interval is added to it, another part of it for each seed */
  readonly warmUp?: number;
  /** from the fault to its undoing */
  readonly recoverAfter?: number;
  /** from the fault to the end of the run */
  readonly until: number;
  readonly faults?: readonly string[];
  readonly undo?: readonly string[];
  /** faults at times of their own: `-2s replication-break db-2`, relative to the fault */
  readonly timed?: readonly (readonly [number, string])[];
}

/** seeds, each with another moment of the fault within the check interval */
const SEEDS = [1, 2, 3, 4, 5, 6];

/** Runs a script over seeds; the fault comes within 2 s after the warming up, elsewhere each time. */
export function runs(script: Script, seeds: readonly number[] = SEEDS): Run[] {
  return seeds.map((seed) => run(script, seed));
}

function run(script: Script, seed: number): Run {
  const { topology, problems } = readTopology(script.topology, 'recorded.yaml');
  if (topology === undefined) throw new Error(problems.map((problem) => problem.message).join('\n'));
  const faultAt = Math.round(((script.warmUp ?? 6) + ((seed * 0.618) % 1) * 2) * 1000) / 1000;
  const recoverAt = faultAt + (script.recoverAfter ?? 0);
  const timed: (readonly [number, string])[] = [
    ...(script.faults ?? []).map((words) => [0, words] as const),
    ...(script.undo ?? []).map((words) => [script.recoverAfter ?? 0, words] as const),
    ...(script.timed ?? []),
  ];
  const result = simulate(topology, {
    seed,
    for: micros(faultAt + script.until),
    recordRequests: true,
    faults: timed.map(([after, words]) => {
      const at = after === Number.NEGATIVE_INFINITY ? 0 : faultAt + after;
      const parsed = parseTimedFault(`${at.toFixed(6)}s ${words}`, topology);
      if ('error' in parsed) throw new Error(parsed.error);
      return parsed.timed;
    }),
  });
  return { ...result, faultAt, recoverAt };
}

export function micros(seconds: number): number {
  const time = parseTime(`${seconds.toFixed(6)}s`);
  if (time === undefined) throw new Error(`${seconds} s`);
  return time;
}

/** the seconds from the fault to an event; undefined: never */
export function after(run: Run, what: string, about: string, from = run.faultAt): number | undefined {
  const event = run.report.events.find(
    (candidate) => candidate.what === what && candidate.about === about && candidate.t >= from,
  );
  return event === undefined ? undefined : event.t - from;
}

export const failed = (request: RequestReport): boolean =>
  request.outcome !== 'unfinished' && !(Number(request.outcome) < 400);

/** Requests that started between two moments, in seconds from the fault. */
export function between(run: Run, from: number, to: number): RequestReport[] {
  return run.requests.filter(({ t }) => t - run.faultAt >= from && t - run.faultAt < to);
}

/** Requests that failed from just before the fault until it was undone (or the run's end). */
export function errors(run: Run, to = run.recoverAt - run.faultAt): number {
  return between(run, -0.1, to <= 0 ? Number.POSITIVE_INFINITY : to).filter(failed).length;
}

export function lastError(run: Run): number | undefined {
  const all = run.requests.filter((request) => failed(request) && request.t >= run.faultAt);
  const last = all[all.length - 1];
  return last === undefined ? undefined : last.t - run.faultAt;
}

export function outcomes(requests: readonly RequestReport[]): string {
  return [...new Set(requests.map((request) => request.outcome))].sort().join(' ');
}

export function share(
  requests: readonly RequestReport[],
  holds: (request: RequestReport) => boolean,
): number {
  return requests.length === 0 ? 0 : requests.filter(holds).length / requests.length;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly (number | null)[]): number | undefined {
  return quantile(values, 0.5);
}

export function quantile(values: readonly (number | null)[], q: number): number | undefined {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

/** Longest time without a good answer between two moments, in seconds from the fault. */
export function longestGap(run: Run, from: number, to = Number.POSITIVE_INFINITY): number {
  let last = from;
  let longest = 0;
  const ends = between(run, from - 20, to)
    .filter((request) => !failed(request) && request.ms !== null)
    .map((request) => request.t - run.faultAt + (request.ms ?? 0) / 1000)
    .filter((end) => end >= from && end < to)
    .sort((a, b) => a - b);
  for (const end of ends) {
    longest = Math.max(longest, end - last);
    last = end;
  }
  const end = Math.min(to, run.report.duration_s - run.faultAt);
  return Math.max(longest, end - last);
}
