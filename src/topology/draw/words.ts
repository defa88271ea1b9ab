import type { Topology } from '../types.ts';

export function describeTopology(topology: Topology): string[] {
  return [topology.title];
}
