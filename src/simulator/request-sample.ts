import type { Micros, Topology } from '../topology/types.ts';
import type { Exchange } from './exchange.ts';
import { type PacketFate, SYN } from './network.ts';
import { RequestTrace } from './trace.ts';

/** So many requests of users a second are picked at the rate of the file; a spike brings more, as it brings more of all. */
const PICKED_A_SECOND = 6;
/** Of a flood one in so many is picked. */
const HOSTILE_EVERY = 250;
/** Of those that are decided the newest so long are kept, and never more than so many in all. */
const KEPT: Micros = 30_000_000;
const MOST = 600;

/** One that was picked, with its way so far. */
export interface SampledRequest {
  readonly trace: RequestTrace;
  /** which pick it was, from 0: whoever wants fewer takes every second, third, ... */
  readonly pick: number;
  /** an attacker's */
  readonly hostile: boolean;
}

/** What the sample asks of the traffic: how many requests come in a second. */
export function sampledEvery({ loop, rate, clients, think }: Topology['traffic']): number {
  const arrivals = loop === 'open' ? rate : clients / Math.max(0.001, think / 1_000_000);
  return Math.max(1, Math.round(arrivals / PICKED_A_SECOND));
}

/**
 * A few of all requests, one of each `every` in a row: which one is as good as random, so that it meets each server of a
 * round robin. The choice depends on the numbers of the requests alone, and nothing in the run depends on it.
 */
export class RequestSample {
  readonly every: number;
  private readonly now: () => Micros;
  private picked: SampledRequest[] = [];
  private readonly hostile = new Map<Exchange, RequestTrace>();
  private floods = 0;

  constructor(every: number, now: () => Micros) {
    this.every = every;
    this.now = now;
  }

  /** Those that are under way, and those that were until lately; in order of their start. */
  get requests(): readonly SampledRequest[] {
    return this.picked;
  }

  started(trace: RequestTrace): void {
    const pick = Math.floor(trace.number / this.every);
    if (trace.number % this.every === scattered(pick) % this.every)
      this.keep({ trace, pick, hostile: false });
  }

  /** A packet that belongs to no user's request. */
  foreign(fate: PacketFate, kind: number, exchange: Exchange): void {
    if (!('id' in exchange.caller) || exchange.caller.id !== 'attacker') return;
    const isFirst = kind === SYN && fate !== 'arrived' && exchange.losses === 0;
    const trace = isFirst ? this.pickHostile(exchange) : this.hostile.get(exchange);
    trace?.packet(fate, kind, exchange, this.now());
  }

  private pickHostile(exchange: Exchange): RequestTrace | undefined {
    const number = this.floods++;
    if (number % HOSTILE_EVERY !== 0) return undefined;
    const pick = number / HOSTILE_EVERY;
    const trace = new RequestTrace({ id: pick, client: 0, write: false, start: this.now() });
    this.hostile.set(exchange, trace);
    this.keep({ trace, pick, hostile: true });
    return trace;
  }

  private keep(one: SampledRequest): void {
    const oldest = this.now() - KEPT;
    const isOld = ({ trace, hostile }: SampledRequest) =>
      hostile ? trace.start < oldest : trace.ended !== undefined && trace.ended < oldest;
    if (this.picked.some(isOld)) this.forget(isOld);
    if (this.picked.length < MOST) this.picked.push(one);
  }

  private forget(isOld: (one: SampledRequest) => boolean): void {
    this.picked = this.picked.filter((one) => !isOld(one));
    const kept = new Set(this.picked.map(({ trace }) => trace));
    for (const [exchange, trace] of this.hostile) if (!kept.has(trace)) this.hostile.delete(exchange);
  }
}

/** Knuth's multiplicative hash: neighbours land far from each other. */
function scattered(number: number): number {
  return Math.imul(number, 2_654_435_761) >>> 0;
}
