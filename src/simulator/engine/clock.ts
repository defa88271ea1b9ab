import { type Actor, EventQueue } from './event-queue.ts';
import { type Timer, type TimerActor, Timers } from './timers.ts';

/** Simulated time in integer microseconds, and everything that will happen in it. */
export class Clock {
  now = 0;
  /** events that have happened so far */
  fired = 0;
  /** when the newest of them happened; -1: none has */
  firedAt = -1;
  private readonly queue = new EventQueue();
  private readonly timers = new Timers(this);

  /** events that are still to come */
  get pending(): number {
    return this.queue.size;
  }

  /** Lets `actor.on(kind, subject)` happen `delay` microseconds from now. */
  after<S>(delay: number, actor: Actor<S>, kind: number, subject: S): void {
    this.queue.push(this.now + delay, actor, kind, subject);
  }

  /** The same at a moment, which must not lie in the past. */
  at<S>(time: number, actor: Actor<S>, kind: number, subject: S): void {
    this.queue.push(time, actor, kind, subject);
  }

  /** Like `after`, for the many timeouts of which nearly all are cancelled: both are cheap. */
  timer<S>(delay: number, actor: TimerActor<S>, kind: number, subject: S): Timer {
    return this.timers.start(delay, actor, kind, subject);
  }

  /** Lets everything happen up to and including `time`; then it is `time`. */
  runTo(time: number): void {
    const { queue } = this;
    const before = this.fired;
    while (queue.nextTime <= time) {
      this.now = queue.nextTime;
      this.fired++;
      queue.fireNext();
    }
    if (this.fired > before) this.firedAt = this.now;
    this.now = time;
  }

  /**
   * The same, but after `most` events it stops earlier: between two moments, never within one, so that a run which goes
   * on from there is the same run.
   */
  runSome(time: number, most: number): void {
    const last = this.fired + most;
    while (this.fired < last && this.queue.nextTime <= time) this.runTo(this.queue.nextTime);
    if (this.queue.nextTime > time) this.now = time;
  }
}
