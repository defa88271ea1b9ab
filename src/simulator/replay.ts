import type { Micros, Topology } from '../topology/types.ts';
import type { TimedFault } from './fault.ts';
import type { SimulationReport } from './report.ts';
import { Simulation } from './simulation.ts';

/**
 * A run taken back: a new one with the same topology, seed and script, as it was at `to`. A run is its script, so
 * going back is running it again; nothing has to be saved on the way. Faults at or after `to` are left out unless
 * they were scheduled beforehand and are still to come.
 */
export function rewind(run: Simulation, to: Micros, stillToCome: readonly TimedFault[] = []): Simulation {
  const earlier = new Simulation(run.topology, { seed: run.seed });
  for (const timed of run.script) if (timed.at < to) earlier.schedule(timed);
  for (const timed of stillToCome) if (timed.at >= to) earlier.schedule(timed);
  earlier.advance(to);
  return earlier;
}

/** What is to be different in a fork: another topology (a switch turned), or other faults from then on. */
export interface Change {
  readonly topology?: Topology;
  readonly faults?: readonly TimedFault[];
}

/** Runs a script twice, as it was and with one thing changed, for the same time and from the same seed. */
export function fork(
  run: Simulation,
  change: Change,
  until: Micros,
): {
  readonly before: SimulationReport;
  readonly after: SimulationReport;
  readonly differences: Difference[];
} {
  const before = rerun(run.topology, run.seed, run.script, until);
  const after = rerun(
    change.topology ?? run.topology,
    run.seed,
    [...run.script, ...(change.faults ?? [])],
    until,
  );
  return { before, after, differences: compare(before, after) };
}

function rerun(
  topology: Topology,
  seed: number,
  script: readonly TimedFault[],
  until: Micros,
): SimulationReport {
  const simulation = new Simulation(topology, { seed });
  for (const timed of script) simulation.schedule(timed);
  simulation.advance(until);
  return simulation.report();
}

/** One number that two runs don't share. */
export interface Difference {
  readonly what: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Holds two runs against each other: what the users got, how fast, and what was lost. */
export function compare(before: SimulationReport, after: SimulationReport): Difference[] {
  const a = numbersOf(before);
  const b = numbersOf(after);
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].flatMap((what) => {
    const difference = { what, before: a.get(what) ?? null, after: b.get(what) ?? null };
    return difference.before === difference.after ? [] : [difference];
  });
}

function numbersOf(report: SimulationReport): Map<string, number | null> {
  const outcomes = Object.entries(report.requests.by_outcome).map(
    ([name, n]) => [`outcome ${name}`, n] as const,
  );
  return new Map<string, number | null>([
    ['availability', report.availability],
    ['requests ok', report.requests.ok],
    ['requests failed', report.requests.failed],
    ['latency p50 ms', report.latency_ms.p50],
    ['latency p95 ms', report.latency_ms.p95],
    ['latency p99 ms', report.latency_ms.p99],
    ['writes lost', report.writes.lost],
    ['stale reads', report.reads.stale],
    ...outcomes,
  ]);
}
