import type { TailSampler } from '../simulator/tail-sampler.ts';
import type { WorldView } from '../simulator/view.ts';
import type { StoryLine } from '../story/story.ts';
import type { Micros, Topology } from '../topology/types.ts';

/** A live run, as far as the screens that look closer at it need it: they share it with the screen below them. */
export interface WatchedRun {
  readonly topology: Topology;
  readonly now: Micros;
  readonly view: WorldView;
  readonly log: readonly StoryLine[];
  /** follows the requests of users from the beginning of the run */
  readonly sampler: TailSampler;
  readonly requestsStarted: number;
  /** Lets time pass until `to`, or as far as one frame's work goes. */
  advance(to: Micros): void;
}
