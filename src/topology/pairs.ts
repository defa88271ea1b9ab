import { isDatabaseProxy } from './database-proxy.ts';
import { portOf } from './ports.ts';
import type { Component, Host, Id, Keepalived, Topology } from './types.ts';

/** What is spoken between two ends. */
export type Protocol = 'http' | 'mysql' | 'vrrp' | 'orchestrator' | 'metrics';

/** One pair of ends that talk. `from` opens the connection; VRRP and orchestrators talk both ways. */
export interface TalkingPair {
  /** a component, `users`, or `collector@HOST` */
  readonly from: Id;
  /** a component, or `users` for the Internet's end */
  readonly to: Id;
  /** hosts; `users` is its own */
  readonly fromHost: Id;
  readonly toHost: Id;
  readonly protocol: Protocol;
  /** what a firewall at the receiving host must let in; undefined where the model opens no port */
  readonly port: number | 'vrrp' | undefined;
}

/** The Internet's end of a link. */
export const users = 'users';

/** The hosts that run a component: one, or several for an orchestrator. */
export function hostsOf(topology: Topology, id: Id): readonly Id[] {
  return topology.hosts.filter(({ runs }) => runs.includes(id)).map((host) => host.id);
}

/** The keepaliveds that can hold a virtual IP. */
export function holdersOf(topology: Topology, vip: Id): readonly Keepalived[] {
  return topology.components.filter((c): c is Keepalived => c.kind === 'keepalived' && c.vip === vip);
}

/** Who may answer at an address: the component itself, or the balancers on the hosts that can hold the virtual IP. */
export function listenersAt(topology: Topology, address: Id): readonly Component[] {
  const itself = topology.components.find(({ id }) => id === address);
  if (itself) return [itself];
  const homes = new Set(holdersOf(topology, address).flatMap(({ id }) => hostsOf(topology, id)));
  return topology.components.filter(({ kind, host }) => kind === 'load-balancer' && homes.has(host));
}

/** Every pair of ends that talk, as follows from the file alone; each once, in the order of the file. */
export function linksOf(topology: Topology): readonly TalkingPair[] {
  const components = new Map(topology.components.map((component) => [component.id, component]));
  const pairs = new Map<string, TalkingPair>();
  const add = (pair: TalkingPair): void => {
    const key = `${pair.from} ${pair.fromHost} ${pair.to} ${pair.toHost}`;
    if (!pairs.has(key)) pairs.set(key, pair);
  };
  for (const listener of topology.dns.flatMap(({ A }) => A.flatMap((a) => listenersAt(topology, a)))) {
    add(toComponent(users, users, listener, 'http', topology));
  }
  for (const component of topology.components) {
    for (const host of hostsOf(topology, component.id)) {
      for (const [id, protocol] of calledBy(component, topology)) {
        const callee = components.get(id);
        if (callee) add(toComponent(component.id, host, callee, protocol, topology));
      }
    }
  }
  for (const pair of [...adverts(topology), ...agreements(topology)]) add(pair);
  for (const { id, collector } of topology.hosts) {
    if (collector && topology.monitoring) add(toMonitoring(id));
  }
  return [...pairs.values()];
}

function toComponent(
  from: Id,
  fromHost: Id,
  to: Component,
  protocol: Protocol,
  { components }: Topology,
): TalkingPair {
  return { from, to: to.id, fromHost, toHost: to.host, protocol, port: portOf(to, components) };
}

/** A collector pushes outwards; the monitoring is a service on the Internet. */
function toMonitoring(host: Id): TalkingPair {
  const from = `collector@${host}`;
  return { from, to: users, fromHost: host, toHost: users, protocol: 'metrics', port: undefined };
}

/** Whom a component opens connections to. */
function calledBy(component: Component, { components }: Topology): readonly (readonly [Id, Protocol])[] {
  switch (component.kind) {
    case 'load-balancer':
      return component.servers.map(
        ({ id }) => [id, isDatabaseProxy(component, components) ? 'mysql' : 'http'] as const,
      );
    case 'web-server':
      return component.upstream.map(({ id }) => [id, 'http'] as const);
    case 'app-server':
      return [component.writes ?? [], component.reads].flat().map((id) => [id, 'mysql'] as const);
    case 'database':
      return component.source === undefined ? [] : [[component.source, 'mysql']];
    case 'orchestrator':
      return component.watches.map((id) => [id, 'mysql'] as const);
    case 'keepalived':
      return [];
  }
}

/** The keepaliveds of one virtual IP hear each other's adverts. */
function adverts(topology: Topology): readonly TalkingPair[] {
  const keepaliveds = topology.components.filter((c): c is Keepalived => c.kind === 'keepalived');
  return keepaliveds.flatMap((one, index) =>
    keepaliveds
      .slice(index + 1)
      .filter(({ vip }) => vip === one.vip)
      .map((other): TalkingPair => {
        const hosts = { fromHost: one.host, toHost: other.host };
        return { from: one.id, to: other.id, ...hosts, protocol: 'vrrp', port: 'vrrp' };
      }),
  );
}

/** The orchestrators must agree: each process with each other, wherever they run. */
function agreements(topology: Topology): readonly TalkingPair[] {
  const processes = topology.components
    .filter(({ kind }) => kind === 'orchestrator')
    .flatMap(({ id }) => hostsOf(topology, id).map((host) => ({ id, host })));
  return processes.flatMap((one, index) =>
    processes.slice(index + 1).map((other): TalkingPair => {
      const hosts = { fromHost: one.host, toHost: other.host };
      return { from: one.id, to: other.id, ...hosts, protocol: 'orchestrator', port: undefined };
    }),
  );
}

/** Two hosts that talk, each pair once, in the order of the file's hosts; never the links of `users`. */
export function hostPairs(topology: Topology): readonly (readonly [Id, Id])[] {
  const order = new Map(topology.hosts.map(({ id }: Host, index) => [id, index]));
  const rank = (id: Id): number => order.get(id) ?? -1;
  const pairs = new Map<string, readonly [Id, Id]>();
  for (const { fromHost, toHost } of linksOf(topology)) {
    if (fromHost === toHost || fromHost === users || toHost === users) continue;
    const pair =
      rank(fromHost) < rank(toHost) ? ([fromHost, toHost] as const) : ([toHost, fromHost] as const);
    pairs.set(pair.join(' '), pair);
  }
  return [...pairs.values()].sort((a, b) => rank(a[0]) - rank(b[0]) || rank(a[1]) - rank(b[1]));
}
