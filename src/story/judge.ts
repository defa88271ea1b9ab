/** What is wrong where requests are stuck or fail, as far as it shows. */
import type { ComponentView, WorldView } from '../simulator/view.ts';
import { portOf } from '../topology/ports.ts';
import type { Id, Topology } from '../topology/types.ts';
import { joined, keyOf } from './cause-places.ts';
import type { Cause, How } from './fact.ts';
import type { Spot } from './spots.ts';

export function judge(spot: Spot, view: WorldView, topology: Topology): Cause | undefined {
  const component = view.components.find(({ id }) => id === spot.at);
  if (component === undefined) return undefined;
  return (
    staleAddress(spot, component, view) ??
    keptOut(spot, component, topology) ??
    misbelief(spot, component, view, topology) ??
    gone(component, unseen(spot, view, topology)) ??
    cutOff(spot, component, view) ??
    hopeless(component) ??
    avoiding(spot, component, view) ??
    readOnly(spot, component, view) ??
    awaitsReplica(spot, component) ??
    badLink(spot, component, view) ??
    overloaded(spot, component, view)
  );
}

/** Users send to an address, and the network brings it to a host that has let go of it. */
function staleAddress({ askers }: Spot, { kind, host }: ComponentView, view: WorldView): Cause | undefined {
  if (kind !== 'load-balancer' || !askers.has('users')) return undefined;
  const keepers = view.components.filter((each) => each.vrrp !== undefined);
  const stale = view.vips.find(({ vip, leadsTo, isHeld }) => {
    const isOn = view.hosts.some((each) => each.id === leadsTo && each.on);
    return (
      !isHeld &&
      isOn &&
      keepers.some((each) => each.vrrp?.vip === vip && (each.vrrp.holds || each.host === host))
    );
  });
  return stale ? { kind: 'stale-address', vip: stale.vip, host: stale.leadsTo } : undefined;
}

/** A firewall of its host lets in nothing from those who ask it. */
function keptOut({ askers }: Spot, { id, host }: ComponentView, topology: Topology): Cause | undefined {
  const firewall = topology.hosts.find((each) => each.id === host)?.firewall;
  const component = topology.components.find((each) => each.id === id);
  const port = component && portOf(component, topology.components);
  if (firewall === undefined || port === undefined) return undefined;
  const homeOf = (place: Id) => topology.components.find((each) => each.id === place)?.host ?? place;
  const letsIn = (from: Id) =>
    homeOf(from) === host ||
    firewall.in.some(
      (rule) =>
        rule.port === port &&
        (rule.from === 'anywhere' || rule.from === from || homeOf(rule.from) === homeOf(from)),
    );
  const from = [...askers.keys()].find((asker) => !letsIn(asker));
  return from === undefined ? undefined : { kind: 'kept-out', from, at: id, host };
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

type Trouble = Extract<Cause, { kind: 'trouble' }>;
type Unseen = Trouble['unseen'];

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
  if (servers === undefined || servers.some(({ believed }) => believed === 'up')) return undefined;
  const areDrained = servers.every(({ believed }) => believed !== 'down');
  return { kind: 'no-server', balancers: [id], areDrained };
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

/** Writes come to a database that takes none: because nobody does, or because its askers can't reach who does. */
function readOnly(spot: Spot, { id, database }: ComponentView, view: WorldView): Cause | undefined {
  if (database?.readOnly !== true || spot.writes === 0 || spot.failed === 0) return undefined;
  const writer = view.components.find(
    (each) => each.id !== id && each.database?.readOnly === false && serves(each),
  );
  const from =
    writer === undefined
      ? []
      : [...spot.askers.keys()].filter((asker) => isCut(endOf(asker, view), writer, view));
  return writer === undefined || from.length === 0
    ? { kind: 'read-only', database: id }
    : { kind: 'cut-off', from, at: writer.id, for: 'writes' };
}

/** Most of those who wait there wait for a replica to say that it has their write. */
function awaitsReplica({ waiting }: Spot, { id, database }: ComponentView): Cause | undefined {
  const unacknowledged = database?.unacknowledged ?? 0;
  return unacknowledged > 0 && unacknowledged * 2 >= waiting ? trouble(id, 'awaits-replica') : undefined;
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
  if (queues(component) || (waiting > failed && askers.has('users')))
    return ofVersion(trouble(id, 'queue', busy), component);
  if (waiting > failed) return ofVersion(trouble(id, 'slow', busy), component);
  if (answered * 2 >= failed)
    return ofVersion(trouble(id, answersItself(component) ? 'errors' : 'alone'), component);
  // whose patience ended had waited for what is over
  return timedOut * 2 >= failed ? undefined : trouble(id, 'away');
}

/** Balancers and web servers make no errors of their own: they have nobody to pass a request to. */
function answersItself({ kind, faults }: ComponentView): boolean {
  return (kind !== 'load-balancer' && kind !== 'web-server') || faults.some(({ verb }) => verb === 'errors');
}

function trouble(at: Id, how: How, busy: readonly Id[] = [], unseenBy: Unseen = SEEN): Trouble {
  return { kind: 'trouble', at: [at], how, version: undefined, busy, unseen: unseenBy };
}

/** Of a version that is slower, or makes errors, as far as it is nothing else that acts on it. */
function ofVersion(cause: Trouble, { version, faults }: ComponentView): Cause {
  const isOfIt = cause.how === 'errors' ? version?.makesErrors : version?.isSlower;
  const isOfFault = faults.some(({ verb }) => verb === (cause.how === 'errors' ? 'errors' : 'slow'));
  return isOfIt === true && !isOfFault ? { ...cause, version: version?.name } : cause;
}
