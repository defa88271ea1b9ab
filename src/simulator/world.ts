import type { Component, Id, Micros, Topology } from '../topology/types.ts';
import type { Flood } from './attack.ts';
import { Certificates } from './certificates.ts';
import { CollectorProcess } from './collector.ts';
import { AppServerProcess } from './components/app-server.ts';
import { DatabaseProcess } from './components/database.ts';
import { KeepalivedProcess } from './components/keepalived.ts';
import { LoadBalancerProcess } from './components/load-balancer.ts';
import { OrchestratorProcess } from './components/orchestrator.ts';
import { WebServerProcess } from './components/web-server.ts';
import { Zone } from './dns.ts';
import { Clock } from './engine/clock.ts';
import { RandomStream } from './engine/random.ts';
import type { PromotedBy } from './event.ts';
import { EventLog } from './event-log.ts';
import { StandingFaults } from './faults/standing.ts';
import { HostRuntime } from './host.ts';
import { Ledger } from './ledger.ts';
import { Links } from './links.ts';
import { Metrics } from './metrics.ts';
import { Monitor } from './monitor.ts';
import { Network } from './network.ts';
import type { Process } from './process.ts';
import { orchestratorNodes } from './process-ids.ts';
import { Routes } from './routes.ts';
import { Sessions } from './sessions.ts';
import { Users } from './users.ts';
import { VirtualIps } from './virtual-ips.ts';

/** an idle connection to a server that says nothing else (nginx 1.22, keepalive_timeout 75 s) */
const IDLE_LIMIT: Micros = 75_000_000;
const SECOND: Micros = 1_000_000;

/** Everything that exists in one run. Components reach each other only through the network. */
export class World {
  readonly clock = new Clock();
  readonly hosts: readonly HostRuntime[];
  readonly network: Network;
  readonly links: Links;
  readonly routes: Routes;
  readonly certificates: Certificates;
  readonly vips: VirtualIps;
  readonly zone: Zone;
  readonly users: Users;
  readonly metrics: Metrics;
  readonly ledger = new Ledger();
  readonly sessions = new Sessions();
  readonly standing = new StandingFaults();
  readonly eventLog = new EventLog(this.clock);
  readonly report = this.eventLog.report;
  readonly floods = new Set<Flood>();
  /** planned changes of the primary that are not over */
  readonly handovers = new Set<{ readonly from: Id; readonly to: Id }>();
  readonly monitor: Monitor | undefined;
  /** the database that was promoted last: its log is the truth about lost writes */
  authority: DatabaseProcess | undefined = undefined;

  readonly topology: Topology;
  readonly recordsRequests: boolean;
  private readonly seed: number;
  private readonly streams = new Map<string, RandomStream>();
  private readonly processes = new Map<Id, Process>();
  private readonly kinds = new Map<unknown, readonly Process[]>();
  /** host -> the balancer that listens there */
  private readonly balancers = new Map<Id, Process | undefined>();
  /** CPU time of each host at the last two full seconds */
  private readonly cpuTimes = new Map<HostRuntime, { before: number; last: number }>();

  constructor(topology: Topology, seed: number, recordsRequests: boolean) {
    this.topology = topology;
    this.seed = seed;
    this.recordsRequests = recordsRequests;
    this.hosts = topology.hosts.map((host, i) => new HostRuntime(this.clock, host, i + 1));
    this.links = new Links(topology);
    this.routes = new Routes(this.links, this.stream('packet loss'));
    this.certificates = new Certificates(topology, this.clock);
    this.vips = new VirtualIps(
      this.clock,
      this.hosts,
      (host) => this.balancerOn(host),
      (host) => !this.routes.isolated(host),
    );
    this.network = new Network(this.clock, this.stream('packet loss'), this.vips, (caller, callee) =>
      this.routes.between(caller, callee),
    );
    for (const component of topology.components) {
      for (const process of this.create(component)) this.processes.set(process.id, process);
    }
    for (const database of this.all(DatabaseProcess)) {
      const { source } = database.conf;
      if (source !== undefined) database.belongsTo(this.database(source));
    }
    for (const host of this.hosts) {
      if (!host.conf.collector) continue;
      const collector = new CollectorProcess(this, host);
      this.processes.set(collector.id, collector);
    }
    this.zone = new Zone(topology.dns, (name) => this.stream(`dns ${name}`));
    this.metrics = new Metrics(this.clock, topology.traffic.timeout, recordsRequests);
    this.users = new Users(this);
    this.monitor = topology.monitoring === undefined ? undefined : new Monitor(this, topology.monitoring);
  }

  /** The processes of a component: one, or for an orchestrator one on each host that runs it. */
  private create(component: Component): Process[] {
    const host = this.host(component.host);
    switch (component.kind) {
      case 'load-balancer':
        return [new LoadBalancerProcess(this, component, host)];
      case 'web-server':
        return [new WebServerProcess(this, component, host)];
      case 'app-server':
        return [new AppServerProcess(this, component, host)];
      case 'database':
        return [new DatabaseProcess(this, component, host)];
      case 'keepalived':
        return [new KeepalivedProcess(this, component, host)];
      case 'orchestrator':
        return orchestratorNodes(this.topology, component.id).map(
          (node) => new OrchestratorProcess(this, component, node.id, this.host(node.host)),
        );
    }
  }

  /** Everything that is alive starts; the users come. Faults of second 0 have happened before. */
  begin(): void {
    for (const database of this.all(DatabaseProcess)) database.startReplication();
    for (const process of this.processes.values()) if (process.alive) process.onStart();
    for (const vip of new Set(this.all(KeepalivedProcess).map((process) => process.conf.vip))) {
      const alive = this.keepalivedsOf(vip).filter((process) => process.alive);
      alive.sort((a, b) => (a.outranks(b.effectivePriority, b.host.address) ? -1 : 1));
      alive[0]?.beginAsMaster();
    }
    this.monitor?.begin();
    this.clock.after(SECOND, this, 0, undefined);
    this.users.begin();
  }

  /** Once a second: how busy the CPUs were, and what the users saw. */
  on(): void {
    this.metrics.close();
    for (const host of this.hosts) {
      const time = host.processor.busyTime();
      this.cpuTimes.set(host, { before: this.cpuTimes.get(host)?.last ?? 0, last: time });
    }
    this.clock.after(SECOND, this, 0, undefined);
  }

  /** Share of a host's CPUs that was in use in the last full second. */
  cpuLastSecond(host: HostRuntime): number {
    const times = this.cpuTimes.get(host);
    return times === undefined ? 0 : Math.min(1, (times.last - times.before) / (SECOND * host.conf.cpus));
  }

  // -- power ---------------------------------------------------------------------------------------------------

  powerOff(id: Id): void {
    const host = this.host(id);
    if (!host.on) return;
    host.on = false;
    for (const vip of host.vips) this.vips.dropped(vip, host);
    host.vips.clear();
    for (const process of this.processes.values())
      if (process.host === host && process.alive) process.losePower();
  }

  /** The host boots and starts all that it runs. */
  powerOn(id: Id): void {
    const host = this.host(id);
    if (host.on) return;
    host.on = true;
    for (const process of this.processes.values()) if (process.host === host) process.start();
  }

  // -- who is who ----------------------------------------------------------------------------------------------

  host(id: Id): HostRuntime {
    const host = this.hosts.find((candidate) => candidate.id === id);
    if (host === undefined) throw new Error(`no host ${id}`);
    return host;
  }

  process(id: Id): Process {
    const process = this.processes.get(id);
    if (process === undefined) throw new Error(`no process ${id}`);
    return process;
  }

  database(id: Id): DatabaseProcess {
    const process = this.process(id);
    if (!(process instanceof DatabaseProcess)) throw new Error(`${id} is not a database`);
    return process;
  }

  allProcesses(): readonly Process[] {
    return [...this.processes.values()];
  }

  all<T extends Process>(kind: new (...args: never[]) => T): readonly T[] {
    const known = this.kinds.get(kind);
    if (known !== undefined) return known as readonly T[];
    const found: T[] = [];
    for (const process of this.processes.values()) if (process instanceof kind) found.push(process);
    this.kinds.set(kind, found);
    return found;
  }

  get orchestrators(): readonly OrchestratorProcess[] {
    return this.all(OrchestratorProcess);
  }

  keepalivedsOf(vip: Id): KeepalivedProcess[] {
    return this.all(KeepalivedProcess).filter((process) => process.conf.vip === vip);
  }

  private balancerOn(host: Id): Process | undefined {
    if (!this.balancers.has(host)) {
      this.balancers.set(
        host,
        this.all(LoadBalancerProcess).find((process) => process.host.id === host),
      );
    }
    return this.balancers.get(host);
  }

  isVip(address: Id): boolean {
    return !this.processes.has(address);
  }

  /** The process behind an address; for a VIP whoever holds it, or would. */
  listenerAt(address: Id): Process {
    const process = this.processes.get(address) ?? this.vips.holder(address);
    if (process !== undefined) return process;
    const host = this.keepalivedsOf(address)[0]?.host.id;
    return (
      (host === undefined ? undefined : this.balancerOn(host)) ??
      this.allProcesses()[0] ??
      this.process(address)
    );
  }

  /** How long an idle client connection is kept by who listens there. */
  idleLimit(id: Id): Micros {
    const process = this.process(id);
    return process instanceof LoadBalancerProcess ? process.conf.timeout.client : IDLE_LIMIT;
  }

  // -- chance, paths, messages ---------------------------------------------------------------------------------

  /** The random stream for one purpose. */
  stream(purpose: string): RandomStream {
    let stream = this.streams.get(purpose);
    if (stream === undefined) {
      stream = new RandomStream(this.seed, purpose);
      this.streams.set(purpose, stream);
    }
    return stream;
  }

  // -- what is written down ------------------------------------------------------------------------------------

  promoted(database: DatabaseProcess, because: PromotedBy): void {
    this.authority = database;
    // what was fenced comes back as a replica of whoever took its place
    for (const other of this.all(DatabaseProcess)) if (other.fenced) other.follow(database);
    this.report({ who: database.id, what: 'promotes', about: database.id, because });
  }

  /** Acknowledged rows that the primary of the end does not have. */
  lostRows(): number[] {
    return this.authority === undefined ? [] : this.ledger.missingFrom(this.authority.log);
  }
}
