import type { Id, Micros } from '../topology/types.ts';
import type { Exchange } from './exchange.ts';
import { LinkCounts } from './link-counts.ts';
import type { RequestWatcher } from './metrics.ts';
import type { PacketFate, RequestFollower } from './network.ts';
import type { Request } from './request.ts';
import { RequestSample } from './request-sample.ts';
import type { RulingName } from './ruling.ts';
import { RequestTrace } from './trace.ts';

/** In a jam so many are followed at once; who comes then is not. */
const MOST_AT_ONCE = 2000;

/**
 * Follows all requests, and decides which were worth it when they are over, as tail sampling does in OpenTelemetry:
 * the slowest, the first and the newest that failed, and those that were asked for. All others are forgotten.
 */
export class TailSampler implements RequestFollower, RequestWatcher {
  /** of those that are decided, whichever way; the first of equals */
  slowest: RequestTrace | undefined = undefined;
  firstFailed: RequestTrace | undefined = undefined;
  lastFailed: RequestTrace | undefined = undefined;
  private readonly underWay = new Map<number, RequestTrace>();
  private readonly asked = new Map<number, RequestTrace | undefined>();
  private awaitedAt: Id | undefined = undefined;
  private reached: RequestTrace | undefined = undefined;
  private readonly now: () => Micros;
  /** a few of all, whatever becomes of them */
  readonly sample: RequestSample;
  readonly counts: LinkCounts;

  /** @param every one request in so many goes into the sample */
  constructor(now: () => Micros, every: number) {
    this.now = now;
    this.sample = new RequestSample(every, now);
    this.counts = new LinkCounts(now);
  }

  /** Keeps this request whatever becomes of it. @param number from 1 in the order of their start; not begun yet */
  want(number: number): void {
    this.asked.set(number, undefined);
  }

  /** One that was wanted; undefined: it has not begun. */
  wanted(number: number): RequestTrace | undefined {
    return this.asked.get(number);
  }

  /** Keeps the next request that somebody sends to `id`: it is `expected` then. */
  expectAt(id: Id): void {
    this.awaitedAt = id;
    this.reached = undefined;
  }

  /** undefined: none has come */
  get expected(): RequestTrace | undefined {
    return this.reached;
  }

  /** The one that has waited longest; undefined: nobody waits. */
  get oldest(): RequestTrace | undefined {
    return this.underWay.values().next().value;
  }

  started(request: Request): void {
    const isWanted = this.asked.has(request.id);
    if (this.underWay.size >= MOST_AT_ONCE && !isWanted) return;
    const trace = new RequestTrace(request);
    this.underWay.set(request.id, trace);
    this.sample.started(trace);
    if (isWanted) this.asked.set(request.id, trace);
  }

  packet(fate: PacketFate, kind: number, exchange: Exchange): void {
    if (exchange.request === undefined) return this.sample.foreign(fate, kind, exchange);
    this.counts.packet(fate, kind, exchange);
    const trace = this.underWay.get(exchange.request.id);
    trace?.packet(fate, kind, exchange, this.now());
    if (this.awaitedAt === exchange.callee.id && this.reached === undefined) this.reached = trace;
  }

  ruled(by: Id, name: RulingName, request: Request, about: Id | undefined): void {
    this.underWay.get(request.id)?.ruled(by, name, about, this.now());
  }

  decided(request: Request, ok: boolean, outcome: string): void {
    const trace = this.underWay.get(request.id);
    if (trace === undefined) return;
    this.underWay.delete(request.id);
    trace.outcome = outcome;
    trace.ended = this.now();
    if (this.slowest === undefined || tookOf(trace) > tookOf(this.slowest)) this.slowest = trace;
    if (ok) return;
    this.firstFailed ??= trace;
    this.lastFailed = trace;
  }
}

function tookOf({ start, ended }: RequestTrace): Micros {
  return (ended ?? start) - start;
}
