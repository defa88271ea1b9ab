/** Why the users feel what they feel: read from where their requests wait and fail, never from a fault that was injected. */
import type { SimulationEvent } from '../simulator/event.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Micros, Topology } from '../topology/types.ts';
import { joined, keyOf, placeOf } from './cause-places.ts';
import type { Cause } from './fact.ts';
import { judge } from './judge.ts';
import { faultIn, SOON, timeOf } from './moments.ts';
import { deepest, type Spot, spotsToLookAt, weightOf } from './spots.ts';

/** A second cause is told when it stands behind at least this part of what the first does. */
const SECOND_CAUSE = 0.3;
const MOST_CAUSES = 2;

/** The causes, the worst first; none when nothing stands out. @param of all requests, the writes, or those that failed */
export function causesOf(
  view: WorldView,
  topology: Topology,
  of: 'all' | 'writes' | 'failed' = 'all',
): readonly Cause[] {
  const spots = spotsToLookAt(
    view.trouble.filter(({ write }) => of !== 'writes' || write),
    view,
  );
  const failing = of === 'failed' ? spots.filter(({ failed }) => failed > 0) : [];
  const weigh = failing.length > 0 ? (spot: Spot) => spot.failed : weightOf;
  const found = new Map<string, { readonly cause: Cause; readonly weight: number }>();
  for (const spot of failing.length > 0 ? failing : spots) {
    const cause = judge(deepest(spot, spots, topology), view, topology);
    if (cause === undefined) continue;
    const known = found.get(keyOf(cause));
    found.set(keyOf(cause), {
      cause: known === undefined ? cause : joined(known.cause, cause),
      weight: weigh(spot) + (known?.weight ?? 0),
    });
  }
  const ranked = [...found.values()].sort((a, b) => b.weight - a.weight);
  const worst = ranked[0]?.weight ?? 0;
  return ranked
    .filter(({ weight }) => weight >= worst * SECOND_CAUSE)
    .slice(0, MOST_CAUSES)
    .map(({ cause }) => cause);
}

// -- when it began --------------------------------------------------------------------------------------------------

/** Those that were there then: not what only a later fault, or a mark that a balancer made later, can have brought. */
export function begunBy(at: Micros, causes: readonly Cause[], view: WorldView): readonly Cause[] {
  return causes.filter((cause) => {
    const start = startOf(cause, view);
    return start === undefined || start <= at + SOON;
  });
}

/** When it began, as far as an event tells. */
export function startOf(cause: Cause, view: WorldView): Micros | undefined {
  if (cause.kind !== 'no-server') {
    const first = view.events.find((event) => touches(event, cause, view));
    return first && timeOf(first);
  }
  const last = view.events.findLast(
    ({ who, what }) => what === 'marks-down' && cause.balancers.includes(who),
  );
  return last && timeOf(last);
}

/** Those first that began just then: with an event at that moment. */
export function newestFirst(at: Micros, causes: readonly Cause[], view: WorldView): readonly Cause[] {
  const events = view.events.filter((event) => Math.abs(timeOf(event) - at) <= SOON);
  const isNew = (cause: Cause) => events.some((event) => touches(event, cause, view));
  return [...causes.filter(isNew), ...causes.filter((cause) => !isNew(cause))];
}

function touches(event: SimulationEvent, cause: Cause, { components }: WorldView): boolean {
  const fault = faultIn(event);
  const place = placeOf(cause);
  // a deployment acts on all of a kind
  const homes = components.filter(({ id }) => place.includes(id)).flatMap(({ host, kind }) => [host, kind]);
  return fault?.targets.some((target) => place.includes(target) || homes.includes(target)) ?? false;
}
