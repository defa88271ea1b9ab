/**
 * The future: a four-ary heap on typed arrays, ordered by time and then by sequence, so that two events of one
 * moment happen in the order in which they were scheduled. It knows nothing of what the events mean.
 */

/** Whoever events happen to. A method, so that an actor of one subject type can stand in the queue with others. */
export interface Actor<S> {
  on(kind: number, subject: S): void;
}

const ARITY = 4;

export class EventQueue {
  private times = new Float64Array(1024);
  private sequences = new Float64Array(1024);
  private slots = new Int32Array(1024);
  private length = 0;
  private sequence = 0;

  private readonly actors: Actor<unknown>[] = [];
  private readonly kinds: number[] = [];
  private readonly subjects: unknown[] = [];
  private readonly free: number[] = [];

  get size(): number {
    return this.length;
  }

  /** Time of the next event; Infinity when there is none. */
  get nextTime(): number {
    return this.length === 0 ? Number.POSITIVE_INFINITY : (this.times[0] as number);
  }

  /** Schedules `actor.on(kind, subject)` at `time`. */
  push<S>(time: number, actor: Actor<S>, kind: number, subject: S): void {
    const slot = this.free.length > 0 ? (this.free.pop() as number) : this.actors.length;
    this.actors[slot] = actor as Actor<unknown>;
    this.kinds[slot] = kind;
    this.subjects[slot] = subject;
    if (this.length === this.times.length) this.grow();
    this.siftUp(this.length++, time, this.sequence++, slot);
  }

  /** Takes the next event out and lets it happen. There must be one. */
  fireNext(): void {
    const slot = this.slots[0] as number;
    this.length--;
    if (this.length > 0) {
      const last = this.length;
      this.siftDown(this.times[last] as number, this.sequences[last] as number, this.slots[last] as number);
    }
    const actor = this.actors[slot] as Actor<unknown>;
    const subject = this.subjects[slot];
    this.subjects[slot] = undefined;
    this.free.push(slot);
    actor.on(this.kinds[slot] as number, subject);
  }

  private siftUp(start: number, time: number, sequence: number, slot: number): void {
    const { times, sequences, slots } = this;
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      // a new event has the highest sequence: only an earlier time moves it up
      if ((times[parent] as number) <= time) break;
      times[at] = times[parent] as number;
      sequences[at] = sequences[parent] as number;
      slots[at] = slots[parent] as number;
      at = parent;
    }
    times[at] = time;
    sequences[at] = sequence;
    slots[at] = slot;
  }

  private siftDown(time: number, sequence: number, slot: number): void {
    const { times, sequences, slots, length } = this;
    let at = 0;
    for (;;) {
      const first = at * ARITY + 1;
      if (first >= length) break;
      const end = Math.min(first + ARITY, length);
      let best = first;
      let bestTime = times[first] as number;
      for (let child = first + 1; child < end; child++) {
        const childTime = times[child] as number;
        if (
          childTime < bestTime ||
          (childTime === bestTime && (sequences[child] as number) < (sequences[best] as number))
        ) {
          best = child;
          bestTime = childTime;
        }
      }
      if (bestTime > time || (bestTime === time && (sequences[best] as number) > sequence)) break;
      times[at] = bestTime;
      sequences[at] = sequences[best] as number;
      slots[at] = slots[best] as number;
      at = best;
    }
    times[at] = time;
    sequences[at] = sequence;
    slots[at] = slot;
  }

  private grow(): void {
    const wider = this.times.length * 2;
    const times = new Float64Array(wider);
    times.set(this.times);
    this.times = times;
    const sequences = new Float64Array(wider);
    sequences.set(this.sequences);
    this.sequences = sequences;
    const slots = new Int32Array(wider);
    slots.set(this.slots);
    this.slots = slots;
  }
}
