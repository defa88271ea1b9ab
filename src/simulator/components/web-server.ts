import type { Id, Micros, WebServer } from '../../topology/types.ts';
import type { Certificates } from '../certificates.ts';
import type { RandomStream } from '../engine/random.ts';
import type { Exchange, Listener } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import type { Network } from '../network.ts';
import { Process, type ProcessWorld } from '../process.ts';
import { draw } from '../service-time.ts';
import { handshakeWork } from '../tls.ts';
import { TrafficCounter } from '../traffic-counter.ts';
import { NginxWorker } from './nginx-worker.ts';
import { ProxyRequest, SERVED } from './proxy-request.ts';
import { UpstreamGroup } from './upstream-group.ts';

const SECOND = 1_000_000;

/** What a web server uses of the world. */
export interface WebServerWorld extends ProcessWorld {
  readonly certificates: Certificates;
  process(id: Id): Process;
}

/** nginx: answers static files itself, passes the rest to its upstream. */
export class WebServerProcess extends Process {
  readonly conf: WebServer;
  readonly counter = new TrafficCounter();
  private workers: NginxWorker[] = [];
  /** upstream members with `down` in the configuration */
  private readonly down = new Set<Id>();
  /** connections kept open to upstream members: who accepted each */
  private readonly kept = new Map<Listener, object[]>();
  private cpuTime = 0;
  private readonly workerDraws: RandomStream;
  private readonly serviceDraws: RandomStream;
  private readonly staticDraws: RandomStream;

  declare protected readonly world: WebServerWorld;

  constructor(world: WebServerWorld, conf: WebServer, host: HostRuntime) {
    super(world, conf.id, 'web-server', host);
    this.conf = conf;
    this.workerDraws = world.stream(`${this.id} workers`);
    this.serviceDraws = world.stream(`${this.id} service`);
    this.staticDraws = world.stream(`${this.id} static`);
  }

  override onStart(): void {
    this.counter.restart();
    this.reload();
  }

  /** `nginx -s reload`: new workers take over the listening socket, the old ones finish what they have. */
  reload(): void {
    const { world, conf } = this;
    const phase = Math.floor(world.stream(`${this.id} clock`).uniform() * SECOND);
    this.workers = Array.from(
      { length: conf.workerProcesses },
      () =>
        new NginxWorker(
          new UpstreamGroup(conf.upstream, new Set(this.down), (id) => world.process(id), phase),
        ),
    );
  }

  /** Takes a member out of rotation, or back in: `down` on its line, and a reload. */
  setDown(member: Id, down: boolean): void {
    if (down) this.down.add(member);
    else this.down.delete(member);
    if (this.alive) this.reload();
  }

  /** The members that none of its workers asks, now or since then, and until when. */
  avoided(since: Micros): { id: Id; until: Micros }[] {
    const [first, ...others] = this.workers.map(({ upstream }) => upstream.avoided(since));
    return (first ?? []).flatMap(({ id, until }) => {
      const more = others.map((avoided) => avoided.find((each) => each.id === id)?.until);
      return more.some((each) => each === undefined)
        ? []
        : [{ id, until: Math.min(until, ...more.map(Number)) }];
    });
  }

  protected override onData(exchange: Exchange): void {
    exchange.begun = true;
    const worker = this.workerFor();
    if (worker.connections >= this.conf.workerConnections) {
      // "worker_connections are not enough": nginx closes the connection
      this.rules('no-connections-left', exchange);
      this.world.network.drop(exchange);
      return;
    }
    const request = new ProxyRequest(this, exchange, worker, this.now);
    exchange.work = request;
    worker.connections++;
    worker.waiting.push(request);
    this.serveNext(worker);
  }

  private workerFor(): NginxWorker {
    const { workers } = this;
    const place = workers.length === 1 ? 0 : this.workerDraws.below(workers.length);
    return workers[place] as NginxWorker;
  }

  /** The event loop works on one request at a time. */
  private serveNext(worker: NginxWorker): void {
    if (worker.busy) return;
    const request = worker.waiting.shift();
    if (request === undefined) return;
    worker.busy = true;
    this.rules('begins', request.inbound);
    const work = Math.round(draw(this.conf.service, this.serviceDraws) * this.slowness);
    const cpu = Math.round(work * this.conf.cpu) + this.tlsWork(request.inbound);
    request.rest = work - Math.round(work * this.conf.cpu);
    this.cpuTime += cpu + request.rest;
    this.compute(cpu, SERVED, request);
  }

  /** With TLS passed through or re-encrypted, nginx holds the certificate's end. */
  private tlsWork(inbound: Exchange): Micros {
    if (inbound.handshake === 0 || inbound.reused) return 0;
    const tls = this.world.certificates.tlsBefore(this.id);
    if (tls === undefined) return 0;
    return handshakeWork(
      this.world.certificates.keyOf(tls.certificate),
      tls.version,
      inbound.handshakeResumed,
    );
  }

  protected override happen(kind: number, subject: unknown): void {
    if (!(subject instanceof ProxyRequest)) return;
    if (kind === SERVED && subject.rest > 0) {
      const { rest } = subject;
      subject.rest = 0;
      this.later(rest, SERVED, subject);
    } else if (kind === SERVED) {
      this.served(subject);
    } else {
      subject.happen(kind);
    }
  }

  /** The event loop is free again, even when the request that it worked on was given up meanwhile. */
  private served(request: ProxyRequest): void {
    const { worker } = request;
    worker.busy = false;
    request.waits = false;
    if (request.over) worker.connections--;
    this.serveNext(worker);
    if (request.over) return;
    if (this.fails()) request.failOnPurpose();
    else if (this.conf.upstream.length === 0 || this.isStatic()) request.finish(200);
    else request.passOn();
  }

  private isStatic(): boolean {
    return this.staticDraws.chance(this.conf.static);
  }

  protected override onHangup(exchange: Exchange): void {
    if (exchange.work instanceof ProxyRequest) exchange.work.abandon();
    this.forget(exchange);
  }

  /** Opens a connection to a member, or takes one that was kept open. */
  open(request: ProxyRequest, member: Process): Exchange {
    const { network } = this.world;
    const { worker } = request;
    worker.connections++;
    const kept = this.kept.get(member);
    // the kernel of a process that died has closed its connections
    while (kept !== undefined && kept.length > 0) {
      if (kept.pop() === member.incarnation) {
        return network.reopen(this, request, member, member.incarnation, request.inbound);
      }
    }
    return network.open(this, request, member, request.inbound);
  }

  /** A connection to a member is done with: kept for the next request, or closed. */
  closed(request: ProxyRequest, exchange: Exchange, reusable: boolean): void {
    request.worker.connections--;
    const { callee, calleeIncarnation } = exchange;
    if (!reusable || this.conf.keepalive === 0 || calleeIncarnation === undefined) return;
    const kept = this.kept.get(callee) ?? [];
    if (kept.length < this.conf.keepalive) kept.push(calleeIncarnation);
    this.kept.set(callee, kept);
  }

  /** A request is over; `status` is what nginx logs, 499 when the caller has gone. */
  finish(request: ProxyRequest, status: number): void {
    // one that its caller has left before its turn came is a connection until the event loop gets to it
    if (!request.waits) request.worker.connections--;
    this.counter.count(status, this.world.clock.now - request.since);
  }

  get now(): Micros {
    return this.world.clock.now;
  }

  get network(): Network {
    return this.world.network;
  }

  protected override onDeath(): void {
    this.kept.clear();
    this.workers = [];
  }

  override busyTime(): number {
    return this.cpuTime / this.conf.workerProcesses;
  }
}
