/**
 * The topology: one infrastructure as data, with every default filled in.
 * It is what a YAML file says (DESIGN of the format: docs/authoring.md) after `defaults`, switches and
 * `--set` are applied; drawing, simulator and analysis all read this and nothing else.
 * Units: every time is an integer number of microseconds, every share lies in 0..1, rates are per second.
 */

/** Microseconds, an integer. */
export type Micros = number;
/** The id of a component, host, VIP, name or orchestrator. */
export type Id = string;

/** How long a piece of work takes. `cv` is the coefficient of variation (0 for constant, 1 for exponential). */
export interface Duration {
  readonly shape: 'constant' | 'exponential' | 'lognormal';
  readonly mean: Micros;
  readonly cv: number;
}

export interface Traffic {
  readonly rate: number;
  readonly arrivals: 'poisson' | 'even';
  /** share of requests that are writes (POST) */
  readonly writes: number;
  /** a client's whole patience */
  readonly timeout: Micros;
  readonly clients: number;
  readonly keepAlive: boolean;
  readonly nextAddress: boolean;
  readonly loop: 'open' | 'closed';
  readonly think: Micros;
  readonly retries: { readonly attempts: number; readonly backoff: Micros; readonly jitter: number };
}

export interface DnsName {
  readonly name: string;
  /** components or VIPs */
  readonly A: readonly Id[];
  readonly ttl: Micros;
  readonly negativeTtl: Micros;
}

export interface FirewallRule {
  /** a port number, or VRRP (IP protocol 112) */
  readonly port: number | 'vrrp';
  /** a component, a host, or anywhere */
  readonly from: Id | 'anywhere';
}

export interface Firewall {
  readonly in: readonly FirewallRule[];
  readonly action: 'drop' | 'reject';
}

export interface Host {
  readonly id: Id;
  readonly cpus: number;
  readonly runs: readonly Id[];
  readonly firewall: Firewall | undefined;
  readonly collector: boolean;
}

interface ComponentBase {
  readonly id: Id;
  /** the first host that runs it */
  readonly host: Id;
}

export interface BalancedServer {
  readonly id: Id;
  readonly check: boolean;
  readonly inter: Micros;
  readonly fastinter: Micros;
  readonly downinter: Micros;
  readonly fall: number;
  readonly rise: number;
  readonly weight: number;
  /** undefined: no limit */
  readonly maxconn: number | undefined;
  readonly backup: boolean;
  readonly slowstart: Micros;
  readonly onMarkedDown: 'none' | 'shutdown-sessions';
}

export type RetryOn =
  | 'conn-failure'
  | 'empty-response'
  | 'response-timeout'
  | '500'
  | '501'
  | '502'
  | '503'
  | '504'
  | 'all-retryable-errors';

export interface Tls {
  /** a key of `certificates` */
  readonly certificate: string;
  readonly mode: 'terminate' | 'reencrypt' | 'passthrough';
  readonly version: '1.2' | '1.3';
  readonly resumption: boolean;
}

export interface LoadBalancer extends ComponentBase {
  readonly kind: 'load-balancer';
  readonly mode: 'http' | 'tcp';
  readonly balance: 'roundrobin' | 'static-rr' | 'leastconn' | 'random' | 'source';
  readonly servers: readonly BalancedServer[];
  readonly httpchk: boolean;
  readonly retries: number;
  readonly redispatch: boolean;
  readonly retryOn: readonly RetryOn[];
  readonly timeout: {
    readonly connect: Micros;
    readonly client: Micros;
    readonly server: Micros;
    readonly queue: Micros;
    /** undefined: a check has `inter` in all (HAProxy 2.6 configuration manual, "timeout check") */
    readonly check: Micros | undefined;
  };
  readonly cookie: boolean;
  readonly tls: Tls | undefined;
}

export interface Upstream {
  readonly id: Id;
  readonly weight: number;
  readonly maxFails: number;
  readonly failTimeout: Micros;
  readonly backup: boolean;
}

export interface WebServer extends ComponentBase {
  readonly kind: 'web-server';
  readonly service: Duration;
  readonly cpu: number;
  /** share of requests answered from its own files */
  readonly static: number;
  readonly upstream: readonly Upstream[];
  readonly proxyNextUpstream: readonly ('error' | 'timeout' | 'non_idempotent' | 'http_5xx' | 'off')[];
  readonly proxyConnectTimeout: Micros;
  readonly proxyReadTimeout: Micros;
  readonly workerProcesses: number;
  readonly workerConnections: number;
  readonly keepalive: number;
}

export interface AppServer extends ComponentBase {
  readonly kind: 'app-server';
  readonly workers: number;
  readonly service: Duration;
  readonly cpu: number;
  readonly backlog: number;
  readonly codebase: string;
  readonly writes: Id | undefined;
  readonly reads: readonly Id[];
  readonly databaseTimeout: { readonly connect: Micros; readonly read: Micros };
  readonly sessions: 'shared' | 'memory';
  readonly coldStart: Micros;
}

export interface Database extends ComponentBase {
  readonly kind: 'database';
  readonly role: 'primary' | 'replica';
  readonly source: Id | undefined;
  readonly read: Duration;
  readonly write: Duration;
  readonly apply: Duration;
  readonly cpu: number;
  readonly replication: 'async' | 'semi-sync';
  /** rpl_semi_sync_source_timeout */
  readonly semiSyncTimeout: Micros;
  readonly replicaParallelWorkers: number;
  readonly fencing: boolean;
  readonly readOnly: boolean;
}

export interface Orchestrator extends ComponentBase {
  readonly kind: 'orchestrator';
  readonly watches: readonly Id[];
  readonly detect: Micros;
  readonly agree: 'majority' | 'alone';
}

export interface TrackScript {
  readonly watches: Id;
  readonly interval: Micros;
  readonly fall: number;
  readonly rise: number;
  readonly weight: number;
}

export interface Keepalived extends ComponentBase {
  readonly kind: 'keepalived';
  readonly vip: Id;
  readonly priority: number;
  readonly advertInt: Micros;
  readonly preempt: boolean;
  readonly trackScript: TrackScript | undefined;
}

export type Component = LoadBalancer | WebServer | AppServer | Database | Orchestrator | Keepalived;
export type Kind = Component['kind'];

export interface Certificate {
  readonly name: string;
  readonly expires: Micros;
  readonly key: 'rsa2048' | 'ecdsa';
}

export interface AlertRule {
  readonly on: 'error-rate' | 'latency-p95' | 'qps' | 'down';
  readonly above: number | undefined;
  readonly below: number | undefined;
  readonly for: Micros;
}

export interface Monitoring {
  readonly service: string;
  readonly every: Micros;
  readonly evaluate: Micros;
  readonly alerts: readonly AlertRule[];
}

export interface Link {
  readonly ends: readonly [Id, Id];
  readonly delay: Micros;
  readonly loss: number;
}

/** A switch by its positions; the first is the file as it stands. The patches are applied by the reader. */
export interface Switch {
  readonly name: string;
  readonly positions: readonly string[];
  /** the position that this topology was read with */
  readonly at: string;
}

export interface Topology {
  readonly id: Id;
  readonly title: string;
  readonly file: string;
  readonly traffic: Traffic;
  readonly dns: readonly DnsName[];
  readonly hosts: readonly Host[];
  readonly components: readonly Component[];
  readonly certificates: readonly Certificate[];
  readonly monitoring: Monitoring | undefined;
  readonly links: readonly Link[];
  readonly switches: readonly Switch[];
}
