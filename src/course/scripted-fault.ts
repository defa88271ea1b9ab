import { RandomStream } from '../simulator/engine/random.ts';
import type { TimedFault } from '../simulator/faults/fault.ts';
import { formatTime, parseTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';

/** A fault of a prepared run; its time may be left to chance. */
export interface ScriptedFault extends TimedFault {
  /** what `at` was drawn from; undefined: it is written as it is */
  readonly between?: Between | undefined;
}

interface Between {
  readonly from: Micros;
  readonly to: Micros;
}

const millisecond = 1000;

/** What `10s..20s kill web-2` leaves to chance, and the same words with its first time: `10s kill web-2`. */
export function takeBetween(words: string): {
  readonly words: string;
  readonly between: Between | undefined;
} {
  const [time = '', ...rest] = words.trim().split(/\s+/);
  const [first = '', second = ''] = time.split('..', 2);
  const [from, to] = [parseTime(first), parseTime(second)];
  if (from === undefined || to === undefined || from >= to) return { words, between: undefined };
  return { words: [formatTime(from), ...rest].join(' '), between: { from, to } };
}

/**
 * The faults as they happen with this seed. A time that is drawn depends on the seed and on the fault's place in the list,
 * and is of whole milliseconds from the first of its range.
 */
export function withTimesDrawn(faults: readonly ScriptedFault[], seed: number): readonly ScriptedFault[] {
  return faults.map((fault, index) => {
    const { between } = fault;
    if (between === undefined) return fault;
    const steps = Math.floor((between.to - between.from) / millisecond) + 1;
    const chance = new RandomStream(seed, `fault ${index}`);
    return { ...fault, at: between.from + chance.below(steps) * millisecond };
  });
}
