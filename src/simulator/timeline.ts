import type { Id, Micros } from '../topology/types.ts';
import { Histogram } from './engine/histogram.ts';
import type { Request } from './request.ts';

const SECOND: Micros = 1_000_000;
/** a longer run keeps its newest hour */
const KEPT = 3600;

/** Requests that failed in one way: what their users got, and from whom. */
export interface FailedAs {
  /** a status, or `refused`, `reset`, `client-timeout`, `dns`, `tls` */
  readonly outcome: string;
  /** who answered so, or was the last that the request had reached; undefined: it got nowhere */
  readonly by: Id | undefined;
  readonly count: number;
}

/** What the users saw in one second, whenever their requests had started. It never changes afterwards. */
export interface TimelineSecond {
  /** seconds from the start of the run */
  readonly t: number;
  /** requests that began in it */
  readonly started: number;
  readonly ok: number;
  readonly failed: number;
  /** the failed ones, most frequent first */
  readonly failedAs: readonly FailedAs[];
  /** requests without an answer at its end */
  readonly waiting: number;
  /** for how long the oldest of them had waited; 0 when nobody waits */
  readonly oldestWait: Micros;
  /** of the good answers of this second, in microseconds; undefined when there was none */
  readonly p50: Micros | undefined;
  readonly p95: Micros | undefined;
}

/** Writes down, second by second, what the users see. */
export class Timeline {
  /** full seconds, oldest first */
  readonly seconds: TimelineSecond[] = [];
  private begun = 0;
  private ok = 0;
  private failed = 0;
  private readonly failedAs = new Map<string, { outcome: string; by: Id | undefined; count: number }>();
  private readonly latency = new Histogram();
  /** every request that waits, in order of their start, and some that wait no longer */
  private pending: Request[] = [];
  private oldest = 0;
  private waiting = 0;

  started(request: Request): void {
    this.begun++;
    this.pending.push(request);
    this.waiting++;
  }

  /** A request is decided: `by` is who decided it. */
  decided(request: Request, outcome: string, ok: boolean, took: Micros): void {
    this.waiting--;
    if (ok) {
      this.ok++;
      this.latency.add(took);
      return;
    }
    this.failed++;
    const by = request.decidedBy;
    const key = `${outcome} ${by}`;
    const known = this.failedAs.get(key);
    if (known === undefined) this.failedAs.set(key, { outcome, by, count: 1 });
    else known.count++;
  }

  /** A full second is over. */
  close(now: Micros): void {
    this.seconds.push({
      t: Math.round(now / SECOND) - 1,
      started: this.begun,
      ok: this.ok,
      failed: this.failed,
      failedAs: [...this.failedAs.values()].sort((a, b) => b.count - a.count),
      waiting: this.waiting,
      oldestWait: this.oldestWait(now),
      p50: this.latency.quantile(0.5),
      p95: this.latency.quantile(0.95),
    });
    if (this.seconds.length > KEPT) this.seconds.shift();
    this.begun = 0;
    this.ok = 0;
    this.failed = 0;
    this.failedAs.clear();
    this.latency.clear();
  }

  /** Requests without an answer, in order of their start. */
  *unanswered(): Iterable<Request> {
    for (let place = this.oldest; place < this.pending.length; place++) {
      const request = this.pending[place];
      if (request !== undefined && !request.isDecided) yield request;
    }
  }

  /** For how long the oldest request has waited. */
  oldestWait(now: Micros): Micros {
    while (this.pending[this.oldest]?.isDecided === true) this.oldest++;
    if (this.oldest * 2 > this.pending.length) {
      this.pending = this.pending.slice(this.oldest);
      this.oldest = 0;
    }
    const first = this.pending[this.oldest];
    return first === undefined ? 0 : now - first.start;
  }
}
