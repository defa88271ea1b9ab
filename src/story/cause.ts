/** Why the users feel what they feel: read from where their requests wait and fail, never from a fault that was injected. */
import type { SimulationEvent } from '../simulator/event.ts';
import type { TroubleView } from '../simulator/trouble.ts';
import type { ComponentView, WorldView } from '../simulator/view.ts';
import type { Id, Micros, Topology } from '../topology/types.ts';
import type { Cause, How } from './fact.ts';
import { faultIn, SOON, timeOf } from './moments.ts';

/** A component where requests are stuck or fail. */
interface Spot {
  readonly at: Id;
  /** who asked it, by how many of these requests */
  readonly askers: ReadonlyMap<Id, number>;
  readonly reads: number;
  readonly writes: number;
  readonly waiting: number;
  readonly failed: number;
}

/** A second cause is told when it stands behind at least this part of what the first does. */
const SECOND_CAUSE = 0.3;
const MOST_CAUSES = 2;

/** The causes, the worst first; none when nothing stands out. @param of all requests, or the writes alone */
export function causesOf(
  view: WorldView,
  topology: Topology,
  of: 'all' | 'writes' = 'all',
): readonly Cause[] {
  const spots = spotsOf(view.trouble.filter(({ write }) => of === 'all' || write));
  const fresh = spots.filter((spot) => isWanted(spot, view));
  const found = new Map<string, { readonly cause: Cause; weight: number }>();
  for (const spot of fresh.length > 0 ? fresh : spots) {
    const cause = judge(deepest(spot, spots, topology), view);
    if (cause === undefined) continue;
    const known = found.get(keyOf(cause));
    if (known === undefined) found.set(keyOf(cause), { cause, weight: weightOf(spot) });
    else
      found.set(keyOf(cause), { cause: joined(known.cause, cause), weight: known.weight + weightOf(spot) });
  }
  const ranked = [...found.values()].sort((a, b) => b.weight - a.weight);
  const worst = ranked[0]?.weight ?? 0;
  return ranked
    .filter(({ weight }) => weight >= worst * SECOND_CAUSE)
    .slice(0, MOST_CAUSES)
    .map(({ cause }) => cause);
}

/** The part of what failed in the last second that is not left over from what all have given up since. */
export function newPart(view: WorldView): number {
  const spots = spotsOf(view.trouble);
  const failed = sum(spots.map((spot) => spot.failed));
  const fresh = sum(spots.filter((spot) => isWanted(spot, view)).map((spot) => spot.failed));
  return failed === 0 || fresh === 0 ? 1 : fresh / failed;
}

// -- where it is -------------------------------------------------------------------------------------------------

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
    };
  });
  return spots.sort((a, b) => weightOf(b) - weightOf(a));
}

function weightOf({ waiting, failed }: Spot): number {
  return waiting + failed;
}

/** What all who ask it have given up gets only what was on its way. */
function isWanted({ at }: Spot, { components }: WorldView): boolean {
  const beliefs = components.flatMap(({ servers }) => servers?.filter(({ id }) => id === at) ?? []);
  return beliefs.length === 0 || beliefs.some(({ believed }) => believed === 'up');
}

/** So many requests that one place waits for at the next make the next one the place to look at. */
const STUCK = 3;

/** Where requests queue because those before them wait still deeper, the cause is there. */
function deepest(spot: Spot, spots: readonly Spot[], topology: Topology): Spot {
  const home = topology.components.find(({ id }) => id === spot.at);
  const needed = home?.kind === 'app-server' ? Math.max(STUCK, home.workers / 2) : STUCK;
  const next = spots.find(({ at, askers }) => at !== spot.at && (askers.get(spot.at) ?? 0) >= needed);
  return next === undefined ? spot : deepest(next, spots, topology);
}

// -- what it is --------------------------------------------------------------------------------------------------

function judge(spot: Spot, view: WorldView): Cause | undefined {
  const component = view.components.find(({ id }) => id === spot.at);
  if (component === undefined) return undefined;
  return (
    misbelief(spot, component, view) ??
    gone(component) ??
    cutOff(spot, component, view) ??
    hopeless(component) ??
    avoiding(spot, component, view) ??
    readOnly(spot, component) ??
    badLink(spot, component, view) ??
    overloaded(spot, component, view)
  );
}

/** Balancers that ask a server, believe in it, and get nothing from it. */
function misbelief({ askers }: Spot, server: ComponentView, view: WorldView): Cause | undefined {
  const balancers = view.components.filter(
    (asker) => askers.has(asker.id) && believesIn(asker, server.id) && isLost(asker, server, view),
  );
  if (balancers.length === 0) return undefined;
  return { kind: 'believes', balancers: balancers.map(({ id }) => id), server: server.id };
}

function believesIn({ servers }: ComponentView, server: Id): boolean {
  return servers?.some(({ id, believed }) => id === server && believed === 'up') ?? false;
}

function isLost(asker: ComponentView, asked: ComponentView, view: WorldView): boolean {
  return !serves(asked) || isCut(asker, asked, view);
}

export function serves({ state }: ComponentView): boolean {
  return state === 'up' || state === 'stopping';
}

function gone({ id, state }: ComponentView): Cause | undefined {
  if (state === 'off' || state === 'paused') return trouble(id, 'silent');
  return state === 'up' || state === 'stopping' ? undefined : trouble(id, 'refuses');
}

function cutOff(spot: Spot, asked: ComponentView, view: WorldView): Cause | undefined {
  const { at, askers } = spot;
  const from = [...askers.keys()].filter((id) => isCut(endOf(id, view), asked, view));
  if (from.length === 0) return undefined;
  return { kind: 'cut-off', from, at, for: asked.kind === 'database' ? onlyFor(spot) : undefined };
}

/** What of their work it hits, where it is not all. */
function onlyFor({ reads, writes }: Spot): 'reads' | 'writes' | undefined {
  return reads === 0 ? 'writes' : writes === 0 ? 'reads' : undefined;
}

/** An end of a link: a component, or the users, who are on no host. */
interface End {
  readonly id: Id;
  readonly host: Id;
}

function endOf(id: Id, { components }: WorldView): End {
  return components.find((each) => each.id === id) ?? { id, host: id };
}

/** Nothing gets through between two ends. */
export function isCut(a: End, b: End, { links }: WorldView): boolean {
  if (a.host === b.host) return false;
  return links.some(({ cut, ends }) => cut && lies(ends, a, b));
}

function lies([one, other]: readonly [Id, Id], a: End, b: End): boolean {
  const isAt = (end: Id, { id, host }: End) => end === id || end === host || end === 'all';
  return (isAt(one, a) && isAt(other, b)) || (isAt(one, b) && isAt(other, a));
}

/** A balancer that is asked and believes in nobody answers 503 itself. */
function hopeless({ id, servers }: ComponentView): Cause | undefined {
  const isHopeless = servers?.every(({ believed }) => believed !== 'up') === true;
  return isHopeless ? { kind: 'no-server', balancers: [id] } : undefined;
}

/** An application that fails without asking leaves its database alone: because of what the database is, or still. */
function avoiding(spot: Spot, app: ComponentView, view: WorldView): Cause | undefined {
  if (spot.failed === 0) return undefined;
  for (const { id } of app.avoids ?? []) {
    const database = view.components.find((each) => each.id === id);
    if (database === undefined) continue;
    const dead = gone(database);
    if (dead !== undefined) return dead;
    if (isCut(app, database, view)) return { kind: 'cut-off', from: [app.id], at: id, for: onlyFor(spot) };
    return { kind: 'avoids', apps: [app.id], database: id };
  }
  return undefined;
}

function readOnly({ writes, failed }: Spot, { id, database }: ComponentView): Cause | undefined {
  return database?.readOnly === true && writes > 0 && failed > 0
    ? { kind: 'read-only', database: id }
    : undefined;
}

/** Packets that get lost or late on the way to a component that has nothing to do. */
function badLink({ askers }: Spot, asked: ComponentView, view: WorldView): Cause | undefined {
  if (queues(asked)) return undefined;
  for (const asker of askers.keys()) {
    for (const { ends, fault } of view.links) {
      if (!lies(ends, endOf(asker, view), asked)) continue;
      if (fault.verb === 'loss') return { kind: 'lossy', from: asker, at: asked.id };
      if (fault.verb === 'delay') return { kind: 'delayed', from: asker, at: asked.id };
    }
  }
  return undefined;
}

/** Seconds' worth of requests that stand there before it is a queue. */
const QUEUE = 0.3;

/** Whether requests pile up there. */
export function queues({ waiting, rate }: ComponentView): boolean {
  return waiting > Math.max(10, rate * QUEUE);
}

/** CPUs without any time left. */
const BUSY = 0.97;

function overloaded(
  { waiting, failed, askers }: Spot,
  component: ComponentView,
  { hosts }: WorldView,
): Cause | undefined {
  const { id, host } = component;
  const cpu = hosts.find((each) => each.id === host)?.cpu ?? 0;
  const busy = cpu >= BUSY ? [host] : [];
  if (queues(component) || (waiting > failed && askers.has('users'))) return trouble(id, 'queue', busy);
  return failed >= waiting ? trouble(id, 'errors') : trouble(id, 'slow', busy);
}

function trouble(at: Id, how: How, busy: readonly Id[] = []): Cause {
  return { kind: 'trouble', at: [at], how, busy };
}

/** Where requests pile up most, in front of whatever is slow; for words about waiting. */
export function queueOf(view: WorldView, topology: Topology): Cause | undefined {
  const [cause] = causesOf(view, topology);
  return cause?.kind === 'trouble' && cause.how !== 'errors' ? cause : undefined;
}

// -- causes beside each other ------------------------------------------------------------------------------------

/** What makes two causes one. */
function keyOf(cause: Cause): string {
  return cause.kind === 'trouble' ? cause.how : `${cause.kind} ${placeOf(cause).join(' ')}`;
}

/** Where it is. */
function placeOf(cause: Cause): readonly Id[] {
  switch (cause.kind) {
    case 'believes':
      return [cause.server];
    case 'no-server':
      return cause.balancers;
    case 'avoids':
    case 'read-only':
      return [cause.database];
    case 'trouble':
      return cause.at;
    default:
      return [cause.at];
  }
}

/** One cause from two of the same key. */
function joined(a: Cause, b: Cause): Cause {
  if (a.kind === 'believes' && b.kind === 'believes')
    return { ...a, balancers: both(a.balancers, b.balancers) };
  if (a.kind === 'avoids' && b.kind === 'avoids') return { ...a, apps: both(a.apps, b.apps) };
  if (a.kind === 'trouble' && b.kind === 'trouble') {
    return { ...a, at: both(a.at, b.at), busy: both(a.busy, b.busy) };
  }
  if (a.kind === 'cut-off' && b.kind === 'cut-off') {
    return { ...a, from: both(a.from, b.from), for: a.for === b.for ? a.for : undefined };
  }
  return a;
}

function both(a: readonly Id[], b: readonly Id[]): readonly Id[] {
  return [...new Set([...a, ...b])].sort();
}

/** Whoever was told of the one knows the other. */
export function covers(told: Cause, cause: Cause): boolean {
  const isSameKind = told.kind === cause.kind && !(told.kind === 'trouble' && told.how !== howIn(cause));
  return isSameKind && placeOf(cause).every((id) => placeOf(told).includes(id));
}

function howIn(cause: Cause): How | undefined {
  return cause.kind === 'trouble' ? cause.how : undefined;
}

/** Those that were there then; all of them where nothing tells. What only a later fault can have done was not. */
export function begunBy(at: Micros, causes: readonly Cause[], view: WorldView): readonly Cause[] {
  const begun = causes.filter((cause) => {
    const faults = view.events.filter((event) => touches(event, cause, view));
    return faults.length === 0 || faults.some((event) => timeOf(event) <= at + SOON);
  });
  return begun.length === 0 ? causes : begun;
}

function touches(event: SimulationEvent, cause: Cause, { components }: WorldView): boolean {
  const fault = faultIn(event);
  const place = placeOf(cause);
  const homes = components.filter(({ id }) => place.includes(id)).map(({ host }) => host);
  return fault?.targets.some((target) => place.includes(target) || homes.includes(target)) ?? false;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
