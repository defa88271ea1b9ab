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
  /** of the failed: it answered them itself, or the users' patience ended */
  readonly answered: number;
  readonly timedOut: number;
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
  const spots = spotsToLookAt(
    view.trouble.filter(({ write }) => of === 'all' || write),
    view,
  );
  const found = new Map<string, { readonly cause: Cause; readonly weight: number }>();
  for (const spot of spots) {
    const cause = judge(deepest(spot, spots, topology), view, topology);
    if (cause === undefined) continue;
    const known = found.get(keyOf(cause));
    found.set(keyOf(cause), {
      cause: known === undefined ? cause : joined(known.cause, cause),
      weight: weightOf(spot) + (known?.weight ?? 0),
    });
  }
  const ranked = [...found.values()].sort((a, b) => b.weight - a.weight);
  const worst = ranked[0]?.weight ?? 0;
  return ranked
    .filter(({ weight }) => weight >= worst * SECOND_CAUSE)
    .slice(0, MOST_CAUSES)
    .map(({ cause }) => cause);
}

// -- what is left over -------------------------------------------------------------------------------------------

/** Where new requests can come to; what is left over from before only where there is nothing else. */
function spotsToLookAt(trouble: readonly TroubleView[], view: WorldView): readonly Spot[] {
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
      answered: sum(all.map(({ answered }) => answered)),
      timedOut: sum(all.map(({ timedOut }) => timedOut)),
    };
  });
  return spots.sort((a, b) => weightOf(b) - weightOf(a));
}

function weightOf({ waiting, failed }: Spot): number {
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
function deepest(spot: Spot, spots: readonly Spot[], topology: Topology): Spot {
  const home = topology.components.find(({ id }) => id === spot.at);
  const needed = home?.kind === 'app-server' ? Math.max(STUCK, home.workers / 2) : STUCK;
  const next = spots.find(({ at, askers }) => at !== spot.at && (askers.get(spot.at) ?? 0) >= needed);
  return next === undefined ? spot : deepest(next, spots, topology);
}

// -- what it is --------------------------------------------------------------------------------------------------

function judge(spot: Spot, view: WorldView, topology: Topology): Cause | undefined {
  const component = view.components.find(({ id }) => id === spot.at);
  if (component === undefined) return undefined;
  return (
    misbelief(spot, component, view, topology) ??
    gone(component, unseen(spot, view, topology)) ??
    cutOff(spot, component, view) ??
    hopeless(component) ??
    avoiding(spot, component, view) ??
    readOnly(spot, component) ??
    badLink(spot, component, view) ??
    overloaded(spot, component, view)
  );
}

/** Balancers that ask a server, believe in it, and get nothing from it; or whoever keeps the address of such a balancer. */
function misbelief(
  { askers }: Spot,
  server: ComponentView,
  view: WorldView,
  topology: Topology,
): Cause | undefined {
  const balancers = view.components.filter(
    (asker) => askers.has(asker.id) && believesIn(asker, server.id) && isLost(asker, server, view),
  );
  const keepers = serves(server) ? [] : keepersOf(server, view, topology);
  const by = [...balancers, ...(askers.has('users') ? keepers : [])].map(({ id }) => id);
  return by.length === 0 ? undefined : { kind: 'believes', by, server: server.id };
}

/** The keepaliveds that watch a balancer and hold the address for it. */
function keepersOf(
  { id, host }: ComponentView,
  view: WorldView,
  topology: Topology,
): readonly ComponentView[] {
  const watching = topology.components.filter(
    (each) => each.kind === 'keepalived' && each.trackScript?.watches === id,
  );
  return view.components.filter(
    (each) =>
      each.host === host &&
      each.state === 'up' &&
      each.vrrp?.holds === true &&
      !each.vrrp.scriptFails &&
      watching.some((keepalived) => keepalived.id === each.id),
  );
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

const SEEN = { by: [], behind: [] };

function gone({ id, host, state }: ComponentView, unseenBy: Unseen = SEEN): Cause | undefined {
  if (state === 'off') return trouble(host, 'no-power', [], unseenBy);
  if (state === 'paused') return trouble(id, 'silent', [], unseenBy);
  return state === 'up' || state === 'stopping' ? undefined : trouble(id, 'refuses', [], unseenBy);
}

type Unseen = Extract<Cause, { kind: 'trouble' }>['unseen'];

/** Balancers whose checks only connect, so that they see the web server in front of an application and not the application. */
function unseen({ at, askers }: Spot, view: WorldView, topology: Topology): Unseen {
  const behind = topology.components.flatMap((each) => {
    const isOnly = each.kind === 'web-server' && each.upstream.length === 1 && each.upstream[0]?.id === at;
    return isOnly && askers.has(each.id) ? [each.id] : [];
  });
  const by = topology.components.flatMap((each) => {
    if (each.kind !== 'load-balancer' || each.httpchk) return [];
    const checked = each.servers.filter(({ id, check }) => check && behind.includes(id));
    const balancer = view.components.find(({ id }) => id === each.id);
    return balancer !== undefined && checked.some(({ id }) => believesIn(balancer, id)) && balancer.rate > 0
      ? [each.id]
      : [];
  });
  return by.length === 0 ? SEEN : { by, behind };
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

/** Whoever fails without asking leaves those behind it alone: because of what they are, or still. */
function avoiding(spot: Spot, asker: ComponentView, view: WorldView): Cause | undefined {
  if (spot.failed === 0) return undefined;
  const avoided = view.components.filter(({ id }) => asker.avoids?.some((each) => each.id === id) === true);
  if (avoided.length === 0) return undefined;
  const [dead, ...more] = avoided.flatMap((each) => gone(each) ?? []);
  const cut = avoided.find((each) => isCut(asker, each, view));
  if (dead !== undefined) return more.filter((each) => keyOf(each) === keyOf(dead)).reduce(joined, dead);
  if (cut !== undefined) return { kind: 'cut-off', from: [asker.id], at: cut.id, for: onlyFor(spot) };
  return { kind: 'avoids', by: [asker.id], targets: avoided.map(({ id }) => id) };
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

function overloaded(spot: Spot, component: ComponentView, { hosts }: WorldView): Cause | undefined {
  const { waiting, failed, answered, timedOut, askers } = spot;
  const { id, host } = component;
  const cpu = hosts.find((each) => each.id === host)?.cpu ?? 0;
  const busy = cpu >= BUSY ? [host] : [];
  if (queues(component) || (waiting > failed && askers.has('users'))) return trouble(id, 'queue', busy);
  if (waiting > failed) return trouble(id, 'slow', busy);
  if (answered * 2 >= failed) return trouble(id, 'errors');
  // whose patience ended had waited for what is over
  return timedOut * 2 >= failed ? undefined : trouble(id, 'away');
}

function trouble(at: Id, how: How, busy: readonly Id[] = [], unseenBy: Unseen = SEEN): Cause {
  return { kind: 'trouble', at: [at], how, busy, unseen: unseenBy };
}

// -- causes beside each other ------------------------------------------------------------------------------------

/** What makes two causes one. */
function keyOf(cause: Cause): string {
  if (cause.kind === 'trouble') return cause.how;
  return cause.kind === 'avoids' ? cause.kind : `${cause.kind} ${placeOf(cause).join(' ')}`;
}

/** Where it is. */
function placeOf(cause: Cause): readonly Id[] {
  switch (cause.kind) {
    case 'believes':
      return [cause.server];
    case 'no-server':
      return cause.balancers;
    case 'avoids':
      return cause.targets;
    case 'read-only':
      return [cause.database];
    case 'trouble':
      return cause.at;
    case 'dns':
    case 'tls':
      return [];
    default:
      return [cause.at];
  }
}

/** One cause from two of the same key. */
function joined(a: Cause, b: Cause): Cause {
  if (a.kind === 'believes' && b.kind === 'believes') return { ...a, by: both(a.by, b.by) };
  if (a.kind === 'avoids' && b.kind === 'avoids') {
    return { ...a, by: both(a.by, b.by), targets: both(a.targets, b.targets) };
  }
  if (a.kind === 'trouble' && b.kind === 'trouble') {
    const unseenBy = { by: both(a.unseen.by, b.unseen.by), behind: both(a.unseen.behind, b.unseen.behind) };
    return { ...a, at: both(a.at, b.at), busy: both(a.busy, b.busy), unseen: unseenBy };
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
  return isSameKind(told, cause) && placeOf(cause).every((id) => placeOf(told).includes(id));
}

function isSameKind(a: Cause, b: Cause): boolean {
  if (a.kind === 'trouble' && b.kind === 'trouble') return a.how === b.how;
  if (a.kind === 'dns' && b.kind === 'dns') return a.isBack === b.isBack;
  return a.kind === b.kind;
}

/** Those that were there then; all of them where nothing tells. What only a later fault can have done was not. */
export function begunBy(at: Micros, causes: readonly Cause[], view: WorldView): readonly Cause[] {
  const begun = causes.filter((cause) => {
    const faults = view.events.filter((event) => touches(event, cause, view));
    return faults.length === 0 || faults.some((event) => timeOf(event) <= at + SOON);
  });
  return begun.length === 0 ? causes : begun;
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
  const homes = components.filter(({ id }) => place.includes(id)).map(({ host }) => host);
  return fault?.targets.some((target) => place.includes(target) || homes.includes(target)) ?? false;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
