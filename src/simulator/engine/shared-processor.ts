import type { Clock } from './clock.ts';
import type { Actor } from './event-queue.ts';

/** A piece of CPU work in progress. */
interface Job<S> {
  /** virtual time at which it is done */
  readonly finish: number;
  readonly order: number;
  readonly actor: Actor<S>;
  readonly kind: number;
  readonly subject: S;
}

/**
 * CPUs shared by all jobs alike (processor sharing): with n jobs on c CPUs each runs at the speed min(1, c/n).
 * Virtual time runs at that speed; a job of w microseconds is done w of virtual time after it came.
 */
export class SharedProcessor implements Actor<undefined> {
  /** CPU time spent so far, in microseconds over all CPUs */
  private spent = 0;
  private virtual = 0;
  private updated = 0;
  private order = 0;
  private wake = -1;
  private jobs: Job<unknown>[] = [];
  /** jobs that stand still, with the work that each has left as `finish` */
  private readonly suspended = new Map<Actor<unknown>, readonly Job<unknown>[]>();
  private readonly clock: Clock;
  private readonly cpus: number;
  /** share of the CPUs taken by somebody else */
  private taken = 0;

  constructor(clock: Clock, cpus: number) {
    this.clock = clock;
    this.cpus = cpus;
  }

  /** CPU time used until now, in microseconds summed over the CPUs; what a hog took counts. */
  busyTime(): number {
    this.advance();
    return this.spent;
  }

  /** Somebody else takes this share (0..1) of the CPUs from now on. */
  take(share: number): void {
    this.advance();
    this.taken = share;
    this.arm();
  }

  /** Does `work` microseconds of CPU work, then `actor.on(kind, subject)`. */
  run<S>(work: number, actor: Actor<S>, kind: number, subject: S): void {
    this.advance();
    const job: Job<S> = { finish: this.virtual + work, order: this.order++, actor, kind, subject };
    this.insert(job as Job<unknown>);
    this.arm();
  }

  /** All work of this actor is gone: it was killed. */
  drop(actor: Actor<unknown>): void {
    this.suspended.delete(actor);
    this.takeOut(actor);
  }

  /** All work of this actor stands still: it was stopped. */
  suspend(actor: Actor<unknown>): void {
    const jobs = this.takeOut(actor).map((job) => ({ ...job, finish: job.finish - this.virtual }));
    if (jobs.length > 0) this.suspended.set(actor, jobs);
  }

  /** It goes on from where it stood. */
  resume(actor: Actor<unknown>): void {
    const jobs = this.suspended.get(actor) ?? [];
    this.suspended.delete(actor);
    for (const { finish, kind, subject } of jobs) this.run(Math.max(0, finish), actor, kind, subject);
  }

  private takeOut(actor: Actor<unknown>): Job<unknown>[] {
    this.advance();
    const taken = this.jobs.filter((job) => job.actor === actor).sort(inOrder);
    // sorted, the rest is a heap
    if (taken.length > 0) this.jobs = this.jobs.filter((job) => job.actor !== actor).sort(inOrder);
    this.arm();
    return taken;
  }

  on(): void {
    if (this.clock.now !== this.wake) return;
    this.wake = -1;
    this.advance();
    for (;;) {
      const job = this.jobs[0];
      // half a microsecond: times are whole microseconds, virtual time is not
      if (job === undefined || job.finish > this.virtual + 0.5) break;
      this.removeFirst();
      job.actor.on(job.kind, job.subject);
    }
    this.arm();
  }

  private speed(): number {
    const n = this.jobs.length;
    const free = this.cpus * (1 - this.taken);
    return n <= free ? 1 : free / n;
  }

  private advance(): void {
    const passed = this.clock.now - this.updated;
    this.updated = this.clock.now;
    if (passed === 0) return;
    this.spent += passed * this.cpus * this.taken;
    if (this.jobs.length === 0) return;
    const speed = this.speed();
    this.virtual += passed * speed;
    this.spent += passed * speed * this.jobs.length;
  }

  private arm(): void {
    const job = this.jobs[0];
    if (job === undefined) return;
    const speed = this.speed();
    if (speed <= 0) return;
    const due = this.clock.now + Math.max(0, Math.round((job.finish - this.virtual) / speed));
    if (due === this.wake) return;
    this.wake = due;
    this.clock.at(due, this, 0, undefined);
  }

  private insert(job: Job<unknown>): void {
    const { jobs } = this;
    let at = jobs.length;
    jobs.push(job);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = jobs[parent] as Job<unknown>;
      if (!sooner(job, above)) break;
      jobs[at] = above;
      at = parent;
    }
    jobs[at] = job;
  }

  private removeFirst(): void {
    const { jobs } = this;
    const last = jobs.pop() as Job<unknown>;
    if (jobs.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= jobs.length) break;
      if (child + 1 < jobs.length && sooner(jobs[child + 1] as Job<unknown>, jobs[child] as Job<unknown>))
        child++;
      if (!sooner(jobs[child] as Job<unknown>, last)) break;
      jobs[at] = jobs[child] as Job<unknown>;
      at = child;
    }
    jobs[at] = last;
  }
}

function inOrder(a: Job<unknown>, b: Job<unknown>): number {
  return a.finish - b.finish || a.order - b.order;
}

function sooner(a: Job<unknown>, b: Job<unknown>): boolean {
  return a.finish < b.finish || (a.finish === b.finish && a.order < b.order);
}
