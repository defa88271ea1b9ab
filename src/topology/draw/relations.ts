import type { Component, Id, Topology } from '../types.ts';

/** Where the users stand, as links name them. */
export const users = 'users';

/** One component sends to another. */
export interface Relation {
  readonly from: Id;
  readonly to: Id;
  readonly carries: 'requests' | 'writes' | 'reads' | 'binlog';
}

/** Who sends what to whom, in the order of the file; a pair of components appears once for requests. */
export function relationsOf(topology: Topology): Relation[] {
  return topology.components.flatMap(relationsFrom);
}

function relationsFrom(component: Component): Relation[] {
  const from = component.id;
  switch (component.kind) {
    case 'load-balancer':
      return component.servers.map((server) => ({ from, to: server.id, carries: 'requests' }));
    case 'web-server':
      return component.upstream.map((member) => ({ from, to: member.id, carries: 'requests' }));
    case 'app-server': {
      const writes: Relation[] =
        component.writes === undefined ? [] : [{ from, to: component.writes, carries: 'writes' }];
      const reads = component.reads.filter((to) => to !== component.writes);
      return [...writes, ...reads.map((to): Relation => ({ from, to, carries: 'reads' }))];
    }
    case 'database':
      return component.source === undefined ? [] : [{ from: component.source, to: from, carries: 'binlog' }];
    default:
      return [];
  }
}

/** Where the names lead: components and VIPs, each once. */
export function entriesOf(topology: Topology): Id[] {
  return [...new Set(topology.dns.flatMap((name) => name.A))];
}

/** The hosts that may hold each VIP, the one with the highest priority first. */
export function holdersOf(topology: Topology): Map<Id, Id[]> {
  const holders = new Map<Id, { host: Id; priority: number }[]>();
  for (const component of topology.components) {
    if (component.kind !== 'keepalived') continue;
    const own = holders.get(component.vip) ?? [];
    if (!own.some((holder) => holder.host === component.host)) {
      own.push({ host: component.host, priority: component.priority });
    }
    holders.set(component.vip, own);
  }
  return new Map(
    [...holders].map(([vip, own]) => [
      vip,
      own.sort((one, other) => other.priority - one.priority).map((holder) => holder.host),
    ]),
  );
}

/** Two ends as a cut link is named: in alphabetical order. */
export function pairOf(one: Id, other: Id): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
