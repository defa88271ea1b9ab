import type { Clock } from './clock.ts';
import type { Actor } from './event-queue.ts';

/** A timeout that has been started. */
export class Timer {
  readonly at: number;
  readonly actor: Actor<unknown>;
  readonly kind: number;
  /** cleared when cancelled, so that nothing big is kept alive until the timer's place is reached */
  subject: unknown;
  live = true;

  constructor(at: number, actor: Actor<unknown>, kind: number, subject: unknown) {
    this.at = at;
    this.actor = actor;
    this.kind = kind;
    this.subject = subject;
  }

  cancel(): void {
    this.live = false;
    this.subject = undefined;
  }
}

/**
 * Timeouts of one length expire in the order in which they were started, so each length has a plain queue of
 * its own and only its head stands in the event queue. Cancelling marks; the mark is dropped when its turn comes.
 */
export class TimerWheel {
  private readonly lanes = new Map<number, Lane>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  start<S>(delay: number, actor: Actor<S>, kind: number, subject: S): Timer {
    let lane = this.lanes.get(delay);
    if (lane === undefined) {
      lane = new Lane(this.clock);
      this.lanes.set(delay, lane);
    }
    const timer = new Timer(this.clock.now + delay, actor as Actor<unknown>, kind, subject);
    lane.add(timer);
    return timer;
  }
}

class Lane implements Actor<undefined> {
  private timers: Timer[] = [];
  private head = 0;
  private armed = false;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  add(timer: Timer): void {
    this.timers.push(timer);
    if (!this.armed) this.arm();
  }

  on(): void {
    this.armed = false;
    const { clock } = this;
    for (;;) {
      const timer = this.timers[this.head];
      if (timer === undefined || timer.at > clock.now) break;
      this.head++;
      if (timer.live) {
        timer.live = false;
        timer.actor.on(timer.kind, timer.subject);
      }
    }
    this.arm();
  }

  private arm(): void {
    while (this.head < this.timers.length && !(this.timers[this.head] as Timer).live) this.head++;
    this.compact();
    const next = this.timers[this.head];
    if (next === undefined || this.armed) return;
    this.armed = true;
    this.clock.at(next.at, this, 0, undefined);
  }

  /** Forgets what has passed once it is the larger part. */
  private compact(): void {
    if (this.head === this.timers.length) {
      this.timers.length = 0;
      this.head = 0;
    } else if (this.head > 512 && this.head * 2 > this.timers.length) {
      this.timers = this.timers.slice(this.head);
      this.head = 0;
    }
  }
}
