import type { Micros } from '../../topology/types.ts';
import type { Timer } from '../engine/timers.ts';
import type { CheckFailure } from '../event.ts';
import type { ConnectionHandler, Exchange } from '../exchange.ts';
import type { LoadBalancerProcess } from './load-balancer.ts';
import type { ServerLine } from './server-line.ts';

/** The end of one check. */
export interface CheckEnd {
  readonly at: Micros;
  /** undefined: the server is well */
  readonly failure: CheckFailure | undefined;
}

/**
 * HAProxy's health check of one server (2.6 configuration manual, "check", "inter", "fall", "rise"). `health` counts
 * as HAProxy does: from 0 (down) over `rise` (up, one failure from down; where every server starts) to
 * `rise + fall - 1` (up and well).
 */
export class HealthCheck implements ConnectionHandler {
  private health: number;
  private failedInARow = 0;
  private exchange: Exchange | undefined = undefined;
  private limit: Timer | undefined = undefined;
  private began: Micros = 0;
  /** with `timeout check`: until when an answer is waited for */
  private answerDue: Micros = 0;
  private desynchronised = false;
  /** how the newest ended, and when; undefined before the first end */
  last: CheckEnd | undefined = undefined;
  /** when the next one begins, or the one that runs began */
  due: Micros = 0;
  readonly server: ServerLine;
  private readonly balancer: LoadBalancerProcess;

  constructor(balancer: LoadBalancerProcess, server: ServerLine) {
    this.balancer = balancer;
    this.server = server;
    this.health = server.conf.rise;
  }

  /** checks that failed in a row while it is believed to be up */
  get failed(): number {
    return this.server.believedUp ? this.failedInARow : 0;
  }

  begin(): void {
    if (this.server.inMaintenance) return this.balancer.nextCheck(this, this.pauseBeforeNext());
    this.began = this.balancer.now;
    this.answerDue = 0;
    this.exchange = this.balancer.openCheck(this);
    this.limit = this.balancer.checkTimer(this.connectLimit, this);
  }

  connected(exchange: Exchange): void {
    if (exchange.purpose === 'tcp-check') {
      this.balancer.hangUp(exchange);
      this.end(undefined);
      return;
    }
    const { check } = this.balancer.conf.timeout;
    if (check !== undefined) this.answerDue = this.balancer.now + check;
    this.balancer.send(exchange);
  }

  refused(): void {
    this.end({ result: 'refused' });
  }

  unanswered(): void {
    this.end({ result: 'no-answer' });
  }

  reset(): void {
    this.end({ result: 'reset' });
  }

  /** 2xx and 3xx are well (HAProxy 2.6 configuration manual, "option httpchk") */
  answered(exchange: Exchange): void {
    const { status } = exchange;
    this.end(status < 400 ? undefined : { result: 'status', status });
  }

  /**
   * The time for connecting is over. Only now HAProxy 2.6 looks how long `timeout check` lets it wait for the answer: a
   * shorter one ends the check no sooner (recorded: inter 1s, timeout check 500ms, 1.0 s a check).
   */
  timedOut(): void {
    const left = this.answerDue - this.balancer.now;
    if (left > 0) {
      this.limit = this.balancer.checkTimer(left, this);
      return;
    }
    if (this.exchange !== undefined) this.balancer.hangUp(this.exchange);
    this.end({ result: 'no-answer' });
  }

  /** Without `timeout check` the whole check has `inter`; with it, connecting has min(timeout connect, inter). */
  private get connectLimit(): Micros {
    const { timeout } = this.balancer.conf;
    const { inter } = this.server.conf;
    return timeout.check === undefined ? inter : Math.min(timeout.connect, inter);
  }

  private end(failure: CheckFailure | undefined): void {
    this.limit?.cancel();
    this.exchange = undefined;
    this.last = { at: this.balancer.now, failure };
    if (failure === undefined) this.pass(this.interval);
    else this.fail(failure, this.interval + (failure.result === 'no-answer' ? this.lasted : 0));
    this.balancer.nextCheck(this, this.pauseBeforeNext());
  }

  /** What a silent check waited before the pause to the next could begin. */
  private get lasted(): Micros {
    return this.balancer.now - this.began;
  }

  private pass(every: Micros): void {
    this.failedInARow = 0;
    const { rise, fall } = this.server.conf;
    if (this.health === rise + fall - 1) return;
    this.health++;
    if (this.health < rise) return;
    this.health = rise + fall - 1;
    if (!this.server.believedUp) this.balancer.markUp(this.server, { passed: rise, every });
  }

  private fail(failure: CheckFailure, every: Micros): void {
    const { rise } = this.server.conf;
    this.failedInARow++;
    if (this.health > rise) {
      this.health--;
      return;
    }
    const wasUp = this.health === rise && this.server.believedUp;
    this.health = 0;
    if (wasUp) this.balancer.markDown(this.server, { failed: this.failedInARow, every, ...failure });
  }

  /** `inter` when all is well, `downinter` when it is down, `fastinter` on the way from one to the other. */
  private get interval(): Micros {
    const { rise, fall, inter, fastinter, downinter } = this.server.conf;
    if (this.health === rise + fall - 1) return inter;
    return this.health === 0 ? downinter : fastinter;
  }

  private pauseBeforeNext(): Micros {
    const pause = this.interval;
    if (this.desynchronised) return pause;
    // A balancer that has run for long checks at a moment that nobody knows: once, a part of the pause is drawn.
    this.desynchronised = true;
    return this.balancer.phase(pause);
  }
}
