import type { Micros, Topology } from '../topology/types.ts';
import type { TimedFault } from './faults/fault.ts';
import type { SimulationReport } from './report.ts';
import { type ScriptedFault, Simulation } from './simulation.ts';

/**
 * A run taken back: a new one with the same topology, seed and script, as it was at `to`. A run is its script, so
 * going back is running it again; nothing has to be saved on the way. What was asked for at `to` or later is left out;
 * what was asked for before and is to happen later is still to come.
 */
export function rewind(run: Simulation, to: Micros): Simulation {
  return rerun(run.topology, run.seed, run.script, to);
}

/** What is to be different in a fork: another topology (a switch turned), or more faults. */
export interface Change {
  readonly topology?: Topology;
  readonly faults?: readonly TimedFault[];
}

/** Runs a script twice, as it was and with one thing changed, from the same seed until the same time. */
export function fork(
  run: Simulation,
  change: Change,
  until: Micros,
): {
  readonly before: SimulationReport;
  readonly after: SimulationReport;
  readonly differences: Difference[];
} {
  const before = rerun(run.topology, run.seed, run.script, until).report();
  const more = (change.faults ?? []).map((timed) => ({ ...timed, said: 0, live: false }));
  const after = rerun(change.topology ?? run.topology, run.seed, [...more, ...run.script], until).report();
  return { before, after, differences: compare(before, after) };
}

/** Says again what was said, each at its time: faults of one moment keep their order among the run's own events. */
function rerun(topology: Topology, seed: number, script: readonly ScriptedFault[], to: Micros): Simulation {
  const simulation = new Simulation(topology, { seed });
  for (const { said, live, at, fault } of script.filter(
    (scripted) => scripted.said < to || scripted.said === 0,
  )) {
    if (said > 0) simulation.advance(said);
    if (live) simulation.inject(fault);
    else simulation.schedule({ at, fault });
  }
  simulation.advance(to);
  return simulation;
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
