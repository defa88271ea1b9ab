import type { Duration } from '../topology/types.ts';
import { exp, log } from './engine/elementary.ts';
import type { RandomStream } from './engine/random.ts';

/** Draws how long a piece of work takes, in whole microseconds. */
export function draw(duration: Duration, stream: RandomStream): number {
  switch (duration.shape) {
    case 'constant':
      return duration.mean;
    case 'exponential':
      return Math.round(stream.exponential(duration.mean));
    case 'lognormal': {
      const variance = log(1 + duration.cv * duration.cv);
      const middle = log(duration.mean) - variance / 2;
      return Math.round(exp(middle + Math.sqrt(variance) * stream.normal()));
    }
  }
}
