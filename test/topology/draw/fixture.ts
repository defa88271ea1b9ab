import type {
  AppServer,
  BalancedServer,
  Component,
  Database,
  Host,
  Id,
  Keepalived,
  LoadBalancer,
  Topology,
  Upstream,
  WebServer,
} from '../../../src/topology/types.ts';

const second = 1_000_000;
const constant = { shape: 'constant', mean: 1000, cv: 0 } as const;

/** A topology from its hosts and components, with the rest as it is in a plain file. */
export function topology(
  hosts: Readonly<Record<Id, readonly Component[]>>,
  entries: readonly Id[],
  changes: Partial<Topology> = {},
): Topology {
  return {
    id: 'sample',
    title: 'Sample',
    file: 'sample.yaml',
    traffic: {
      rate: 100,
      arrivals: 'poisson',
      writes: 0.1,
      timeout: 10 * second,
      clients: 1000,
      keepAlive: false,
      nextAddress: true,
      loop: 'open',
      think: second,
      retries: { attempts: 0, backoff: 0, jitter: 0 },
    },
    dns: [{ name: 'www.foobar.com', A: entries, ttl: 300 * second, negativeTtl: 60 * second }],
    hosts: Object.entries(hosts).map(([id, runs]) => host(id, runs)),
    components: Object.entries(hosts).flatMap(([id, runs]) => runs.map((one) => ({ ...one, host: id }))),
    certificates: [],
    monitoring: undefined,
    links: [],
    switches: [],
    ...changes,
  };
}

function host(id: Id, runs: readonly Component[]): Host {
  return { id, cpus: 2, runs: runs.map((one) => one.id), firewall: undefined, collector: false };
}

export function balancer(id: Id, servers: readonly Id[], changes: Partial<LoadBalancer> = {}): LoadBalancer {
  return {
    kind: 'load-balancer',
    id,
    host: '',
    mode: 'http',
    balance: 'roundrobin',
    servers: servers.map(balanced),
    httpchk: false,
    retries: 3,
    redispatch: false,
    retryOn: ['conn-failure'],
    timeout: {
      connect: 5 * second,
      client: 50 * second,
      server: 50 * second,
      queue: 5 * second,
      check: undefined,
    },
    cookie: false,
    mysqlCheck: false,
    tls: undefined,
    ...changes,
  };
}

function balanced(id: Id): BalancedServer {
  const inter = 2 * second;
  return {
    id,
    check: true,
    inter,
    fastinter: inter,
    downinter: inter,
    fall: 3,
    rise: 2,
    weight: 1,
    maxconn: undefined,
    backup: false,
    disabled: false,
    slowstart: 0,
    onMarkedDown: 'none',
  };
}

export function web(id: Id, upstream: readonly Id[]): WebServer {
  return {
    kind: 'web-server',
    id,
    host: '',
    service: constant,
    cpu: 1,
    static: 0,
    upstream: upstream.map(
      (member): Upstream => ({ id: member, weight: 1, maxFails: 1, failTimeout: 10 * second, backup: false }),
    ),
    proxyNextUpstream: ['error', 'timeout'],
    proxyConnectTimeout: 60 * second,
    proxyReadTimeout: 60 * second,
    workerProcesses: 1,
    workerConnections: 512,
    keepalive: 0,
  };
}

export function app(id: Id, writes: Id | undefined, reads: readonly Id[]): AppServer {
  return {
    kind: 'app-server',
    id,
    host: '',
    workers: 8,
    service: constant,
    cpu: 1,
    backlog: 511,
    codebase: 'v1',
    versions: [],
    writes,
    reads,
    databaseTimeout: { connect: second, read: 5 * second },
    sessions: 'shared',
    coldStart: 0,
  };
}

export function database(id: Id, source?: Id): Database {
  return {
    kind: 'database',
    id,
    host: '',
    role: source === undefined ? 'primary' : 'replica',
    source,
    read: constant,
    write: constant,
    apply: constant,
    cpu: 1,
    replication: 'async',
    rplSemiSyncSourceTimeout: 10 * second,
    replicaParallelWorkers: 4,
    fencing: true,
    readOnly: source !== undefined,
  };
}

export function keepalived(id: Id, vip: Id, priority: number): Keepalived {
  return {
    kind: 'keepalived',
    id,
    host: '',
    vip,
    priority,
    advertInt: second,
    preempt: true,
    trackScript: undefined,
  };
}
