import type { AppServer, Id, Micros } from '../../topology/types.ts';
import type { RandomStream } from '../engine/random.ts';
import type { Reporter } from '../event.ts';
import type { Exchange } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import type { Network } from '../network.ts';
import { Process, type ProcessWorld } from '../process.ts';
import type { RulingName } from '../ruling.ts';
import { draw } from '../service-time.ts';
import type { Sessions } from '../sessions.ts';
import { AppWork } from './app-work.ts';
import { DatabaseAccess } from './database-access.ts';
import { DatabasePoll } from './database-poll.ts';
import { type Release, releaseOf } from './release.ts';

/** events of its own; those of a piece of work stand in app-work.ts */
const COMPUTED = 1;
const WAITED = 2;
const POLL = 9;

/** ProxySQL and the like look for the writable server this often (mysql-monitor_read_only_interval 1500 ms) */
const POLL_EVERY = 1_500_000;

/** What an application server uses of the world. */
export interface AppServerWorld extends ProcessWorld {
  readonly sessions: Sessions;
  readonly report: Reporter;
  process(id: Id): Process;
}

/** The application: workers that take one request each, an accept queue before them, databases behind. */
export class AppServerProcess extends Process {
  readonly conf: AppServer;
  readonly databases: DatabaseAccess;
  /** on its disk: what it runs from its next start on */
  release: Release;
  private readonly serviceDraws: RandomStream;
  private busy = 0;
  private busySince = 0;
  private busyIntegral = 0;
  private readonly queue: Exchange[] = [];

  declare protected readonly world: AppServerWorld;

  constructor(world: AppServerWorld, conf: AppServer, host: HostRuntime) {
    super(world, conf.id, 'app-server', host);
    this.conf = conf;
    this.serviceDraws = world.stream(`${this.id} service`);
    this.databases = new DatabaseAccess(conf);
    this.release = releaseOf(conf, conf.codebase);
  }

  /** Puts another version of the code in place of the one it has; it has to be started then. */
  install(version: string): void {
    this.release = releaseOf(this.conf, version);
    this.world.report({ who: this.id, what: 'runs', about: version });
  }

  override onStart(): void {
    this.databases.reset();
    if (this.databases.watched.length > 0) {
      const phase = Math.round(this.world.stream(`${this.id} poll phase`).uniform() * POLL_EVERY);
      this.later(phase, POLL, undefined);
    }
  }

  protected override get startTime(): Micros {
    return this.conf.coldStart;
  }

  /** listen(2): the kernel keeps up to backlog + 1 connections that no worker has taken */
  protected override hasRoom(): boolean {
    const taken = this.state === 'paused' ? this.busy : this.conf.workers;
    return this.inside < taken + this.conf.backlog + 1;
  }

  protected override onData(exchange: Exchange): void {
    if (this.busy < this.conf.workers) this.begin(exchange);
    else this.queue.push(exchange);
  }

  /** A closed connection stays in the accept queue, asked or not: the worker that takes it finds out too late. */
  protected override onHangup(exchange: Exchange): void {
    if (exchange.asked) return;
    if (this.busy < this.conf.workers) this.forget(exchange);
    else this.queue.push(exchange);
  }

  private begin(exchange: Exchange): void {
    exchange.begun = true;
    this.rules('begins', exchange);
    this.setBusy(this.busy + 1);
    const work = new AppWork(this, exchange);
    const { service, cpu: share } = this.release;
    const time = Math.round(draw(service, this.serviceDraws) * this.slowness);
    const cpu = Math.round(time * share);
    work.wait = time - cpu;
    if (cpu > 0) this.compute(cpu, COMPUTED, work);
    else this.later(time, WAITED, work);
  }

  protected override happen(kind: number, subject: unknown): void {
    if (subject instanceof DatabasePoll) return subject.happen();
    if (kind === POLL) return this.poll();
    if (!(subject instanceof AppWork)) return;
    if (kind === COMPUTED && subject.wait > 0) this.later(subject.wait, WAITED, subject);
    else if (kind === COMPUTED || kind === WAITED) this.computed(subject);
    else subject.happen(kind);
  }

  private computed(work: AppWork): void {
    const { inbound } = work;
    if (this.fails()) return this.end(work, 500, 'answers-errors');
    if (inbound.purpose !== 'request' || inbound.request === undefined) return this.finish(work, 200);
    if (this.conf.sessions === 'memory' && !this.world.sessions.knows(this, inbound.request.client)) {
      return this.end(work, 401, 'not-logged-in');
    }
    work.query();
  }

  /** What the fault `errors` lets through may still meet the version's own. */
  protected override fails(): boolean {
    return super.fails() || this.errorDraws.chance(this.release.errors);
  }

  private end(work: AppWork, status: number, why: RulingName): void {
    this.rules(why, work.inbound);
    this.finish(work, status);
  }

  finish(work: AppWork, status: number): void {
    this.setBusy(this.busy - 1);
    this.world.network.answer(work.inbound, status);
    this.takeNext();
  }

  private takeNext(): void {
    while (this.busy < this.conf.workers) {
      const next = this.queue.shift();
      if (next === undefined) return;
      if (!next.asked) this.forget(next);
      else if (next.listed) this.begin(next);
    }
  }

  private setBusy(busy: number): void {
    const { now } = this.world.clock;
    this.busyIntegral += this.busy * (now - this.busySince);
    this.busySince = now;
    this.busy = busy;
  }

  private poll(): void {
    for (const id of this.databases.watched) {
      const process = this.world.process(id);
      // what a balancer answers is true of whichever server it chose
      if (process.kind === 'database') new DatabasePoll(this, process).begin();
    }
    this.later(POLL_EVERY, POLL, undefined);
  }

  get now(): Micros {
    return this.world.clock.now;
  }

  get network(): Network {
    return this.world.network;
  }

  processOf(id: string): Process {
    return this.world.process(id);
  }

  /** requests that wait for a worker */
  get queued(): number {
    return this.queue.length;
  }

  protected override onDeath(): void {
    this.queue.length = 0;
    this.setBusy(0);
  }

  override busyTime(): number {
    const running = this.busy * (this.world.clock.now - this.busySince);
    return (this.busyIntegral + running) / this.conf.workers;
  }
}
