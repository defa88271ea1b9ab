import type { Id, Kind, Micros } from '../topology/types.ts';
import type { CheckEnd } from './components/health-check.ts';
import type { SimulationEvent } from './event.ts';
import type { Fault } from './faults/fault.ts';
import type { FunctionName } from './function-name.ts';
import type { FiringAlert } from './monitor.ts';
import type { ProcessState } from './process-state.ts';
import type { MonitorSample } from './report.ts';
import type { TimelineSecond } from './timeline.ts';
import type { TroubleView } from './trouble.ts';

/** One component as a live screen shows it. */
/** What a balancer thinks of a server. Drained: nothing new; in maintenance: no checks either. */
export type Belief = 'up' | 'down' | 'drain' | 'maint';

export interface ComponentView {
  readonly id: Id;
  readonly kind: Kind;
  readonly host: Id;
  readonly state: ProcessState;
  /** requests that others directed to it in the last full second */
  readonly rate: number;
  /** of those, the ones that failed there */
  readonly failedRate: number;
  /** requests inside it or in its queue now */
  readonly waiting: number;
  /** since when its accept queue has been full, so that its kernel drops new connections; undefined: it has room */
  readonly fullSince: Micros | undefined;
  /** faults that act on it now */
  readonly faults: readonly Fault[];
  /** load balancer: what it believes of each server */
  readonly servers?: readonly {
    readonly id: Id;
    readonly believed: Belief;
    readonly checksFailed: number;
    /** requests given to it and not finished */
    readonly served: number;
    /** its health checks, where it has them: how the newest ended, and when the next begins */
    readonly check?: { readonly last: CheckEnd | undefined; readonly due: Micros };
  }[];
  /** load balancer: requests that wait for a free place at a server */
  readonly queued?: number;
  /** keepalived: its state, and whether its host holds the VIP */
  readonly vrrp?: {
    readonly state: 'MASTER' | 'BACKUP' | 'FAULT';
    readonly vip: Id;
    readonly holds: boolean;
    /** its script has found what it watches dead; false without a script */
    readonly scriptFails: boolean;
  };
  /** database */
  readonly database?: {
    readonly role: 'primary' | 'replica';
    readonly readOnly: boolean;
    /** a replica's true lag, in microseconds; undefined while it does not receive */
    readonly lag: Micros | undefined;
    /** a primary waits for a replica (`on`), not for now (`degraded`) or never; a replica acknowledges or doesn't */
    readonly semiSync: 'on' | 'degraded' | 'acknowledges' | 'off';
    /** commits whose answer waits for a replica to acknowledge them */
    readonly unacknowledged: number;
    /** reads answered and rows committed in the last full second */
    readonly readsRate: number;
    /** of those reads, the ones whose users had written something newer */
    readonly staleRate: number;
    readonly writesRate: number;
  };
  /** application server: the database that it writes to now */
  readonly writesTo?: Id | undefined;
  /** application server: the version that it runs, and how that is worse than what its fields say */
  readonly version?: { readonly name: string; readonly makesErrors: boolean; readonly isSlower: boolean };
  /** web or application server: whom it asked nothing in the last second since they failed it, and until when */
  readonly avoids?: readonly { readonly id: Id; readonly until: Micros }[];
}

export interface HostView {
  readonly id: Id;
  readonly on: boolean;
  /** its collector, where it has one */
  readonly collector?: ProcessState;
  /** share of its CPUs in use over the last full second */
  readonly cpu: number;
}

/** A link with a fault on it; `all` is everything outside. */
export interface LinkView {
  readonly ends: readonly [Id, Id];
  readonly cut: boolean;
  readonly fault: Fault;
}

/** Requests that started in one second. */
export interface SecondView {
  readonly t: number;
  readonly total: number;
  readonly ok: number;
  readonly failed: number;
  readonly unfinished: number;
}

/** Everything that a live screen shows, taken at one moment. */
export interface WorldView {
  readonly now: Micros;
  readonly components: readonly ComponentView[];
  readonly hosts: readonly HostView[];
  /** where the network brings what is sent to a virtual IP: to the host that announced it last, whether it holds it or not */
  readonly vips: readonly { readonly vip: Id; readonly leadsTo: Id; readonly isHeld: boolean }[];
  /** every fault that acts now, in the order in which they began */
  readonly standing: readonly Fault[];
  /** one entry for each of them that acts on a link */
  readonly links: readonly LinkView[];
  readonly traffic: {
    /** offered now, requests per second */
    readonly rate: number;
    /** decided in the last full second */
    readonly answered: number;
    readonly failed: number;
    /** started and not decided yet */
    readonly waiting: number;
    /** ok / (ok + failed) since the start */
    readonly availability: number;
    /** over the last 10 s, in milliseconds; undefined when nothing was answered */
    readonly p95: number | undefined;
    /** good answers since the start, and the time that they took together */
    readonly answers: Readonly<Record<FunctionName, { readonly count: number; readonly time: Micros }>>;
    /** outcomes since the start, e.g. `200`, `503`, `client-timeout` */
    readonly byOutcome: Readonly<Record<string, number>>;
  };
  readonly writes: {
    readonly acknowledged: number;
    readonly lost: number;
    /** when the newest one was acknowledged, and when the first after a pause of a second and more; 0: none was */
    readonly lastAt: Micros;
    readonly againAt: Micros;
  };
  readonly reads: {
    readonly total: number;
    readonly stale: number;
    /** when the newest read of old data was, and when the first after a pause of 3 s; undefined: none was */
    readonly staleAt: { readonly last: Micros; readonly since: Micros } | undefined;
  };
  /** what the monitoring service knows, where there is one: later and coarser than the truth */
  readonly monitor?: {
    readonly service: string;
    /** its newest sample; undefined before the first */
    readonly sample: MonitorSample | undefined;
    /** the newest 200, oldest first */
    readonly samples: readonly MonitorSample[];
    readonly firing: readonly FiringAlert[];
  };
  /** what passive readers have seen so far */
  readonly wiretaps: readonly {
    readonly link: string;
    readonly messages: number;
    readonly readable: number;
  }[];
  /** the newest 120 seconds, oldest first */
  readonly seconds: readonly SecondView[];
  /** what the users saw in each full second: the newest 400, oldest first */
  readonly timeline: readonly TimelineSecond[];
  /** how long the oldest request that has no answer yet has waited; 0 when none waits */
  readonly oldestWait: Micros;
  /** hostile requests in the last full second: to whom, how many, and whether anything came back */
  readonly floods: readonly {
    readonly host: Id;
    readonly at: Id;
    readonly rate: number;
    readonly passes: boolean;
  }[];
  /** where each of the site's names leads whoever asks now; caches may still say otherwise */
  readonly names: readonly { readonly name: string; readonly leadsTo: readonly Id[] }[];
  /** names of certificates that users don't accept any more */
  readonly expired: readonly string[];
  /** where requests wait or fail, the worst first */
  readonly trouble: readonly TroubleView[];
  /** start of the newest request that failed, took long or waits for long; undefined: none did so far */
  readonly lastTroubled: Micros | undefined;
  /** how many failed or took long so far */
  readonly troubled: number;
  /** all events so far, oldest first (the newest 1000) */
  readonly events: readonly SimulationEvent[];
}
