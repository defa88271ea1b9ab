import type { Fault } from '../simulator/faults/fault.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Id } from '../topology/types.ts';

/** The components that a fault takes away, or from the work. */
export function takenAway(
  { verb, targets: [first = '', second = ''] }: Fault,
  view: WorldView,
): readonly Id[] {
  switch (verb) {
    case 'kill':
    case 'stop':
    case 'pause':
      return [first];
    case 'drain':
      return [second];
    case 'power-off':
      return view.components.filter(({ host }) => host === first).map(({ id }) => id);
    default:
      return [];
  }
}
