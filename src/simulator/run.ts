import type { Micros, Topology } from '../topology/types.ts';
import { advanceWithin, type Budget, excessAhead, OverBudgetError, SINGLE } from './budget.ts';
import type { TimedFault } from './faults/fault.ts';
import type { RequestReport, SimulationReport } from './report.ts';
import { Simulation, type SimulationOptions } from './simulation.ts';

export interface BeginOptions extends SimulationOptions {
  readonly faults: readonly TimedFault[];
}

export interface RunOptions extends BeginOptions {
  readonly for: Micros;
  readonly budget?: Budget;
}

/** A run at its start, with everything that is to happen in it by itself. */
export function beginRun(topology: Topology, options: BeginOptions): Simulation {
  const simulation = new Simulation(topology, options);
  for (const timed of options.faults) simulation.schedule(timed);
  return simulation;
}

/**
 * Runs a topology from its start for a time, with its faults.
 *
 * @throws OverBudgetError when it costs more than it may
 */
export function simulate(
  topology: Topology,
  options: RunOptions,
): { report: SimulationReport; requests: readonly RequestReport[]; simulation: Simulation } {
  const { budget = SINGLE } = options;
  const ahead = excessAhead(topology, options.for, budget);
  if (ahead !== undefined) throw new OverBudgetError(ahead);
  const simulation = beginRun(topology, options);
  const excess = advanceWithin(simulation, options.for, budget);
  if (excess !== undefined) throw new OverBudgetError(excess);
  return { report: simulation.report(), requests: simulation.requests(), simulation };
}
