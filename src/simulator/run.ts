import type { Micros, Topology } from '../topology/types.ts';
import type { TimedFault } from './faults/fault.ts';
import type { RequestReport, SimulationReport } from './report.ts';
import { Simulation, type SimulationOptions } from './simulation.ts';

export interface BeginOptions extends SimulationOptions {
  readonly faults: readonly TimedFault[];
}

export interface RunOptions extends BeginOptions {
  readonly for: Micros;
}

/** A run at its start, with everything that is to happen in it by itself. */
export function beginRun(topology: Topology, options: BeginOptions): Simulation {
  const simulation = new Simulation(topology, options);
  for (const timed of options.faults) simulation.schedule(timed);
  return simulation;
}

/** Runs a topology from its start for a time, with its faults. */
export function simulate(
  topology: Topology,
  options: RunOptions,
): { report: SimulationReport; requests: readonly RequestReport[]; simulation: Simulation } {
  const simulation = beginRun(topology, options);
  simulation.advance(options.for);
  return { report: simulation.report(), requests: simulation.requests(), simulation };
}
