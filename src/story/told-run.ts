import type { ReadyRun } from '../course/open-run.ts';
import type { Fault, TimedFault } from '../simulator/faults/fault.ts';
import { beginRun } from '../simulator/run.ts';
import type { Simulation } from '../simulator/simulation.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Micros } from '../topology/types.ts';
import { addInTime, beginStory, continueStory, type StoryLine, type StorySoFar } from './story.ts';

const SECOND: Micros = 1_000_000;

export interface ToldOptions {
  readonly recordRequests?: boolean;
  /** the run's faults are a lesson's or a proof's, not the learner's own */
  readonly script?: boolean;
  /** those faults are not told of: whoever plays a mission has to find them out */
  readonly untold?: boolean;
}

/** A run that is told as it goes on. Looking at it changes nothing in it. */
export class ToldRun {
  readonly simulation: Simulation;
  /** the story so far, in the order of time */
  readonly lines: StoryLine[] = [];
  #story: StorySoFar;
  #view: WorldView;
  /** the view at the last whole second */
  #second: WorldView;

  constructor(run: Pick<ReadyRun, 'topology' | 'seed' | 'faults'>, options: ToldOptions = {}) {
    const { recordRequests = false, script = false, untold = false } = options;
    this.simulation = beginRun(run.topology, { ...run, recordRequests });
    this.#story = beginStory(run.topology, script ? run.faults : [], untold);
    this.#view = this.simulation.view();
    this.#second = this.#view;
    this.look();
  }

  get now(): Micros {
    return this.simulation.now;
  }

  /** The world when it was last looked at. */
  get view(): WorldView {
    return this.#view;
  }

  /** The world at the last whole second: for numbers that would only flicker. */
  get second(): WorldView {
    return this.#second;
  }

  /**
   * Lets time pass until `to`, or until about so many events have happened, and looks at every whole second on the way.
   * Gives what is new.
   */
  advance(to: Micros, mostEvents = Number.POSITIVE_INFINITY): readonly StoryLine[] {
    const fresh: StoryLine[] = [];
    const last = this.simulation.eventsFired + mostEvents;
    while (this.now < to && this.simulation.eventsFired < last) {
      const second = (Math.floor(this.now / SECOND) + 1) * SECOND;
      this.simulation.advance(Math.min(to, second), last - this.simulation.eventsFired);
      if (this.now % SECOND === 0) addInTime(fresh, this.look());
    }
    return fresh;
  }

  /**
   * Lets time pass until nothing happens at this very moment: usually a microsecond. Where something happens at every
   * moment it is left at that after a millisecond.
   */
  settle(): void {
    const latest = this.now + 1000;
    while (!this.simulation.isBetweenEvents && this.now < latest) this.advance(this.now + 1);
  }

  /** Lets a fault happen now. */
  inject(fault: Fault): void {
    this.simulation.inject(fault);
  }

  /** Lets a fault happen at a time that has not passed. */
  schedule(timed: TimedFault): void {
    this.simulation.schedule(timed);
  }

  /** Looks at the world as it is now. Gives what is new. */
  look(): readonly StoryLine[] {
    this.#view = this.simulation.view();
    if (this.now % SECOND === 0 && this.now > this.#second.now) this.#second = this.#view;
    const [story, lines] = continueStory(this.#story, this.#view);
    this.#story = story;
    addInTime(this.lines, lines);
    return lines;
  }
}
