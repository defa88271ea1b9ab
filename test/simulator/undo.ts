import { type Fault, inverseOf } from '../../src/simulator/faults/fault.ts';
import { everyOne } from '../../src/simulator/faults/inject.ts';
import type { Topology } from '../../src/topology/types.ts';

/**
 * What a person does to undo faults: each once, hosts first, since nothing can be started on one without power. A
 * deployment, a promotion and a port scan end by themselves.
 */
export function undoOf(faults: readonly Fault[], topology: Topology): readonly Fault[] {
  const undoing = new Map<string, Fault>();
  for (const fault of faults.flatMap((each) => everyOne(each, topology))) {
    const inverse = inverseOf(fault);
    if (inverse !== undefined) undoing.set(inverse.words, inverse);
  }
  const all = [...undoing.values()];
  const power = all.filter(({ verb }) => verb === 'power-on');
  return [...power, ...all.filter((fault) => !power.includes(fault))];
}
