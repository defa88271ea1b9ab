import type { Micros } from '../topology/types.ts';
import type { Fault, TimedFault } from './faults/fault.ts';

/**
 * What was done by hand in a run, to be done again in the next one. A run is its topology, its seed and what was done
 * at which time, so going back is running it again; nothing has to be saved on the way. Whoever advances a run stops
 * at `next`, and does what is `due`: each thing happens between the same events as it did.
 */
export class Replay {
  /** by time; beyond `#again` it is still to come */
  #done: readonly TimedFault[];
  #again = 0;

  constructor(done: readonly TimedFault[] = []) {
    this.#done = done;
  }

  /** Everything that was done, here or in the run that this one repeats. */
  get done(): readonly TimedFault[] {
    return this.#done;
  }

  /** What is still to be done again. */
  get ahead(): readonly TimedFault[] {
    return this.#done.slice(this.#again);
  }

  /** When the next thing is due; never, if nothing is. */
  get next(): Micros {
    return this.#done[this.#again]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Hands over what is to happen until `now`, in its order; each thing once. */
  due(now: Micros): readonly Fault[] {
    const due = this.ahead.filter(({ at }) => at <= now);
    this.#again += due.length;
    return due.map(({ fault }) => fault);
  }

  /** Something more is to be done, at a time that has not passed. */
  plan(timed: TimedFault): void {
    const later = this.#done.findIndex(({ at }, index) => index >= this.#again && at > timed.at);
    const place = later < 0 ? this.#done.length : later;
    this.#done = [...this.#done.slice(0, place), timed, ...this.#done.slice(place)];
  }

  /** Something else is done now. What was still to come is forgotten: from here on it is a new story. */
  depart(fault: Fault, now: Micros): void {
    this.#done = [...this.#done.slice(0, this.#again), { at: now, fault }];
  }
}
