import { type Entry, type Located, type LocatedMap, merge, valueAt } from '../text/located.ts';
import {
  appServerShape,
  databaseShape,
  keepalivedShape,
  loadBalancerShape,
  orchestratorShape,
  webServerShape,
} from './component-fields.ts';
import type { Reading } from './field-types.ts';
import { readShape, type Values, type Where } from './shape.ts';
import type {
  AppServer,
  Component,
  Database,
  Id,
  Keepalived,
  Kind,
  LoadBalancer,
  Orchestrator,
  Tls,
  TrackScript,
  WebServer,
} from './types.ts';

/** A component as it was written, with its kind's `defaults` already under it. */
export interface WrittenComponent {
  readonly id: Id;
  readonly host: Id;
  readonly kind: Kind;
  readonly node: LocatedMap;
  readonly where: Where;
}

type Builder = (written: WrittenComponent, reading: Reading) => Component;

const builders: Readonly<Record<Kind, Builder>> = {
  'load-balancer': loadBalancer,
  'web-server': webServer,
  'app-server': appServer,
  database,
  orchestrator,
  keepalived,
};

/** Reads one component by the table of fields of its kind. */
export function buildComponent(written: WrittenComponent, reading: Reading): Component {
  return builders[written.kind](written, reading);
}

/** Each server line stands on `default-server`. */
function withDefaultServer(node: LocatedMap): LocatedMap {
  const base = valueAt(node, 'default-server');
  const servers = node.entries.get('servers');
  if (base?.type !== 'map' || servers?.value.type !== 'map') return node;
  const entries = new Map<string, Entry>();
  for (const [id, { at, value }] of servers.value.entries) {
    const written: Located = value.type === 'scalar' && value.empty ? base : merge(base, value);
    entries.set(id, { at, value: written });
  }
  const merged: Entry = { at: servers.at, value: { ...servers.value, entries } };
  return { ...node, entries: new Map(node.entries).set('servers', merged) };
}

function loadBalancer({ id, host, node, where }: WrittenComponent, reading: Reading): LoadBalancer {
  const read = readShape(loadBalancerShape, withDefaultServer(node), where, reading);
  return {
    id,
    host,
    kind: 'load-balancer',
    mode: read.mode,
    balance: read.balance,
    servers: read.servers.map((server) => ({
      id: server.id,
      check: server.check,
      inter: server.inter,
      fastinter: server.fastinter,
      downinter: server.downinter,
      fall: server.fall,
      rise: server.rise,
      weight: server.weight,
      maxconn: server.maxconn,
      backup: server.backup,
      slowstart: server.slowstart,
      onMarkedDown: server['on-marked-down'],
    })),
    httpchk: read.httpchk,
    retries: read.retries,
    redispatch: read.redispatch,
    retryOn: read['retry-on'],
    timeout: read.timeout,
    cookie: read.cookie,
    tls: read.tls satisfies Tls | undefined,
  };
}

function webServer({ id, host, node, where }: WrittenComponent, reading: Reading): WebServer {
  const read = readShape(webServerShape, node, where, reading);
  return {
    id,
    host,
    kind: 'web-server',
    service: read.service,
    cpu: read.cpu,
    static: read.static,
    upstream: read.upstream.map((member) => ({
      id: member.id,
      weight: member.weight,
      maxFails: member.max_fails,
      failTimeout: member.fail_timeout,
      backup: member.backup,
    })),
    proxyNextUpstream: read.proxy_next_upstream,
    proxyConnectTimeout: read.proxy_connect_timeout,
    proxyReadTimeout: read.proxy_read_timeout,
    workerProcesses: read.worker_processes,
    workerConnections: read.worker_connections,
    keepalive: read.keepalive,
  };
}

function appServer({ id, host, node, where }: WrittenComponent, reading: Reading): AppServer {
  const read = readShape(appServerShape, node, where, reading);
  return {
    id,
    host,
    kind: 'app-server',
    workers: read.workers,
    service: read.service,
    cpu: read.cpu,
    backlog: read.backlog,
    codebase: read.codebase,
    writes: read.writes,
    reads: readsOf(read, node),
    databaseTimeout: read['database-timeout'],
    sessions: read.sessions,
    coldStart: read['cold-start'],
  };
}

/** Who only says where it writes reads there too. */
function readsOf(read: Values<typeof appServerShape>, node: LocatedMap): readonly Id[] {
  return !node.entries.has('reads') && read.writes !== undefined ? [read.writes] : read.reads;
}

function database({ id, host, node, where }: WrittenComponent, reading: Reading): Database {
  const read = readShape(databaseShape, node, where, reading);
  return {
    id,
    host,
    kind: 'database',
    role: read.role,
    source: read.source,
    read: read.read,
    write: read.write,
    apply: read.apply,
    cpu: read.cpu,
    replication: read.replication,
    semiSyncTimeout: read.rpl_semi_sync_source_timeout,
    replicaParallelWorkers: read.replica_parallel_workers,
    fencing: read.fencing,
    readOnly: read.read_only,
  };
}

function orchestrator({ id, host, node, where }: WrittenComponent, reading: Reading): Orchestrator {
  const read = readShape(orchestratorShape, node, where, reading);
  return { id, host, kind: 'orchestrator', ...read };
}

function keepalived({ id, host, node, where }: WrittenComponent, reading: Reading): Keepalived {
  const read = readShape(keepalivedShape, node, where, reading);
  const trackScript: TrackScript | undefined = read.track_script;
  return {
    id,
    host,
    kind: 'keepalived',
    vip: read.vip,
    priority: read.priority,
    advertInt: read.advert_int,
    preempt: read.preempt,
    trackScript,
  };
}
