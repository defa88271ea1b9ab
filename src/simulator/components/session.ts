import type { Micros, RetryOn } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import { CONNECTING, type ConnectionHandler, type Exchange } from '../exchange.ts';
import type { RulingName } from '../ruling.ts';
import type { LoadBalancerProcess } from './load-balancer.ts';
import type { ServerLine } from './server-line.ts';

const SECOND = 1_000_000;

/** events of a session */
export const ROUTE = 1;
const CONNECT_TIMEOUT = 2;
const SERVER_TIMEOUT = 3;
const QUEUE_TIMEOUT = 4;
const TURN_AROUND = 5;

/** One request inside HAProxy: from the client's connection to a server's answer, with all its tries. */
export class Session implements ConnectionHandler {
  server: ServerLine | undefined = undefined;
  queued = false;
  readonly inbound: Exchange;
  /** when the request arrived */
  readonly since: Micros;
  private outbound: Exchange | undefined = undefined;
  private timer: Timer | undefined = undefined;
  private retries = 0;
  private failed: ServerLine | undefined = undefined;
  private over = false;
  private readonly balancer: LoadBalancerProcess;

  constructor(balancer: LoadBalancerProcess, inbound: Exchange, since: Micros) {
    this.since = since;
    this.balancer = balancer;
    this.inbound = inbound;
  }

  get client(): number {
    return this.inbound.request?.client ?? 0;
  }

  happen(kind: number): void {
    if (this.over) return;
    switch (kind) {
      case ROUTE:
        return this.route();
      case CONNECT_TIMEOUT:
        this.rules('connect-timeout');
        this.hangUp();
        return this.connectionFailed(false);
      case SERVER_TIMEOUT:
        this.rules('read-timeout');
        this.hangUp();
        return this.responseFailed('response-timeout', 504);
      case QUEUE_TIMEOUT:
        this.queued = false;
        this.rules('queue-timeout');
        return this.fail(503);
      case TURN_AROUND:
        return this.tryAgain();
    }
  }

  /** The server that this client belongs to, by cookie or because its connection is already tied to one. */
  pinned(): ServerLine | undefined {
    const server = this.balancer.conf.cookie || this.balancer.tcpMode ? this.kept() : undefined;
    return server?.believedUp === true && !server.full ? server : undefined;
  }

  private kept(): ServerLine | undefined {
    const { balancer, inbound } = this;
    if (inbound.request === undefined) return undefined;
    const sticks = balancer.conf.cookie || inbound.reused;
    return sticks ? balancer.remembered(this.client) : undefined;
  }

  private route(): void {
    const server = this.balancer.choose(this, this.failed);
    if (server !== undefined && !server.full) {
      this.assign(server);
    } else if (this.balancer.anyUsable) {
      this.queued = true;
      this.rules('queued');
      this.timer = this.balancer.timer(this.balancer.conf.timeout.queue, QUEUE_TIMEOUT, this);
      this.balancer.enqueue(this);
    } else {
      this.rules('no-server');
      this.fail(503);
    }
  }

  leaveQueue(server: ServerLine): void {
    this.queued = false;
    this.timer?.cancel();
    this.assign(server);
  }

  private assign(server: ServerLine): void {
    this.server = server;
    this.balancer.take(server);
    this.connect(server);
  }

  private connect(server: ServerLine): void {
    if (this.inbound.purpose === 'request') server.process.countAttempt();
    this.inbound.request?.path?.push(server.conf.id);
    this.outbound = this.balancer.open(this, server);
    this.timer = this.balancer.timer(this.balancer.conf.timeout.connect, CONNECT_TIMEOUT, this);
  }

  connected(exchange: Exchange): void {
    this.timer?.cancel();
    this.timer = this.balancer.timer(this.balancer.conf.timeout.server, SERVER_TIMEOUT, this);
    this.balancer.send(exchange);
  }

  refused(): void {
    this.timer?.cancel();
    this.countEnd(false);
    this.connectionFailed(true);
  }

  reset(): void {
    this.timer?.cancel();
    this.countEnd(false);
    this.responseFailed('empty-response', 502);
  }

  answered(exchange: Exchange): void {
    this.timer?.cancel();
    const { status } = exchange;
    this.countEnd(status < 400);
    if (status >= 500 && this.retryable(`${status}`) && this.retryElsewhere()) return;
    this.end();
    this.balancer.stick(this.client, this.server);
    this.balancer.answer(this, status);
  }

  /**
   * A connection could not be made: retried `retries` times, on the same server after a turn-around of 1 s when it
   * was refused, at once on another when redispatch allows (HAProxy 2.6 configuration manual, "retries",
   * "option redispatch").
   */
  private connectionFailed(refused: boolean): void {
    if (!refused) this.countEnd(false);
    const { conf } = this.balancer;
    const mayNot = !this.retryable('conn-failure');
    if (mayNot || this.retries >= conf.retries) {
      this.rules(mayNot ? 'not-retried' : 'no-retry-left');
      return this.fail(503);
    }
    this.retries++;
    if (this.mayRedispatch()) {
      this.rules('goes-elsewhere');
      this.letGo();
      if (refused && !this.balancer.redispatchesAtOnce) return this.turnAround();
      return this.route();
    }
    if (refused) return this.turnAround();
    this.rules('tries-again');
    if (this.server !== undefined) this.connect(this.server);
  }

  /** Another server may be tried now: the old one is believed down, or round robin does not care, or it is the last try. */
  private mayRedispatch(): boolean {
    const { balancer, server } = this;
    if (!balancer.conf.redispatch || server === undefined) return false;
    if (!server.believedUp) return true;
    if (this.kept() === undefined && balancer.redispatchesAtOnce) return true;
    return this.retries % balancer.conf.retries === 0;
  }

  private turnAround(): void {
    const wait = Math.min(SECOND, this.balancer.conf.timeout.connect);
    this.rules('turns-around');
    this.timer = this.balancer.timer(wait, TURN_AROUND, this);
  }

  private tryAgain(): void {
    if (this.server !== undefined) this.connect(this.server);
    else this.route();
  }

  /** The connection was made and no good answer came. */
  private responseFailed(how: RetryOn, status: number): void {
    if (how === 'response-timeout') this.countEnd(false);
    if (this.retryable(how) && this.retryElsewhere()) return;
    this.rules(this.retryable(how) ? 'no-retry-left' : 'not-retried');
    this.fail(status);
  }

  /** Repeats a request that was already sent (`retry-on`); true when it does. */
  private retryElsewhere(): boolean {
    if (this.retries >= this.balancer.conf.retries || this.server === undefined) return false;
    this.retries++;
    if (!this.mayRedispatch()) {
      this.rules('tries-again');
      this.connect(this.server);
    } else {
      this.rules('goes-elsewhere');
      this.letGo();
      this.route();
    }
    return true;
  }

  private retryable(how: string): boolean {
    if (this.balancer.tcpMode && how !== 'conn-failure') return false;
    const { retryOn } = this.balancer.conf;
    return retryOn.some((cause) => cause === how || (cause === 'all-retryable-errors' && COVERED.has(how)));
  }

  /**
   * `on-marked-down shutdown-sessions`, as recorded from HAProxy 2.6.12: who waits for an answer gets a 502, unless
   * retry-on has him tried again; who still connects is closed without an answer; a turn-around goes on.
   */
  serverWentDown(): void {
    const { outbound } = this;
    if (outbound === undefined) return;
    const connecting = outbound.phase === CONNECTING;
    this.timer?.cancel();
    this.hangUp();
    this.countEnd(false);
    this.rules('marked-down');
    if (!connecting) return this.responseFailed('empty-response', 502);
    this.end();
    this.balancer.close(this);
  }

  fail(status: number): void {
    this.end();
    if (this.balancer.tcpMode) this.balancer.close(this);
    else this.balancer.answer(this, status);
  }

  /** The client has gone. */
  abandon(): void {
    if (this.over) return;
    this.hangUp();
    this.countEnd(false);
    this.end();
  }

  private rules(name: RulingName): void {
    this.balancer.rules(name, this.inbound, this.server?.conf.id ?? this.failed?.conf.id);
  }

  private countEnd(ok: boolean): void {
    if (this.outbound === undefined) return;
    this.outbound = undefined;
    if (this.inbound.purpose === 'request') this.server?.process.countEnd(ok);
  }

  private hangUp(): void {
    if (this.outbound !== undefined) this.balancer.hangUp(this.outbound);
  }

  /** Leaves the server that has just failed; the next choice avoids it. */
  private letGo(): void {
    const { server } = this;
    this.failed = server;
    this.server = undefined;
    if (server !== undefined) this.balancer.release(server);
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    this.queued = false;
    this.timer?.cancel();
    this.balancer.finish(this);
    const { server } = this;
    if (server !== undefined) this.balancer.release(server);
  }
}

/** what `all-retryable-errors` stands for (HAProxy 2.6 configuration manual, "retry-on") */
const COVERED = new Set(['conn-failure', 'empty-response', 'response-timeout', '500', '502', '503', '504']);
