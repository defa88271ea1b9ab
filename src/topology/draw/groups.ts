import type { Id, Topology } from '../types.ts';
import { entriesOf, holdersOf, relationsOf } from './relations.ts';

/** The host of each component: the first that runs it. */
export function homesOf(topology: Topology): Map<Id, Id> {
  return new Map(topology.components.map((component) => [component.id, component.host]));
}

/**
 * How deep each host stands: 0 for those that the users reach, and one more than the deepest of those who
 * send to it. Hosts that belong side by side share a depth.
 */
export function depthsOf(topology: Topology): Map<Id, number> {
  const homes = homesOf(topology);
  const groups = groupsOf(topology, homes);
  const sends = sendsOf(topology, homes, (host) => groups.of(host));
  const reached = new Set([...sends.values()].flatMap((targets) => [...targets]));
  const depths = new Map<Id, number>();
  for (const group of inOrder(sends)) {
    const depth = depths.get(group) ?? 0;
    depths.set(group, depth);
    for (const target of sends.get(group) ?? []) {
      depths.set(target, Math.max(depths.get(target) ?? 0, depth + 1));
    }
  }
  placeTheUnreached(topology, sends, reached, depths, (host) => groups.of(host));
  return new Map(topology.hosts.map((host) => [host.id, depths.get(groups.of(host.id)) ?? 0]));
}

/** Who sends but is never sent to stands just before its targets; who does neither stands last. */
function placeTheUnreached(
  topology: Topology,
  sends: ReadonlyMap<Id, ReadonlySet<Id>>,
  reached: ReadonlySet<Id>,
  depths: Map<Id, number>,
  groupOf: (host: Id) => Id,
): void {
  const homes = homesOf(topology);
  const holders = holdersOf(topology);
  const entryHosts = entriesOf(topology).flatMap((id) => holders.get(id) ?? [homes.get(id) ?? id]);
  const entries = new Set(entryHosts.map(groupOf));
  const last = Math.max(0, ...depths.values());
  for (const host of topology.hosts) {
    const group = groupOf(host.id);
    if (reached.has(group) || entries.has(group)) continue;
    const targets = [...(sends.get(group) ?? [])].map((target) => depths.get(target) ?? 0);
    depths.set(group, targets.length > 0 ? Math.max(0, Math.min(...targets) - 1) : last);
  }
}

/** Between groups of hosts: who sends to whom, without what stays inside a group. */
function sendsOf(
  topology: Topology,
  homes: ReadonlyMap<Id, Id>,
  groupOf: (host: Id) => Id,
): Map<Id, Set<Id>> {
  const sends = new Map<Id, Set<Id>>(topology.hosts.map((host) => [groupOf(host.id), new Set()]));
  for (const { from, to, carries } of relationsOf(topology)) {
    const one = homes.get(from);
    const other = homes.get(to);
    if (carries === 'binlog' || one === undefined || other === undefined) continue;
    if (groupOf(one) !== groupOf(other)) sends.get(groupOf(one))?.add(groupOf(other));
  }
  return sends;
}

/** The groups so that each comes before those that it sends to. There are no rings left. */
function inOrder(sends: ReadonlyMap<Id, ReadonlySet<Id>>): Id[] {
  const incoming = new Map<Id, number>();
  for (const targets of sends.values()) {
    for (const target of targets) incoming.set(target, (incoming.get(target) ?? 0) + 1);
  }
  const ready = [...sends.keys()].filter((group) => !incoming.has(group));
  for (let next = 0; next < ready.length; next++) {
    for (const target of sends.get(ready[next] ?? '') ?? []) {
      const left = (incoming.get(target) ?? 1) - 1;
      incoming.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  return ready;
}

/** Sets that grow together; each is named by one of its members. */
class Groups {
  readonly #parents = new Map<Id, Id>();

  of(id: Id): Id {
    let root = id;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    return root;
  }

  join(one: Id | undefined, other: Id | undefined): void {
    if (one === undefined || other === undefined) return;
    const from = this.of(one);
    const to = this.of(other);
    if (from !== to) this.#parents.set(from, to);
  }
}

/**
 * Hosts that stand side by side: holders of one VIP, a primary and its replicas, an orchestrator's own host
 * and the databases, and hosts that send to each other, be it through others.
 */
function groupsOf(topology: Topology, homes: ReadonlyMap<Id, Id>): Groups {
  const groups = new Groups();
  for (const hosts of holdersOf(topology).values()) for (const host of hosts) groups.join(host, hosts[0]);
  for (const { from, to, carries } of relationsOf(topology)) {
    if (carries === 'binlog') groups.join(homes.get(from), homes.get(to));
  }
  for (const component of topology.components) {
    if (component.kind !== 'orchestrator') continue;
    const watched = homes.get(component.watches[0] ?? '');
    for (const host of topology.hosts) {
      if (host.runs.length === 1 && host.runs[0] === component.id) groups.join(host.id, watched);
    }
  }
  const sends = sendsOf(topology, homes, (host) => groups.of(host));
  const reach = new Map([...sends.keys()].map((group) => [group, reachOf(group, sends)]));
  for (const [group, reached] of reach) {
    for (const other of reached) if (reach.get(other)?.has(group)) groups.join(group, other);
  }
  return groups;
}

/** All that a group sends to, directly or through others. */
function reachOf(group: Id, sends: ReadonlyMap<Id, ReadonlySet<Id>>): Set<Id> {
  const reached = new Set<Id>();
  const open = [group];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const target of sends.get(one) ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return reached;
}
