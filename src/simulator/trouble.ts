import type { Id, Micros } from '../topology/types.ts';
import type { Request } from './request.ts';

/** A request that has been without an answer for so long is in trouble; ordinary ones take a tenth of it. */
const LONG: Micros = 300_000;
/** of which it has spent so long where it is now */
const STUCK: Micros = 100_000;

/** Where requests wait or fail: the last step that they took. */
export interface TroubleView {
  /** who asked last: `users` or a component */
  readonly from: Id;
  /** whom */
  readonly at: Id;
  readonly write: boolean;
  /** without an answer for 300 ms and more, and there for 100 ms */
  readonly waiting: number;
  /** when the first of them started; undefined: none waits */
  readonly waitingSince: Micros | undefined;
  /** failed in the last full second */
  readonly failed: number;
  /** of them: who was asked answered itself, with an error; or the user's patience ended */
  readonly answered: number;
  readonly timedOut: number;
  /** when the first of them failed; undefined: none did */
  readonly failedSince: Micros | undefined;
}

/** What is counted of one step. */
type Count = { -readonly [K in keyof TroubleView]: TroubleView[K] };

type Step = string;

/** Keeps count of where requests fail. It looks at the requests themselves, never at what was done to a component. */
export class Trouble {
  private failing = new Map<Step, Count>();
  private failedLast = new Map<Step, Count>();
  /** start of the newest request that failed, or took long, or waits for long; undefined: none did */
  newest: Micros | undefined = undefined;
  /** how many failed or took long */
  count = 0;

  decided(request: Request, outcome: string, ok: boolean, now: Micros): void {
    if (!ok || now - request.start >= LONG) {
      this.count++;
      this.newest = Math.max(this.newest ?? 0, request.start);
    }
    if (ok) return;
    const count = countOf(this.failing, request);
    if (count === undefined) return;
    count.failed++;
    if (outcome === 'client-timeout') count.timedOut++;
    else if (request.decidedBy === request.lastReached && /^\d/.test(outcome)) count.answered++;
    count.failedSince ??= now;
  }

  /** A full second is over. */
  close(): void {
    this.failedLast = this.failing;
    this.failing = new Map();
  }

  /** The worst first. `unanswered` are the requests without an answer, in order of their start. */
  view(unanswered: Iterable<Request>, now: Micros): TroubleView[] {
    const counts = new Map([...this.failedLast].map(([step, count]) => [step, { ...count }]));
    for (const request of unanswered) {
      if (now - request.start < LONG) break;
      this.newest = Math.max(this.newest ?? 0, request.start);
      const count = now - request.askedSince < STUCK ? undefined : countOf(counts, request);
      if (count === undefined) continue;
      count.waiting++;
      count.waitingSince ??= request.start;
    }
    return [...counts.values()].sort((a, b) => b.waiting + b.failed - (a.waiting + a.failed));
  }
}

/** Undefined for a request that got nowhere: its name did not resolve. */
function countOf(counts: Map<Step, Count>, { askedBy, lastReached, write }: Request): Count | undefined {
  if (askedBy === undefined || lastReached === undefined) return undefined;
  const step = `${askedBy} ${lastReached} ${write}`;
  let count = counts.get(step);
  if (count === undefined) {
    const waiting = { waiting: 0, waitingSince: undefined };
    const failed = { failed: 0, answered: 0, timedOut: 0, failedSince: undefined };
    count = { from: askedBy, at: lastReached, write, ...waiting, ...failed };
    counts.set(step, count);
  }
  return count;
}
