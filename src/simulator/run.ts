import type { Micros, Topology } from '../topology/types.ts';
import type { TimedFault } from './fault.ts';
import type { RequestReport, SimulationReport } from './report.ts';
import { Simulation } from './simulation.ts';

export interface RunOptions {
  readonly seed: number;
  readonly for: Micros;
  readonly faults: readonly TimedFault[];
  readonly recordRequests?: boolean;
}

/** Runs a topology from its start for a time, with its faults. */
export function simulate(
  topology: Topology,
  options: RunOptions,
): { report: SimulationReport; requests: readonly RequestReport[]; simulation: Simulation } {
  const simulation = new Simulation(topology, {
    seed: options.seed,
    recordRequests: options.recordRequests ?? false,
  });
  for (const timed of options.faults) simulation.schedule(timed);
  simulation.advance(options.for);
  return { report: simulation.report(), requests: simulation.requests(), simulation };
}
