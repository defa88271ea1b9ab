import { Simulation } from '../../simulator/simulation.ts';
import type { RequestTrace } from '../../simulator/trace.ts';

/**
 * The way of a request that nobody followed when it came: the same run again, up to the same moment. Costs as much as
 * the run did.
 *
 * @param number from 1 in the order of their start
 */
export function retrace(run: Simulation, number: number): RequestTrace | undefined {
  const again = new Simulation(run.topology, { seed: run.seed });
  const sampler = again.follow();
  sampler.want(number);
  for (const { at, fault, said, live } of run.script) {
    again.advance(said);
    if (live) again.inject(fault);
    else again.schedule({ at, fault });
  }
  again.advance(run.now);
  return sampler.wanted(number);
}
