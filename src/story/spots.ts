/** Where requests are stuck or fail: the components that they last came to, and what of it is left over from before. */
import type { TroubleView } from '../simulator/trouble.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Id, Topology } from '../topology/types.ts';

/** A component where requests are stuck or fail. */
export interface Spot {
  readonly at: Id;
  /** who asked it, by how many of these requests */
  readonly askers: ReadonlyMap<Id, number>;
  readonly reads: number;
  readonly writes: number;
  readonly waiting: number;
  readonly failed: number;
  /** of the failed: it answered them itself, or the users' patience ended */
  readonly answered: number;
  readonly timedOut: number;
}

/** Where new requests can come to; what is left over from before only where there is nothing else. */
export function spotsToLookAt(trouble: readonly TroubleView[], view: WorldView): readonly Spot[] {
  const spots = spotsOf(trouble);
  const fresh = spots.filter((spot) => isWanted(spot, view));
  return fresh.length > 0 ? fresh : spots;
}

/** Nobody is hit any more but those who were sent where nobody is sent now. */
export function isLeftOver(view: WorldView): boolean {
  const spots = spotsOf(view.trouble);
  return spots.length > 0 && spots.every((spot) => !isWanted(spot, view));
}

/** How many still wait there. */
export function leftOver(view: WorldView): number {
  return sum(spotsOf(view.trouble).map((spot) => (isWanted(spot, view) ? 0 : spot.waiting)));
}

/** The part of what failed in the last second that is not left over. */
export function newPart(view: WorldView): number {
  const spots = spotsOf(view.trouble);
  const failed = sum(spots.map((spot) => spot.failed));
  const fresh = sum(spots.filter((spot) => isWanted(spot, view)).map((spot) => spot.failed));
  return failed === 0 || fresh === 0 ? 1 : fresh / failed;
}

/** The worst first. */
function spotsOf(trouble: readonly TroubleView[]): readonly Spot[] {
  const by = new Map<Id, TroubleView[]>();
  for (const each of trouble) by.set(each.at, [...(by.get(each.at) ?? []), each]);
  const spots = [...by].map(([at, all]): Spot => {
    const count = (some: readonly TroubleView[]) => sum(some.map(({ waiting, failed }) => waiting + failed));
    const askers = new Set(all.map(({ from }) => from));
    return {
      at,
      askers: new Map([...askers].map((id) => [id, count(all.filter(({ from }) => from === id))])),
      reads: count(all.filter(({ write }) => !write)),
      writes: count(all.filter(({ write }) => write)),
      waiting: sum(all.map(({ waiting }) => waiting)),
      failed: sum(all.map(({ failed }) => failed)),
      answered: sum(all.map(({ answered }) => answered)),
      timedOut: sum(all.map(({ timedOut }) => timedOut)),
    };
  });
  return spots.sort((a, b) => weightOf(b) - weightOf(a));
}

export function weightOf({ waiting, failed }: Spot): number {
  return waiting + failed;
}

/** What all who asked it have given up gets only what was on its way. */
function isWanted({ at, askers }: Spot, { components }: WorldView): boolean {
  const beliefs = components
    .filter(({ id }) => askers.has(id))
    .flatMap(({ servers }) => servers?.filter(({ id }) => id === at) ?? []);
  return beliefs.length === 0 || beliefs.some(({ believed }) => believed === 'up');
}

/** So many requests that one place waits for at the next make the next one the place to look at. */
const STUCK = 3;

/** Where requests queue because those before them wait still deeper, the cause is there. */
export function deepest(spot: Spot, spots: readonly Spot[], topology: Topology): Spot {
  const home = topology.components.find(({ id }) => id === spot.at);
  const needed = home?.kind === 'app-server' ? Math.max(STUCK, home.workers / 2) : STUCK;
  const next = spots.find(({ at, askers }) => at !== spot.at && (askers.get(spot.at) ?? 0) >= needed);
  return next === undefined ? spot : deepest(next, spots, topology);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
