import type { Actor } from './event-queue.ts';

/** The time, and what will happen in it. */
export interface EventClock {
  readonly now: number;
  at<S>(time: number, actor: Actor<S>, kind: number, subject: S): void;
}

/** Whoever timeouts happen to; it may put one off. */
export interface TimerActor<S> {
  on(kind: number, subject: S, timer: Timer): void;
}

/** A timeout that has been started. */
export class Timer {
  readonly at: number;
  readonly actor: TimerActor<unknown>;
  readonly kind: number;
  readonly subject: unknown;
  live = true;
  private expired = false;
  private readonly lane: Lane;

  constructor(lane: Lane, at: number, actor: TimerActor<unknown>, kind: number, subject: unknown) {
    this.lane = lane;
    this.at = at;
    this.actor = actor;
    this.kind = kind;
    this.subject = subject;
  }

  cancel(): void {
    if (!this.live) return;
    this.live = false;
    if (!this.expired) this.lane.cancelled();
  }

  /** Its time has come. */
  expire(): void {
    this.live = false;
    this.expired = true;
    this.actor.on(this.kind, this.subject, this);
  }

  /** It has expired, and whom it concerns will look at it later: until then it can be cancelled. */
  hold(): this {
    this.live = true;
    return this;
  }
}

/**
 * Timeouts of one length expire in the order in which they were started, so each length has a plain queue of its own
 * and only its head stands in the event queue. Nearly all are cancelled, the oldest first: they leave at once. Those
 * behind one that runs for long leave as soon as they are the majority, so that nothing waits out the minute of a
 * timeout that was over after milliseconds.
 */
export class Timers {
  private readonly lanes = new Map<number, Lane>();
  private readonly clock: EventClock;

  constructor(clock: EventClock) {
    this.clock = clock;
  }

  start<S>(delay: number, actor: TimerActor<S>, kind: number, subject: S): Timer {
    let lane = this.lanes.get(delay);
    if (lane === undefined) {
      // lengths may come in any number (half of the time that is left): a queue that has run empty is given up
      lane = new Lane(this.clock, () => this.lanes.delete(delay));
      this.lanes.set(delay, lane);
    }
    const timer = new Timer(lane, this.clock.now + delay, actor as TimerActor<unknown>, kind, subject);
    lane.add(timer);
    return timer;
  }
}

class Lane implements Actor<undefined> {
  private timers: (Timer | undefined)[] = [];
  private head = 0;
  /** how many of them are cancelled, from the head on */
  private dead = 0;
  private armed = false;
  private readonly clock: EventClock;
  private readonly runEmpty: () => void;

  constructor(clock: EventClock, runEmpty: () => void) {
    this.clock = clock;
    this.runEmpty = runEmpty;
  }

  add(timer: Timer): void {
    this.timers.push(timer);
    this.arm();
  }

  /** The event of an earlier head may come too soon: then the next one is waited for. */
  on(): void {
    this.armed = false;
    for (;;) {
      const timer = this.timers[this.head];
      if (timer === undefined || timer.at > this.clock.now) break;
      this.timers[this.head++] = undefined;
      if (timer.live) timer.expire();
      else this.dead--;
    }
    this.forgetDead();
    this.arm();
    if (!this.armed) this.runEmpty();
  }

  /** One of its timers was cancelled. */
  cancelled(): void {
    this.dead++;
    this.forgetDead();
    if (this.dead > 64 && this.dead * 2 > this.timers.length - this.head) {
      this.timers = this.timers.filter((timer) => timer?.live === true);
      this.head = 0;
      this.dead = 0;
    }
  }

  private forgetDead(): void {
    const { timers } = this;
    while (this.head < timers.length && timers[this.head]?.live === false) {
      timers[this.head++] = undefined;
      this.dead--;
    }
    if (this.head === timers.length) {
      timers.length = 0;
      this.head = 0;
    } else if (this.head > 64 && this.head * 2 > timers.length) {
      this.timers = timers.slice(this.head);
      this.head = 0;
    }
  }

  private arm(): void {
    const next = this.timers[this.head];
    if (next === undefined || this.armed) return;
    this.armed = true;
    this.clock.at(next.at, this, 0, undefined);
  }
}
