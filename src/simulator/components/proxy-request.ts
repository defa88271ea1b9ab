import type { Micros } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import type { ConnectionHandler, Exchange } from '../exchange.ts';
import type { RulingName } from '../ruling.ts';
import type { NginxWorker } from './nginx-worker.ts';
import type { Peer } from './upstream-group.ts';
import type { WebServerProcess } from './web-server.ts';

/** events of a request inside nginx */
export const SERVED = 1;
const CONNECT_TIMEOUT = 2;
const READ_TIMEOUT = 3;

type Failure = 'error' | 'timeout' | 'http_5xx';

/** One request that nginx passes to its upstream, on to the next member when `proxy_next_upstream` says so. */
export class ProxyRequest implements ConnectionHandler {
  /** the event loop has not finished with it the first time */
  waits = true;
  /** the part of its service time that doesn't need the CPU, still to come */
  rest = 0;
  readonly inbound: Exchange;
  /** when the request arrived */
  readonly since: Micros;
  readonly worker: NginxWorker;
  private readonly server: WebServerProcess;
  private readonly tried = new Set<Peer>();
  private peer: Peer | undefined = undefined;
  private outbound: Exchange | undefined = undefined;
  private timer: Timer | undefined = undefined;
  private sent = false;
  over = false;

  constructor(server: WebServerProcess, inbound: Exchange, worker: NginxWorker, since: Micros) {
    this.since = since;
    this.server = server;
    this.inbound = inbound;
    this.worker = worker;
  }

  /** Gives it to the next member; 502 when there is none. */
  passOn(): void {
    const peer = this.worker.upstream.pick(this.server.now, this.tried);
    if (peer === undefined) {
      this.rules('no-server');
      return this.finish(502);
    }
    this.peer = peer;
    this.tried.add(peer);
    if (this.inbound.purpose === 'request') peer.process.countAttempt();
    this.inbound.request?.path?.push(peer.conf.id);
    this.outbound = this.server.open(this, peer.process);
    if (this.outbound.reused) {
      this.sent = true;
      this.timer = this.server.timer(this.server.conf.proxyReadTimeout, READ_TIMEOUT, this);
    } else {
      this.timer = this.server.timer(this.server.conf.proxyConnectTimeout, CONNECT_TIMEOUT, this);
    }
  }

  connected(exchange: Exchange): void {
    this.timer?.cancel();
    this.sent = true;
    this.timer = this.server.timer(this.server.conf.proxyReadTimeout, READ_TIMEOUT, this);
    this.server.network.send(exchange);
  }

  refused(): void {
    this.memberFailed('error', 502);
  }

  reset(): void {
    this.memberFailed('error', 502);
  }

  happen(kind: number): void {
    if (kind !== CONNECT_TIMEOUT && kind !== READ_TIMEOUT) return;
    this.rules(kind === CONNECT_TIMEOUT ? 'connect-timeout' : 'read-timeout');
    if (this.outbound !== undefined) this.server.network.hangUp(this.outbound);
    this.memberFailed('timeout', 504);
  }

  answered(exchange: Exchange): void {
    const { status } = exchange;
    if (status >= 500 && this.server.conf.proxyNextUpstream.includes('http_5xx')) {
      return this.memberFailed('http_5xx', status);
    }
    if (this.peer !== undefined) this.worker.upstream.succeeded(this.peer);
    this.closeOutbound(true, status < 400);
    this.finish(status);
  }

  private memberFailed(how: Failure, status: number): void {
    if (this.peer !== undefined) this.worker.upstream.failed(this.server.now, this.peer);
    this.closeOutbound(false, false);
    if (this.mayGoOn(how)) {
      this.rules('goes-elsewhere');
      this.passOn();
    } else {
      this.rules(this.hasTriedAll ? 'no-server' : 'not-retried');
      this.finish(status);
    }
  }

  private get hasTriedAll(): boolean {
    return this.tried.size >= this.worker.upstream.peers.length;
  }

  /** A POST that was sent is not repeated unless non_idempotent (nginx 1.22, "proxy_next_upstream"). */
  private mayGoOn(how: Failure): boolean {
    const { proxyNextUpstream } = this.server.conf;
    if (this.hasTriedAll || proxyNextUpstream.includes('off')) return false;
    if (!proxyNextUpstream.includes(how)) return false;
    return !(this.sent && this.inbound.write) || proxyNextUpstream.includes('non_idempotent');
  }

  private closeOutbound(reusable: boolean, ok: boolean): void {
    const { outbound } = this;
    this.timer?.cancel();
    if (outbound === undefined) return;
    this.outbound = undefined;
    this.server.closed(this, outbound, reusable);
    if (this.inbound.purpose === 'request') outbound.callee.countEnd(ok);
  }

  /** The caller has gone (nginx logs 499): the member is not blamed. */
  abandon(): void {
    if (this.over) return;
    if (this.outbound !== undefined) this.server.network.hangUp(this.outbound);
    this.closeOutbound(false, false);
    this.over = true;
    this.server.finish(this, 499);
  }

  /** The fault `errors`. */
  failOnPurpose(): void {
    this.rules('answers-errors');
    this.finish(500);
  }

  private rules(name: RulingName): void {
    this.server.rules(name, this.inbound, this.peer?.conf.id);
  }

  finish(status: number): void {
    if (this.over) return;
    this.over = true;
    this.server.finish(this, status);
    this.server.network.answer(this.inbound, status);
  }
}
