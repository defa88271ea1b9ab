/** What is true of each line, address and host in the drawing now: found in the view alone. */
import { simulator as words } from '../../../messages/simulator.ts';
import { isGone } from '../../../simulator/process-state.ts';
import type { ComponentView, WorldView } from '../../../simulator/view.ts';
import { isDatabaseProxy } from '../../../topology/database-proxy.ts';
import type { LineMark, Marks } from '../../../topology/draw/drawing.ts';
import { certificateHosts } from '../../../topology/draw/labels.ts';
import { isPlainText } from '../../../topology/encryption.ts';
import { linksOf } from '../../../topology/pairs.ts';
import type { AppServer, Component, Id, LoadBalancer, Topology, WebServer } from '../../../topology/types.ts';
import { newAddresses } from './names.ts';

export function marksOf(topology: Topology, view: WorldView): Marks {
  return {
    lines: linesOf(topology, view),
    holders: holdersOf(view),
    expired: certificateHosts(topology, (name) => view.expired.includes(name)),
    floods: new Map(
      view.floods.map(({ host, rate, passes }) => [host, { text: words.flood(rate, passes), passes }]),
    ),
  };
}

/** A dead process knows nothing and does nothing. */
/** Virtual IP -> the hosts on which it stands: one, or none, or by a split brain two. */
function holdersOf({ components }: WorldView): Marks['holders'] {
  const vips = components.flatMap(({ host, vrrp }) => (vrrp === undefined ? [] : [{ host, ...vrrp }]));
  return new Map(
    vips.map(({ vip }) => [vip, vips.flatMap((each) => (each.vip === vip && each.holds ? [each.host] : []))]),
  );
}

const knownEncrypted = new WeakMap<Topology, readonly string[]>();

/** The lines that no reader understands, as `A B`: they follow from the file. */
function encryptedLines(topology: Topology): readonly string[] {
  const known = knownEncrypted.get(topology);
  if (known !== undefined) return known;
  const byId = new Map(topology.components.map((component) => [component.id, component]));
  const found = linksOf(topology).flatMap(({ from, to }) =>
    isPlainText((id) => byId.get(id), from, to) ? [] : [`${from} ${to}`],
  );
  knownEncrypted.set(topology, found);
  return found;
}

function linesOf(topology: Topology, view: WorldView): Marks['lines'] {
  const byId = new Map(topology.components.map((component) => [component.id, component]));
  const seen = new Map(view.components.map((component) => [component.id, component]));
  const lines = topology.components.flatMap((component) => {
    const own = seen.get(component.id);
    if (own === undefined || view.now === 0) return [];
    const lines = linesFrom(component, own);
    return isStandby(component, topology, view) ? lines.map(onStandby) : lines;
  });
  // before it begins nobody knows anything, and nothing has been received
  const binlogs = view.now === 0 ? [] : view.components.flatMap((each) => binlogOf(byId.get(each.id), each));
  const marks = new Map<string, LineMark>([...lines, ...binlogs]);
  for (const key of encryptedLines(topology))
    marks.set(key, { ...(marks.get(key) ?? USED), encrypted: true });
  for (const id of newAddresses(topology, view)) {
    const key = `users ${id}`;
    marks.set(key, { ...(marks.get(key) ?? USED), use: 'moved' });
  }
  return throughAddresses(topology, view, marks);
}

/** A balancer to which DNS leads nobody: neither by its own address nor by a virtual IP that its host holds. */
function isStandby(component: Component, { dns, components }: Topology, view: WorldView): boolean {
  const { kind, id, host } = component;
  if (kind !== 'load-balancer' || dns.length === 0 || isDatabaseProxy(component, components)) return false;
  const holders = holdersOf(view);
  const isReached = (address: Id) =>
    address === id || address === host || holders.get(address)?.includes(host);
  return !dns.some(({ A }) => A.some(isReached));
}

function onStandby([key, mark]: [string, LineMark]): [string, LineMark] {
  return [key, mark.use === 'used' ? { ...mark, use: 'standby' } : mark];
}

const USED: LineMark = { use: 'used', encrypted: false, carries: [] };
const UNUSED: LineMark = { use: 'unused', encrypted: false, carries: [] };

/** The lines that a component sends along. A dead one sends nothing. */
function linesFrom(component: Component, view: ComponentView): [string, LineMark][] {
  const targets = (ids: readonly Id[], isUsed: (id: Id) => boolean) =>
    ids.map((id): [string, LineMark] => [
      `${component.id} ${id}`,
      !isGone(view) && isUsed(id) ? USED : UNUSED,
    ]);
  switch (component.kind) {
    case 'load-balancer':
      return targets(
        component.servers.map(({ id }) => id),
        usedByBalancer(component, view),
      );
    case 'web-server':
      return targets(
        component.upstream.map(({ id }) => id),
        usedByWebServer(component, view),
      );
    case 'app-server':
      return isGone(view) ? targets(databasesOf(component), () => false) : linesToDatabases(component, view);
    default:
      return [];
  }
}

/** HAProxy sends nothing new to a server that is marked down or drained, nor to a backup while others are up. */
function usedByBalancer({ servers }: LoadBalancer, view: ComponentView): (id: Id) => boolean {
  const isUp = (id: Id) => view.servers?.find((server) => server.id === id)?.believed === 'up';
  const hasOthers = servers.some(({ id, backup }) => !backup && isUp(id));
  return (id) => isUp(id) && !(hasOthers && (servers.find((server) => server.id === id)?.backup ?? false));
}

/** nginx sends nothing to a server that failed it for `fail_timeout`, nor to a backup while others serve. */
function usedByWebServer({ upstream }: WebServer, view: ComponentView): (id: Id) => boolean {
  const isAvoided = (id: Id) => view.avoids?.some((each) => each.id === id) ?? false;
  const hasOthers = upstream.some(({ id, backup }) => !backup && !isAvoided(id));
  return (id) =>
    !isAvoided(id) && !(hasOthers && (upstream.find((server) => server.id === id)?.backup ?? false));
}

function databasesOf({ writes, reads }: AppServer): readonly Id[] {
  return [...new Set([...(writes === undefined ? [] : [writes]), ...reads])];
}

/** Writes go to the primary that it knows, reads to the first of its list that it doesn't avoid. */
function linesToDatabases(app: AppServer, view: ComponentView): [string, LineMark][] {
  const read = app.reads.find((id) => !(view.avoids?.some((each) => each.id === id) ?? false));
  return databasesOf(app).map((id) => {
    const [reads, writes] = [id === read, id === view.writesTo];
    const isNew = (reads && id !== app.reads[0]) || (writes && id !== app.writes);
    const carries = reads && writes ? words.readsAndWrites : reads ? words.readsAlone : words.writesAlone;
    const use = !reads && !writes ? 'unused' : isNew ? 'moved' : 'used';
    return [`${app.id} ${id}`, { use, encrypted: false, carries }];
  });
}

/** A replica that doesn't receive, or is no replica any more, leaves the line from its source idle. */
function binlogOf(component: Component | undefined, { database }: ComponentView): [string, LineMark][] {
  if (component?.kind !== 'database' || component.source === undefined || database === undefined) return [];
  const receives = database.role === 'replica' && database.lag !== undefined;
  return [[`${component.source} ${component.id}`, receives ? USED : UNUSED]];
}

/** What leads to a virtual IP is as encrypted as what it leads on to, and leads on to its holders alone. */
function throughAddresses({ components, dns }: Topology, view: WorldView, marks: Map<string, LineMark>) {
  for (const [vip, holders] of holdersOf(view)) {
    const balancers = components.filter(({ kind }) => kind === 'load-balancer');
    const encrypted = balancers.some(({ id }) => marks.get(`users ${id}`)?.encrypted ?? false);
    if (dns.some(({ A }) => A.includes(vip))) marks.set(`users ${vip}`, { ...USED, encrypted });
    for (const { id, host } of balancers) {
      marks.set(`${vip} ${id}`, { ...(holders.includes(host) ? USED : UNUSED), encrypted });
    }
  }
  return marks;
}
