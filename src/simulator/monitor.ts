import type { AlertRule, Id, Micros, Monitoring } from '../topology/types.ts';
import { LoadBalancerProcess } from './components/load-balancer.ts';
import { WebServerProcess } from './components/web-server.ts';
import type { Clock } from './engine/clock.ts';
import { Histogram } from './engine/histogram.ts';
import type { RandomStream } from './engine/random.ts';
import type { Reporter } from './event.ts';
import type { HostRuntime } from './host.ts';
import type { Process } from './process.ts';
import type { AlertReport, MonitorSample } from './report.ts';
import type { Routes } from './routes.ts';

const SECOND = 1_000_000;
/** as far back as anybody asks when something was noticed */
const SAMPLES_SHOWN = 200;
const COLLECT = 0;
const EVALUATE = 1;

type Counted = LoadBalancerProcess | WebServerProcess;

/** What the monitoring service uses of the world. */
export interface MonitorWorld {
  readonly clock: Clock;
  readonly hosts: readonly HostRuntime[];
  readonly routes: Routes;
  readonly report: Reporter;
  stream(purpose: string): RandomStream;
  process(id: Id): Process;
  allProcesses(): readonly Process[];
}

/** What a counter stood at when it was read. */
interface Reading {
  readonly at: Micros;
  readonly requests: number;
  readonly errors: number;
}

/** An alert that fires, and what its rule is about now; undefined: the monitor sees nothing of it. */
export interface FiringAlert {
  readonly rule: AlertRule;
  readonly value: number | undefined;
}

/** An alert rule and where it stands. */
interface AlertState {
  readonly rule: AlertRule;
  /** since when its condition holds */
  since: Micros | undefined;
  firing: AlertReport | undefined;
}

/**
 * The monitoring service: what the collectors on the hosts send it. It sees the world later and coarser than it is,
 * and nothing at all where a collector is dead or cut off. Requests per second are the change of a counter.
 */
export class Monitor {
  readonly samples: MonitorSample[] = [];
  private readonly past: AlertReport[] = [];
  private readonly states: readonly AlertState[];
  private readonly counters = new Map<Counted, Reading>();
  private readonly world: MonitorWorld;
  private readonly conf: Monitoring;

  constructor(world: MonitorWorld, conf: Monitoring) {
    this.world = world;
    this.conf = conf;
    this.states = conf.alerts.map((rule) => ({ rule, since: undefined, firing: undefined }));
  }

  begin(): void {
    const phase = (every: Micros) =>
      Math.max(1, Math.round(this.world.stream('monitor phase').uniform() * every));
    this.world.clock.after(phase(this.conf.every), this, COLLECT, undefined);
    this.world.clock.after(phase(this.conf.evaluate), this, EVALUATE, undefined);
  }

  on(kind: number): void {
    if (kind === COLLECT) {
      this.collect();
      this.world.clock.after(this.conf.every, this, COLLECT, undefined);
    } else {
      for (const state of this.states) this.evaluate(state);
      this.world.clock.after(this.conf.evaluate, this, EVALUATE, undefined);
    }
  }

  /** What somebody who looks at its screen knows now. */
  view(): {
    service: string;
    sample: MonitorSample | undefined;
    samples: readonly MonitorSample[];
    firing: FiringAlert[];
  } {
    const firing = this.states.flatMap(({ rule, firing }) => {
      return firing === undefined ? [] : [{ rule, value: this.value(rule.on) }];
    });
    return {
      service: this.conf.service,
      sample: this.samples[this.samples.length - 1],
      samples: this.samples.slice(-SAMPLES_SHOWN),
      firing,
    };
  }

  alerts(): AlertReport[] {
    const firing = this.states.flatMap((state) => (state.firing === undefined ? [] : [state.firing]));
    return [...this.past, ...firing].sort((a, b) => a.fired_s - b.fired_s);
  }

  // -- collecting ----------------------------------------------------------------------------------------------

  private collect(): void {
    const down: Id[] = [];
    const seen: Counted[] = [];
    for (const host of this.world.hosts.filter((candidate) => candidate.conf.collector)) {
      if (!this.hears(host)) {
        down.push(host.id);
        continue;
      }
      for (const process of this.processesOn(host)) {
        if (!process.exists) down.push(process.id);
        else if (process instanceof WebServerProcess || isFront(process)) seen.push(process);
      }
    }
    this.samples.push({ t: this.world.clock.now / SECOND, ...this.measure(seen), down });
  }

  private hears(host: HostRuntime): boolean {
    const collector = this.world.process(`collector@${host.id}`);
    return host.on && collector.running && !this.world.routes.isolated(host.id);
  }

  private processesOn(host: HostRuntime): Process[] {
    return this.world
      .allProcesses()
      .filter((process) => process.host === host && process.kind !== 'collector');
  }

  private measure(seen: readonly Counted[]): Pick<MonitorSample, 'qps' | 'error_rate' | 'p95_ms'> {
    if (seen.length === 0) return { qps: null, error_rate: null, p95_ms: null };
    // the balancer sees what the users see; without one in sight, the web servers have to do
    const balancers = seen.filter((process) => process instanceof LoadBalancerProcess);
    const sources = balancers.length > 0 ? balancers : seen;
    let qps = 0;
    let requests = 0;
    let errors = 0;
    const latency = new Histogram();
    for (const source of seen) {
      const growth = this.growth(source);
      if (sources.includes(source)) {
        qps += growth.requests / growth.seconds;
        requests += growth.requests;
        errors += growth.errors;
        latency.addAll(source.counter.latency);
      }
      source.counter.latency.clear();
    }
    const p95 = latency.quantile(0.95);
    return {
      qps,
      error_rate: requests === 0 ? null : errors / requests,
      p95_ms: p95 === undefined ? null : p95 / 1000,
    };
  }

  /** How far the counters of a process grew since they were last read, which may be long ago. */
  private growth(source: Counted): { requests: number; errors: number; seconds: number } {
    const { requests, errors } = source.counter;
    const { now } = this.world.clock;
    const before = this.counters.get(source) ?? { at: 0, requests: 0, errors: 0 };
    this.counters.set(source, { at: now, requests, errors });
    const seconds = (now - before.at) / SECOND;
    // a counter that went down was restarted: all of it is new
    if (requests < before.requests) return { requests, errors, seconds };
    return { requests: requests - before.requests, errors: errors - before.errors, seconds };
  }

  // -- alerts --------------------------------------------------------------------------------------------------

  private evaluate(state: AlertState): void {
    const { now } = this.world.clock;
    const value = this.value(state.rule.on);
    if (value === undefined || !exceeds(value, state.rule)) {
      state.since = undefined;
      if (state.firing !== undefined) this.clear(state, state.firing);
      return;
    }
    state.since ??= now;
    if (state.firing === undefined && now - state.since >= state.rule.for) this.fire(state, value);
  }

  /** What the rules on it are about now; undefined: the newest sample knows nothing of it. */
  private value(on: AlertRule['on']): number | undefined {
    const sample = this.samples[this.samples.length - 1];
    if (sample === undefined) return undefined;
    switch (on) {
      case 'error-rate':
        return sample.error_rate ?? undefined;
      case 'latency-p95':
        return sample.p95_ms === null ? undefined : sample.p95_ms * 1000;
      case 'qps':
        return sample.qps ?? undefined;
      case 'down':
        return sample.down.length;
    }
  }

  private fire(state: AlertState, value: number): void {
    const { rule } = state;
    state.firing = { on: rule.on, fired_s: this.world.clock.now / SECOND, cleared_s: null };
    this.world.report({ who: this.conf.service, what: 'alert-fires', about: rule.on, rule, value });
  }

  private clear(state: AlertState, firing: AlertReport): void {
    const { rule } = state;
    const { now } = this.world.clock;
    this.past.push({ ...firing, cleared_s: now / SECOND });
    state.firing = undefined;
    const lasted = now - Math.round(firing.fired_s * SECOND);
    this.world.report({ who: this.conf.service, what: 'alert-clears', about: rule.on, rule, lasted });
  }
}

function exceeds(value: number, { above, below }: AlertRule): boolean {
  return (above !== undefined && value > above) || (below !== undefined && value < below);
}

/** A balancer that counts what users ask. */
function isFront(process: Process): process is LoadBalancerProcess {
  return process instanceof LoadBalancerProcess && !process.isBeforeDatabases;
}
