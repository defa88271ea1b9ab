import { examplesOn } from '../../src/simulator/faults/examples.ts';
import { type Fault, inverseOf } from '../../src/simulator/faults/fault.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { isUndoing, VERBS } from '../../src/simulator/faults/table.ts';
import { hostPairs } from '../../src/topology/pairs.ts';
import type { Topology } from '../../src/topology/types.ts';

/** Every process killed and hung, every host without power, every link cut, and each other fault of the table. */
export function faultsIn(topology: Topology): readonly Fault[] {
  const { components, hosts } = topology;
  const words = [
    ...components.flatMap(({ id }) => [`kill ${id}`, `pause ${id}`]),
    ...hosts.map(({ id }) => `power-off ${id}`),
    ...hostPairs(topology).map(([a, b]) => `partition ${a} ${b}`),
  ];
  const written = words.map((each) => {
    const parsed = parseFault(each, topology);
    if ('error' in parsed) throw new Error(parsed.error);
    return parsed.fault;
  });
  const known = new Set(written.map(({ verb }) => verb));
  const others = VERBS.filter((verb) => !known.has(verb) && !isUndoing(verb));
  return [...written, ...others.flatMap((verb) => examplesOn(verb, topology))];
}

/** One fault at 10 s, taken back at 40 s where something takes it back. */
export function scriptOf(fault: Fault): readonly string[] {
  const inverse = inverseOf(fault);
  return [`10s ${fault.words}`, ...(inverse === undefined ? [] : [`40s ${inverse.words}`])];
}
