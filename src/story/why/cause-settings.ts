/** The fields that rule over a cause or an event: how soon it is noticed, how long others wait for it. */
import type { SimulationEvent } from '../../simulator/event.ts';
import { formatDuration, formatTime } from '../../topology/duration.ts';
import { type FieldRow, fields } from '../../topology/fields.ts';
import type { Component, Id, LoadBalancer, Topology } from '../../topology/types.ts';
import type { Cause, Fact } from '../fact.ts';
import type { Setting } from '../setting.ts';

/** A setting, and what its field means, in the words of the format. */
export interface Explained extends Setting {
  readonly means: string;
}

/** Those that rule over a cause, the most telling first. */
export function settingsOfCause(cause: Cause, topology: Topology): readonly Explained[] {
  switch (cause.kind) {
    case 'believes':
      return cause.by.flatMap((by) => beliefs(by, cause.server, topology));
    case 'no-server':
      return cause.balancers.flatMap((by) => checks(by, undefined, topology, 'rise'));
    case 'cut-off':
      return cause.from.flatMap((from) => patience(from, 'connect', topology));
    case 'avoids':
      return cause.by.flatMap((by) => cause.targets.flatMap((target) => leavesAlone(by, target, topology)));
    case 'read-only':
      return ofKind(cause.database, 'database', topology, ({ readOnly }) => [['read_only', `${readOnly}`]]);
    case 'trouble':
      return cause.at.flatMap((at) => troubled(at, cause.how, topology));
    case 'stale-address':
    case 'kept-out':
    case 'tls':
    case 'dns':
    case 'lossy':
    case 'delayed':
      return [];
  }
}

/** Those that rule over what somebody did. */
export function settingsOfEvent(event: SimulationEvent, topology: Topology): readonly Explained[] {
  const { who, about } = event;
  switch (event.what) {
    case 'marks-down':
      return checks(who, about, topology, 'fall');
    case 'marks-up':
      return checks(who, about, topology, 'rise');
    case 'takes-vip':
      return ofKind(who, 'keepalived', topology, ({ advertInt }) => [['advert_int', formatTime(advertInt)]]);
    case 'drops-vip':
      return keepaliveds(who, topology);
    case 'promotes':
      return ofKind(who, 'orchestrator', topology, ({ detect, agree }) => [
        ['detect', formatTime(detect)],
        ['agree', agree],
      ]);
    case 'degrades':
      return ofKind(who, 'database', topology, ({ rplSemiSyncSourceTimeout }) => [
        ['rpl_semi_sync_source_timeout', formatTime(rplSemiSyncSourceTimeout)],
      ]);
    default:
      return [];
  }
}

/** Those that rule over what the narrator found besides. */
export function settingsOfFact(fact: Fact, topology: Topology): readonly Explained[] {
  switch (fact.kind) {
    case 'still-avoided':
      return fact.by.flatMap((by) => leavesAlone(by, fact.target, topology));
    case 'asks-again':
      return [...leavesAlone(fact.by, fact.target, topology), ...patience(fact.by, 'connect', topology)];
    case 'queue-full':
      return ofKind(fact.at, 'app-server', topology, ({ backlog }) => [['backlog', `${backlog}`]]);
    case 'vip':
      return topology.components.flatMap(({ id }) => keepaliveds(id, topology));
    case 'reads':
    case 'unnoticed':
      return topology.components.flatMap(({ id }) => readsOf(id, fact, topology));
    default:
      return [];
  }
}

/** Whoever reads elsewhere owes it to its list of databases. */
function readsOf(id: Id, fact: Fact, topology: Topology): readonly Explained[] {
  if (fact.kind === 'unnoticed' && fact.thanksTo?.kind !== 'reads') return [];
  return ofKind(id, 'app-server', topology, ({ reads }) => [['reads', `[${reads.join(', ')}]`]]);
}

// -- who rules ------------------------------------------------------------------------------------------------------

/** Until it stops believing, and what it does with those whom it has sent there. */
function beliefs(by: Id, server: Id, topology: Topology): readonly Explained[] {
  const again = ofKind(by, 'load-balancer', topology, ({ redispatch, retries }) => [
    ['redispatch', `${redispatch}`],
    ['retries', `${retries}`],
  ]);
  return [...checks(by, server, topology, 'fall'), ...again, ...keepaliveds(by, topology)];
}

function checks(
  by: Id,
  server: Id | undefined,
  topology: Topology,
  way: 'fall' | 'rise',
): readonly Explained[] {
  return ofKind(by, 'load-balancer', topology, ({ servers }) => {
    const line = servers.find(({ id }) => id === server) ?? servers[0];
    if (line === undefined) return [];
    const path = `servers.${line.id}`;
    if (!line.check) return [[`${path}.check`, 'false']];
    return [
      [`${path}.inter`, formatTime(line.inter)],
      [`${path}.${way}`, `${line[way]}`],
    ];
  });
}

function keepaliveds(id: Id, topology: Topology): readonly Explained[] {
  return ofKind(id, 'keepalived', topology, ({ trackScript, advertInt }) =>
    trackScript === undefined || trackScript === null
      ? [
          ['track_script', 'none'],
          ['advert_int', formatTime(advertInt)],
        ]
      : [
          ['track_script.interval', formatTime(trackScript.interval)],
          ['track_script.fall', `${trackScript.fall}`],
        ],
  );
}

/** How long it waits for those behind it. */
function patience(id: Id, what: 'connect' | 'answer', topology: Topology): readonly Explained[] {
  const isConnect = what === 'connect';
  return [
    ...ofKind(id, 'load-balancer', topology, ({ timeout }) => [
      isConnect
        ? ['timeout.connect', formatTime(timeout.connect)]
        : ['timeout.server', formatTime(timeout.server)],
    ]),
    ...ofKind(id, 'web-server', topology, ({ proxyConnectTimeout, proxyReadTimeout }) => [
      isConnect
        ? ['proxy_connect_timeout', formatTime(proxyConnectTimeout)]
        : ['proxy_read_timeout', formatTime(proxyReadTimeout)],
    ]),
    ...ofKind(id, 'app-server', topology, ({ databaseTimeout }) => [
      isConnect
        ? ['database-timeout.connect', formatTime(databaseTimeout.connect)]
        : ['database-timeout.read', formatTime(databaseTimeout.read)],
    ]),
  ];
}

function leavesAlone(by: Id, target: Id, topology: Topology): readonly Explained[] {
  return ofKind(by, 'web-server', topology, ({ upstream }) => {
    const member = upstream.find(({ id }) => id === target);
    if (member === undefined) return [];
    return [
      [`upstream.${target}.fail_timeout`, formatTime(member.failTimeout)],
      [`upstream.${target}.max_fails`, `${member.maxFails}`],
    ];
  });
}

function troubled(
  at: Id,
  how: Extract<Cause, { kind: 'trouble' }>['how'],
  topology: Topology,
): readonly Explained[] {
  if (how === 'awaits-replica') {
    return ofKind(at, 'database', topology, ({ rplSemiSyncSourceTimeout }) => [
      ['rpl_semi_sync_source_timeout', formatTime(rplSemiSyncSourceTimeout)],
    ]);
  }
  if (how === 'queue' || how === 'slow') {
    return ofKind(at, 'app-server', topology, ({ workers, service }) => [
      ['workers', `${workers}`],
      ['service', formatDuration(service)],
    ]);
  }
  const askers = askersOf(at, topology);
  if (how === 'silent' || how === 'no-power') {
    const what = how === 'silent' ? 'answer' : 'connect';
    return askers.flatMap(({ id }) => [
      ...patience(id, what, topology),
      ...checksOfBalancers(id, at, topology),
    ]);
  }
  return askers.flatMap(({ id }) => [
    ...checksOfBalancers(id, at, topology),
    ...ofKind(id, 'web-server', topology, ({ proxyNextUpstream }) => [
      ['proxy_next_upstream', `[${proxyNextUpstream.join(', ')}]`],
    ]),
    ...ofKind(id, 'app-server', topology, ({ writes, reads }) =>
      writes === at ? [['writes', at]] : [['reads', `[${reads.join(', ')}]`]],
    ),
  ]);
}

function checksOfBalancers(id: Id, at: Id, topology: Topology): readonly Explained[] {
  const isServer = (balancer: LoadBalancer) => balancer.servers.some((server) => server.id === at);
  const balancer = topology.components.find((each) => each.id === id);
  return balancer?.kind === 'load-balancer' && isServer(balancer) ? beliefs(id, at, topology) : [];
}

/** Who asks it, and if it is a host, who asks what runs on it. */
function askersOf(at: Id, { components }: Topology): readonly Component[] {
  const asked = new Set([at, ...components.filter(({ host }) => host === at).map(({ id }) => id)]);
  return components.filter((each) => {
    switch (each.kind) {
      case 'load-balancer':
        return each.servers.some(({ id }) => asked.has(id));
      case 'web-server':
        return each.upstream.some(({ id }) => asked.has(id));
      case 'app-server':
        return [each.writes, ...each.reads].some((id) => id !== undefined && asked.has(id));
      default:
        return false;
    }
  });
}

// -- in words --------------------------------------------------------------------------------------------------------

type Named = readonly (readonly [field: string, value: string])[];

function ofKind<K extends Component['kind']>(
  id: Id,
  kind: K,
  { components }: Topology,
  named: (component: Extract<Component, { kind: K }>) => Named,
): readonly Explained[] {
  const isIt = (each: Component): each is Extract<Component, { kind: K }> =>
    each.id === id && each.kind === kind;
  const component = components.find(isIt);
  if (component === undefined) return [];
  return named(component).map(([field, value]) => ({ of: id, field, value, means: meaningOf(kind, field) }));
}

/** What the table of fields says of it; `servers.web-1.fall` stands there as `servers.ID.fall`. */
function meaningOf(section: FieldRow['section'], field: string): string {
  const path = field.replace(/^(servers|upstream)\.[^.]+\./, '$1.ID.');
  return fields.find((row) => row.section === section && row.path === path)?.means ?? '';
}
