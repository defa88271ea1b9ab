import type { Id, LoadBalancer, Micros } from '../../topology/types.ts';
import type { Certificates } from '../certificates.ts';
import type { Timer } from '../engine/timers.ts';
import type { FailedChecks, PassedChecks, Reporter } from '../event.ts';
import type { Exchange } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import { Process, type ProcessWorld } from '../process.ts';
import { HTTP_CHECK, MYSQL_CHECK, type Question, TCP_CHECK } from '../request.ts';
import { handshakeTime, handshakeWork } from '../tls.ts';
import { TrafficCounter } from '../traffic-counter.ts';
import type { Balance } from './balance/balance.ts';
import { balanceOf } from './balance/balance-of.ts';
import { HealthCheck } from './health-check.ts';
import { ServerLine } from './server-line.ts';
import { ROUTE, Session } from './session.ts';

/** events of its own; those of a session stand in session.ts */
const CHECK_TIMEOUT = 6;
const CHECK = 7;
const WARM = 8;

/**
 * CPU that HAProxy spends, in microseconds: recorded from HAProxy 2.6.12 on one core, 44 to 47 for a request on a
 * new connection and 7.5 to 8 on one that is open.
 */
const NEW_CONNECTION_CPU = 45;
const KEPT_CONNECTION_CPU = 8;

/** What a load balancer uses of the world. */
export interface LoadBalancerWorld extends ProcessWorld {
  readonly certificates: Certificates;
  readonly report: Reporter;
  process(id: Id): Process;
}

/** net.core.somaxconn on Linux since 5.4: connections that wait until HAProxy gets the CPU to take them */
const BACKLOG = 4096;

/** HAProxy. */
export class LoadBalancerProcess extends Process {
  servers: readonly ServerLine[] = [];
  readonly conf: LoadBalancer;
  readonly counter = new TrafficCounter();
  private active: Balance | undefined = undefined;
  /** how many servers `balance` chooses among */
  private activeUsable = 0;
  private backups: readonly ServerLine[] = [];
  private checks: readonly HealthCheck[] = [];
  private readonly sessions = new Set<Session>();
  private readonly queue: Session[] = [];
  /** client -> server of its cookie or of its connection */
  private readonly kept = new Map<number, string>();
  /** sessions that have not had their CPU time yet, those too that are over before they have it */
  private untaken = 0;
  private cpuTime = 0;

  declare protected readonly world: LoadBalancerWorld;

  constructor(world: LoadBalancerWorld, conf: LoadBalancer, host: HostRuntime) {
    super(world, conf.id, 'load-balancer', host);
    this.conf = conf;
  }

  /** TCP mode hands connections on without reading them; so does TLS that passes through. */
  get tcpMode(): boolean {
    return this.conf.mode === 'tcp' || this.conf.tls?.mode === 'passthrough';
  }

  override onStart(): void {
    const { world, conf } = this;
    this.counter.restart();
    this.servers = conf.servers.map((line, i) => new ServerLine(line, world.process(line.id), i + 1));
    const activeServers = this.servers.filter((server) => !server.conf.backup);
    this.active = balanceOf(conf.balance, activeServers, world.stream(`${this.id} balance`));
    this.backups = this.servers.filter((server) => server.conf.backup);
    this.serversChanged();
    this.startChecks();
  }

  /** Checks of several servers are spread over one interval (HAProxy management guide; check.c). */
  private startChecks(): void {
    const checked = this.servers.filter((server) => server.conf.check);
    this.checks = checked.map((server) => new HealthCheck(this, server));
    const shortest = Math.min(...checked.map((server) => server.conf.inter));
    this.checks.forEach((check, i) => {
      this.nextCheck(check, Math.floor((shortest * i) / checked.length));
    });
  }

  protected override hasRoom(exchange: Exchange): boolean {
    return super.hasRoom(exchange) && this.untaken < BACKLOG;
  }

  // -- requests ------------------------------------------------------------------------------------------------

  protected override onData(exchange: Exchange): void {
    exchange.begun = true;
    this.rules('begins', exchange);
    const session = new Session(this, exchange, this.world.clock.now);
    this.sessions.add(session);
    exchange.work = session;
    this.untaken++;
    const work = this.workOf(exchange) * this.slowness;
    this.cpuTime += work;
    this.compute(work, ROUTE, session);
  }

  private workOf(exchange: Exchange): Micros {
    if (exchange.reused) return KEPT_CONNECTION_CPU;
    const { tls } = this.conf;
    if (tls === undefined || tls.mode === 'passthrough') return NEW_CONNECTION_CPU;
    const resumed = exchange.handshakeResumed;
    return (
      NEW_CONNECTION_CPU + handshakeWork(this.world.certificates.keyOf(tls.certificate), tls.version, resumed)
    );
  }

  protected override onHangup(exchange: Exchange): void {
    if (exchange.work instanceof Session) exchange.work.abandon();
    this.forget(exchange);
  }

  protected override happen(kind: number, subject: unknown): void {
    if (subject instanceof Session) {
      if (kind === ROUTE) this.untaken--;
      subject.happen(kind);
    } else if (subject instanceof HealthCheck) {
      if (kind === CHECK) subject.begin();
      else if (kind === CHECK_TIMEOUT) subject.timedOut();
    } else if (kind === WARM && subject instanceof ServerLine) {
      this.warm(subject);
    }
  }

  /** The server for a session: its cookie's, else what `balance` says, else the first backup that is up. */
  choose(session: Session, avoid: ServerLine | undefined): ServerLine | undefined {
    if (this.active === undefined) return undefined;
    const kept = avoid === undefined ? session.pinned() : undefined;
    if (kept !== undefined) return kept;
    if (this.activeUsable > 0) return this.active.pick(session.client, avoid);
    const backup = this.backups.find((server) => server.usable);
    return backup !== undefined && !backup.full ? backup : undefined;
  }

  /** What is usable has changed, or how much each server weighs. */
  private serversChanged(): void {
    this.active?.changed();
    this.activeUsable = this.servers.filter((server) => !server.conf.backup && server.usable).length;
  }

  get anyUsable(): boolean {
    return this.servers.some((server) => server.usable);
  }

  /** A failed connection is given to another server at once (HAProxy 2.6, stream_choose_redispatch). */
  get redispatchesAtOnce(): boolean {
    return this.active?.roundRobinKind === true && this.activeUsable > 1;
  }

  take(server: ServerLine): void {
    server.served++;
    this.active?.loadChanged(server);
  }

  release(server: ServerLine): void {
    server.served--;
    this.active?.loadChanged(server);
    this.serveQueue();
  }

  enqueue(session: Session): void {
    this.queue.push(session);
  }

  /** Gives queued sessions to servers that have room. */
  private serveQueue(): void {
    while (this.queue.length > 0 && this.running) {
      const session = this.queue[0] as Session;
      if (!session.queued) {
        this.queue.shift();
        continue;
      }
      const server = this.choose(session, undefined);
      if (server === undefined || server.full) return;
      this.queue.shift();
      session.leaveQueue(server);
    }
  }

  /** The server that a client's cookie, or its open connection, names. */
  remembered(client: number): ServerLine | undefined {
    const id = this.kept.get(client);
    return id === undefined ? undefined : this.servers.find((server) => server.conf.id === id);
  }

  stick(client: number, server: ServerLine | undefined): void {
    if (server !== undefined && (this.conf.cookie || this.tcpMode)) this.kept.set(client, server.conf.id);
  }

  finish(session: Session): void {
    this.sessions.delete(session);
  }

  open(session: Session, server: ServerLine): Exchange {
    const exchange = this.world.network.open(this, session, server.process, session.inbound);
    const { tls } = this.conf;
    if (tls?.mode === 'reencrypt') exchange.handshake = handshakeTime(tls, exchange.path, true);
    return exchange;
  }

  send(exchange: Exchange): void {
    this.world.network.send(exchange);
  }

  hangUp(exchange: Exchange): void {
    this.world.network.hangUp(exchange);
  }

  answer(session: Session, status: number): void {
    this.counter.count(status, this.world.clock.now - session.since);
    this.world.network.answer(session.inbound, status);
  }

  /** Closes without an answer, as TCP mode does. */
  close(session: Session): void {
    this.world.network.drop(session.inbound);
  }

  // -- health checks -------------------------------------------------------------------------------------------

  get now(): Micros {
    return this.world.clock.now;
  }

  openCheck(check: HealthCheck): Exchange {
    return this.world.network.open(this, check, check.server.process, this.checkQuestion);
  }

  private get checkQuestion(): Question {
    if (this.conf.mysqlCheck) return MYSQL_CHECK;
    return this.conf.httpchk ? HTTP_CHECK : TCP_CHECK;
  }

  /** It hands on connections of applications to databases, and sees no requests of users. */
  get isBeforeDatabases(): boolean {
    return this.servers.some(({ process }) => process.kind === 'database');
  }

  checkTimer(delay: Micros, check: HealthCheck): Timer {
    return this.timer(delay, CHECK_TIMEOUT, check);
  }

  nextCheck(check: HealthCheck, delay: Micros): void {
    check.due = this.now + delay;
    this.later(delay, CHECK, check);
  }

  /** A part of `pause`, drawn for this balancer. */
  phase(pause: Micros): Micros {
    return Math.round(this.world.stream(`${this.id} check phase`).uniform() * pause);
  }

  markDown(server: ServerLine, checks: FailedChecks): void {
    server.believedUp = false;
    this.serversChanged();
    this.world.report({ who: this.id, what: 'marks-down', about: server.conf.id, checks });
    if (server.conf.onMarkedDown === 'shutdown-sessions') {
      for (const session of [...this.sessions]) if (session.server === server) session.serverWentDown();
    }
    if (!this.anyUsable) this.emptyQueue();
  }

  private emptyQueue(): void {
    for (const session of this.queue.splice(0)) if (session.queued) session.fail(503);
  }

  markUp(server: ServerLine, checks: PassedChecks): void {
    server.believedUp = true;
    this.beginWarming(server);
    this.serversChanged();
    this.world.report({ who: this.id, what: 'marks-up', about: server.conf.id, checks });
    this.serveQueue();
  }

  private beginWarming(server: ServerLine): void {
    if (server.conf.slowstart === 0) return;
    server.warmth = 0;
    this.later(this.warmStep(server), WARM, server);
  }

  /** HAProxy recomputes a warming server's weight every twentieth of slowstart, or second if that is more. */
  private warmStep(server: ServerLine): Micros {
    return Math.max(1_000_000, Math.floor(server.conf.slowstart / 20));
  }

  private warm(server: ServerLine): void {
    if (!server.believedUp) return;
    server.warmth = Math.min(1, server.warmth + this.warmStep(server) / server.conf.slowstart);
    this.serversChanged();
    this.serveQueue();
    if (server.warmth < 1) this.later(this.warmStep(server), WARM, server);
  }

  /** The health checks of one server; undefined: it is not checked. */
  checkOf(server: ServerLine): HealthCheck | undefined {
    return this.checks.find((check) => check.server === server);
  }

  /** Requests that wait for a free place at a server. */
  get queued(): number {
    return this.queue.reduce((count, session) => count + (session.queued ? 1 : 0), 0);
  }

  setDraining(id: string, draining: boolean): void {
    for (const server of this.servers) if (server.conf.id === id) server.draining = draining;
    this.serversChanged();
    this.serveQueue();
  }

  /**
   * `set server lb/SERVER state drain` or `ready`: both end maintenance, and the server counts as up until a check has
   * failed (HAProxy 2.6 management guide, "set server"; recorded).
   */
  setState(id: string, state: 'drain' | 'ready'): void {
    for (const server of this.servers) {
      if (server.conf.id !== id || !server.inMaintenance) continue;
      server.inMaintenance = false;
      this.beginWarming(server);
    }
    this.setDraining(id, state === 'drain');
  }

  /** `set weight lb/SERVER weight`; undefined: what its line says. */
  setWeight(id: string, weight: number | undefined): void {
    for (const server of this.servers)
      if (server.conf.id === id) server.weight = weight ?? server.conf.weight;
    this.serversChanged();
    this.serveQueue();
  }

  protected override onDeath(): void {
    this.untaken = 0;
    this.sessions.clear();
    this.queue.length = 0;
  }

  override busyTime(): number {
    return this.cpuTime / this.host.conf.cpus;
  }
}
