import type { Micros } from '../topology/types.ts';
import type { Clock } from './engine/clock.ts';
import { Histogram } from './engine/histogram.ts';
import type { FunctionName } from './function-name.ts';
import type { RequestReport, SecondReport } from './report.ts';
import type { Request } from './request.ts';
import { Timeline } from './timeline.ts';
import { Trouble } from './trouble.ts';

const SECOND = 1_000_000;

/** Counters of one second each, growing as the run does: five numbers a second. */
class Seconds {
  private numbers = new Float64Array(5 * 256);
  length = 0;

  /** `field`: 0 total, 1 ok, 2 failed, 3 p95 in microseconds (-1: none) */
  add(second: number, field: number, amount: number): void {
    this.reach(second);
    const place = second * 5 + field;
    this.numbers[place] = (this.numbers[place] as number) + amount;
  }

  set(second: number, field: number, value: number): void {
    this.reach(second);
    this.numbers[second * 5 + field] = value;
  }

  get(second: number, field: number): number {
    return second < this.length ? (this.numbers[second * 5 + field] as number) : 0;
  }

  private reach(second: number): void {
    while ((second + 1) * 5 > this.numbers.length) {
      const wider = new Float64Array(this.numbers.length * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    while (this.length <= second) this.numbers[this.length++ * 5 + 3] = -1;
  }
}

const TOTAL = 0;
const OK = 1;
const FAILED = 2;
const P95 = 3;

/** Hears of every request as it starts and as it is decided: for counts that a report does not have. */
export interface RequestWatcher {
  started(request: Request): void;
  decided(request: Request, ok: boolean, outcome: string): void;
}

/** What the users saw. A request belongs to the second in which it started. */
export class Metrics {
  readonly watchers: RequestWatcher[] = [];
  readonly latency = new Histogram();
  readonly timeline = new Timeline();
  readonly trouble = new Trouble();
  readonly byOutcome = new Map<string, number>();
  total = 0;
  ok = 0;
  failed = 0;
  /** good answers so far, and the time that they took together */
  readonly answers: Readonly<Record<FunctionName, { count: number; time: Micros }>> = {
    reads: { count: 0, time: 0 },
    writes: { count: 0, time: 0 },
  };
  /** when the newest write was acknowledged, and when the first after a pause of a second and more; 0: none was */
  readonly writes = { last: 0, again: 0 };
  readonly recorded: RequestReport[] | undefined;
  private readonly perSecond = new Seconds();
  /** answers by the second in which they came */
  private readonly decided = { second: 0, ok: 0, failed: 0, lastOk: 0, lastFailed: 0 };
  /** latencies of seconds whose requests may still be answered */
  private readonly open = new Map<number, Histogram>();
  private readonly spare: Histogram[] = [];
  private readonly clock: Clock;
  private readonly patience: Micros;

  constructor(clock: Clock, patience: Micros, record: boolean) {
    this.clock = clock;
    this.patience = patience;
    this.recorded = record ? [] : undefined;
  }

  started(request: Request): void {
    this.total++;
    for (const watcher of this.watchers) watcher.started(request);
    this.timeline.started(request);
    this.perSecond.add(Math.floor(request.start / SECOND), TOTAL, 1);
    if (request.path !== undefined) {
      this.recorded?.push({
        t: request.start / SECOND,
        client: request.client,
        kind: request.write ? 'write' : 'read',
        path: request.path,
        outcome: 'unfinished',
        ms: null,
      });
    }
  }

  finished(request: Request, outcome: string, ok: boolean): void {
    const second = Math.floor(request.start / SECOND);
    const took = this.clock.now - request.start;
    for (const watcher of this.watchers) watcher.decided(request, ok, outcome);
    this.timeline.decided(request, outcome, ok, took);
    this.trouble.decided(request, outcome, ok, this.clock.now);
    this.byOutcome.set(outcome, (this.byOutcome.get(outcome) ?? 0) + 1);
    this.perSecond.add(second, ok ? OK : FAILED, 1);
    this.turnDecided();
    if (ok) {
      this.ok++;
      this.decided.ok++;
      if (request.write) this.acknowledged();
      const answers = this.answers[request.write ? 'writes' : 'reads'];
      answers.count++;
      answers.time += took;
      this.latency.add(took);
      this.histogramOf(second).add(took);
    } else {
      this.failed++;
      this.decided.failed++;
    }
    const record = this.recorded?.[request.id - 1];
    if (record !== undefined) {
      record.outcome = outcome;
      record.ms = took / 1000;
    }
  }

  private acknowledged(): void {
    const { now } = this.clock;
    if (now - this.writes.last >= SECOND) this.writes.again = now;
    this.writes.last = now;
  }

  /** A full second is over. */
  close(): void {
    this.timeline.close(this.clock.now);
    this.trouble.close();
  }

  private histogramOf(second: number): Histogram {
    let histogram = this.open.get(second);
    if (histogram === undefined) {
      this.settle();
      histogram = this.spare.pop() ?? new Histogram();
      this.open.set(second, histogram);
    }
    return histogram;
  }

  /** Seconds whose users have all been answered, or have lost their patience, become one number. */
  private settle(): void {
    const settled = Math.floor((this.clock.now - this.patience) / SECOND) - 1;
    for (const [second, histogram] of this.open) {
      if (second >= settled) continue;
      this.perSecond.set(second, P95, histogram.quantile(0.95) ?? -1);
      histogram.clear();
      this.spare.push(histogram);
      this.open.delete(second);
    }
  }

  private turnDecided(): void {
    const second = Math.floor(this.clock.now / SECOND);
    const { decided } = this;
    if (second === decided.second) return;
    const follows = second === decided.second + 1;
    decided.lastOk = follows ? decided.ok : 0;
    decided.lastFailed = follows ? decided.failed : 0;
    decided.ok = 0;
    decided.failed = 0;
    decided.second = second;
  }

  /** Answers that came in the last full second. */
  lastSecond(): { ok: number; failed: number } {
    this.turnDecided();
    return { ok: this.decided.lastOk, failed: this.decided.lastFailed };
  }

  /** 95th percentile in microseconds of what started in the last `count` seconds. */
  recentP95(count: number): number | undefined {
    const now = Math.floor(this.clock.now / SECOND);
    const recent = new Histogram();
    for (let second = now - count; second <= now; second++) {
      const histogram = this.open.get(second);
      if (histogram !== undefined) recent.addAll(histogram);
    }
    return recent.quantile(0.95);
  }

  get availability(): number {
    const decided = this.ok + this.failed;
    return decided === 0 ? 1 : this.ok / decided;
  }

  /** seconds in which at least one request has started, from 0 */
  get seconds(): number {
    return this.perSecond.length;
  }

  second(t: number): SecondReport {
    const total = this.perSecond.get(t, TOTAL);
    const ok = this.perSecond.get(t, OK);
    const failed = this.perSecond.get(t, FAILED);
    const open = this.open.get(t)?.quantile(0.95);
    const p95 = open ?? (t < this.perSecond.length ? this.perSecond.get(t, P95) : -1);
    return { t, total, ok, failed, unfinished: total - ok - failed, p95_ms: p95 < 0 ? null : p95 / 1000 };
  }
}
