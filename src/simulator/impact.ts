import type { Micros } from '../topology/types.ts';
import type { RequestWatcher } from './metrics.ts';
import type { Request } from './request.ts';

const SECOND: Micros = 1_000_000;
/** After a second without an answer a user's flow of thought is broken (Nielsen, Usability Engineering, 1993, ch. 5). */
const SLOW: Micros = SECOND;
/** A second is an outage when more than this share of the requests that began in it failed. */
const OUTAGE = 0.5;

/** What a run did to its users. Counts, and seconds. */
export interface ImpactReport {
  /** distinct users who came */
  readonly users: number;
  /** of them: those of whom a request failed, or had no answer for a second */
  readonly usersHurt: number;
  readonly requests: number;
  readonly failed: number;
  /** answered, after a second or more */
  readonly slow: number;
  /** seconds in which more than half of the requests that began failed */
  readonly outageSeconds: number;
}

/** Counts whom a run hurts, as it goes on. */
export class Impact implements RequestWatcher {
  readonly #users = new Set<number>();
  readonly #hurt = new Set<number>();
  readonly #waiting = new Set<Request>();
  /** good minus failed requests, by the second in which they began */
  readonly #balance: number[] = [];
  #requests = 0;
  #failed = 0;
  #slow = 0;
  readonly #now: () => Micros;

  constructor(now: () => Micros) {
    this.#now = now;
  }

  started(request: Request): void {
    this.#requests++;
    this.#users.add(request.client);
    this.#waiting.add(request);
  }

  decided(request: Request, ok: boolean): void {
    this.#waiting.delete(request);
    const second = Math.floor(request.start / SECOND);
    while (this.#balance.length <= second) this.#balance.push(0);
    this.#balance[second] = (this.#balance[second] ?? 0) + (ok ? 1 - OUTAGE : -OUTAGE) * 2;
    const isSlow = this.#now() - request.start >= SLOW;
    if (!ok) this.#failed++;
    else if (isSlow) this.#slow++;
    if (!ok || isSlow) this.#hurt.add(request.client);
  }

  /** As it stands: whoever has waited for a second now is hurt already. */
  report(): ImpactReport {
    const late = [...this.#waiting].filter(({ start }) => this.#now() - start >= SLOW);
    const hurt = new Set([...this.#hurt, ...late.map(({ client }) => client)]);
    return {
      users: this.#users.size,
      usersHurt: hurt.size,
      requests: this.#requests,
      failed: this.#failed,
      slow: this.#slow,
      outageSeconds: this.#balance.filter((balance) => balance < 0).length,
    };
  }
}
