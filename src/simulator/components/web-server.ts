import type { Id, Micros, WebServer } from '../../topology/types.ts';
import type { RandomStream } from '../engine/random.ts';
import type { Timer } from '../engine/timers.ts';
import type { Exchange } from '../exchange.ts';
import type { HostRuntime } from '../host.ts';
import { Process } from '../process.ts';
import { draw } from '../service-time.ts';
import { handshakeWork } from '../tls.ts';
import { TrafficCounter } from '../traffic-counter.ts';
import type { World } from '../world.ts';
import { NginxWorker } from './nginx-worker.ts';
import { ProxyRequest, SERVED } from './proxy-request.ts';
import { UpstreamGroup } from './upstream-group.ts';

const SECOND = 1_000_000;

/** nginx: answers static files itself, passes the rest to its upstream. */
export class WebServerProcess extends Process {
  readonly conf: WebServer;
  readonly counter = new TrafficCounter();
  private workers: NginxWorker[] = [];
  /** upstream members with `down` in the configuration */
  private readonly down = new Set<Id>();
  /** connections kept open to upstream members: member -> the life of the process at the other end, once a connection */
  private readonly kept = new Map<Process, number[]>();
  private readonly requests = new Set<ProxyRequest>();
  private cpuTime = 0;
  private readonly workerDraws: RandomStream;
  private readonly serviceDraws: RandomStream;
  private readonly staticDraws: RandomStream;

  constructor(world: World, conf: WebServer, host: HostRuntime) {
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

  protected override onData(exchange: Exchange): void {
    exchange.begun = true;
    const worker = this.workerFor();
    if (worker.connections >= this.conf.workerConnections) {
      // "worker_connections are not enough": nginx closes the connection
      this.world.network.drop(exchange);
      return;
    }
    const request = new ProxyRequest(this, exchange, worker, this.now);
    exchange.work = request;
    worker.connections++;
    this.requests.add(request);
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
    const work = Math.round(draw(this.conf.service, this.serviceDraws) * this.slowness);
    const cpu = Math.round(work * this.conf.cpu) + this.tlsWork(request.inbound);
    request.rest = work - Math.round(work * this.conf.cpu);
    this.cpuTime += cpu + request.rest;
    this.host.processor.run(cpu, this, SERVED, request);
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
      this.world.clock.after(rest, this, SERVED, subject);
    } else if (kind === SERVED) {
      this.served(subject);
    } else if (this.requests.has(subject)) {
      subject.happen(kind);
    }
  }

  /** The event loop is free again, even when the request that it worked on was given up meanwhile. */
  private served(request: ProxyRequest): void {
    const { worker } = request;
    worker.busy = false;
    this.serveNext(worker);
    if (!this.requests.has(request)) return;
    if (this.fails()) request.finish(500);
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
    const lives = this.kept.get(member);
    // a kept connection of an earlier life was closed by the kernel when the process died
    while (lives !== undefined && lives.length > 0) {
      if ((lives.pop() as number) === member.life) {
        return network.reopen(this, request, member, member.life, request.inbound);
      }
    }
    return network.open(this, request, member, request.inbound);
  }

  /** A connection to a member is done with: kept for the next request, or closed. */
  closed(request: ProxyRequest, exchange: Exchange, reusable: boolean): void {
    const { worker } = request;
    worker.connections--;
    if (!reusable || this.conf.keepalive === 0) return;
    const lives = this.kept.get(exchange.callee) ?? [];
    if (lives.length < this.conf.keepalive) lives.push(exchange.calleeLife);
    this.kept.set(exchange.callee, lives);
  }

  /** A request is over; `status` is what nginx logs, 499 when the caller has gone. */
  finish(request: ProxyRequest, status: number): void {
    if (!this.requests.delete(request)) return;
    request.worker.connections--;
    this.counter.count(status, this.world.clock.now - request.since);
  }

  timer(delay: Micros, kind: number, request: ProxyRequest): Timer {
    return this.world.clock.timer(delay, this, kind, request);
  }

  get now(): Micros {
    return this.world.clock.now;
  }

  get network(): World['network'] {
    return this.world.network;
  }

  protected override onDeath(): void {
    for (const request of this.requests) request.die();
    this.requests.clear();
    this.kept.clear();
    this.workers = [];
  }

  override busyTime(): number {
    return this.cpuTime / this.conf.workerProcesses;
  }
}
