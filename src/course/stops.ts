import type { FunctionName } from '../simulator/function-name.ts';
import { stoppedByKill } from '../simulator/spof.ts';
import type { Id } from '../topology/types.ts';
import type { OpenTopology } from './topologies.ts';

/** The components of a topology whose death alone stops a function; none where it can't be opened or run. */
export type Stops = (topology: string, name: FunctionName) => readonly Id[];

const found = new WeakMap<OpenTopology, Map<string, readonly Id[]>>();

/** Asks the simulator, once for a topology and a function: it takes some tenths of a second. */
export function stopsIn(openTopology: OpenTopology): Stops {
  const known = found.get(openTopology) ?? new Map<string, readonly Id[]>();
  found.set(openTopology, known);
  return (id, name) => {
    const key = `${name} ${id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { topology } = openTopology(id);
    const stops = topology ? stoppedByKill(topology, name) : [];
    known.set(key, stops);
    return stops;
  };
}
