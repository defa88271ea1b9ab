import type { Id, Micros } from '../topology/types.ts';
import type { Exchange } from './exchange.ts';
import { DATA, type PacketFate, SYN } from './network.ts';
import { PerSecond } from './per-second.ts';

/** How often one asked another in the last full second because of users' requests; what TCP repeats counts once. */
export interface LinkCount {
  readonly from: Id;
  readonly to: Id;
  readonly rate: number;
}

/** Counts who asks whom. */
export class LinkCounts {
  private readonly counts = new Map<
    string,
    { readonly from: Id; readonly to: Id; readonly asked: PerSecond }
  >();
  private readonly now: () => Micros;

  constructor(now: () => Micros) {
    this.now = now;
  }

  packet(fate: PacketFate, kind: number, exchange: Exchange): void {
    const opens = kind === SYN || (kind === DATA && exchange.reused);
    if (!opens || fate === 'arrived' || exchange.losses > 0) return;
    const [from, to] = [exchange.caller.id, exchange.callee.id];
    const key = `${from} ${to}`;
    const count = this.counts.get(key) ?? { from, to, asked: new PerSecond() };
    this.counts.set(key, count);
    count.asked.count(this.now());
  }

  /** Those who asked at all. */
  get lastSecond(): readonly LinkCount[] {
    return [...this.counts.values()].flatMap(({ from, to, asked }) => {
      const rate = asked.last(this.now());
      return rate === 0 ? [] : [{ from, to, rate }];
    });
  }
}
