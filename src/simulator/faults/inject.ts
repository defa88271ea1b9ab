import type { Topology } from '../../topology/types.ts';
import { injected } from '../event.ts';
import type { World } from '../world.ts';
import { EFFECTS } from './effects.ts';
import { type Fault, faultOf } from './fault.ts';
import { idleBecause } from './idle.ts';
import { FAULTS } from './table.ts';
import { candidates } from './targets.ts';

/** Lets a fault happen now, and writes down that the learner did it, and why it comes to nothing where it does. */
export function inject(world: World, fault: Fault): void {
  const idle = idleBecause(world, fault);
  world.report(injected(fault, idle));
  if (idle !== undefined) return;
  for (const each of everyOne(fault, world.topology)) {
    world.standing.endBefore(each);
    const effect = EFFECTS[each.verb](world, each);
    if (effect === undefined) continue;
    world.standing.begin(each, typeof effect === 'function' ? { undo: effect, acts: () => true } : effect);
  }
}

/** `dns-fail` and `cert-expire` without a target mean every name and every certificate. */
export function everyOne(fault: Fault, topology: Topology): readonly Fault[] {
  const left = FAULTS[fault.verb].targets[fault.targets.length];
  if (left !== 'name' && left !== 'certificate') return [fault];
  return candidates(left, topology).map((target) =>
    faultOf(fault.verb, [...fault.targets, target], fault.value),
  );
}
