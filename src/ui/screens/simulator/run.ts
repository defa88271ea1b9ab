/**
 * One run that is watched: the engine, the log that it writes, and the way back.
 *
 * This is the one mutable thing in the screen's state: a reducer that copied the whole world for every tick would be
 * too slow. It stays deterministic all the same. What happens follows from the topology, the seed and the times of
 * the faults alone; `advance` cuts time into pieces as it likes without changing what happens in them.
 */
import type { ReadyRun } from '../../../course/open-run.ts';
import { eventSentence } from '../../../messages/simulator-events.ts';
import { factSentence, factSubject, factTone } from '../../../messages/simulator-users.ts';
import type { SimulationEvent } from '../../../simulator/event.ts';
import type { Fault, TimedFault } from '../../../simulator/fault.ts';
import { beginRun } from '../../../simulator/run.ts';
import type { Simulation } from '../../../simulator/simulation.ts';
import type { WorldView } from '../../../simulator/view.ts';
import type { Tone } from '../../../text/row.ts';
import type { Micros, Topology } from '../../../topology/types.ts';
import { freshMemory, type Memory, narrate } from './narrator.ts';

export const SECOND: Micros = 1_000_000;
/** Time passes in whole ticks, however long a frame took. */
export const TICK: Micros = 50_000;
/** Events of the engine that one frame may cost, so that keys are answered even where there is much to catch up on. */
const WORK = 40_000;
const MOST_LINES = 1000;

/** A line of the log: who, and what as a sentence. */
export interface LogLine {
  /** seconds */
  readonly t: number;
  readonly who: string;
  readonly text: string;
  readonly tone: Tone;
}

/** A run that is ready, with the faults that a lesson or a proof has prepared. */
export interface RunOptions extends Pick<ReadyRun, 'topology' | 'seed' | 'faults'> {
  /** what the learner did in an earlier run, to be done again at the same times */
  readonly done?: readonly TimedFault[];
}

export class Run {
  readonly topology: Topology;
  readonly prepared: readonly TimedFault[];
  readonly log: LogLine[] = [];
  readonly #options: RunOptions;
  readonly #simulation: Simulation;
  /** what the learner did, by time; beyond `#next` it is still to come again */
  #done: TimedFault[];
  #next = 0;
  #memory: Memory;
  #lastEvent: SimulationEvent | undefined;
  #view: WorldView;
  /** the view at the last whole second */
  #second: WorldView;

  constructor(options: RunOptions) {
    this.#options = options;
    this.topology = options.topology;
    this.prepared = options.faults.toSorted((a, b) => a.at - b.at);
    this.#done = [...(options.done ?? [])];
    this.#simulation = beginRun(options.topology, options);
    this.#memory = freshMemory(options.topology);
    this.#view = this.#simulation.view();
    this.#second = this.#view;
    this.#again();
    this.#look();
  }

  get now(): Micros {
    return this.#simulation.now;
  }

  /** The world now. */
  get view(): WorldView {
    return this.#view;
  }

  /** The world at the last whole second: for numbers that would only flicker. */
  get second(): WorldView {
    return this.#second;
  }

  /** Something that the learner did earlier still lies ahead. */
  get isReplay(): boolean {
    return this.#next < this.#done.length;
  }

  /** What the learner did so far, here or in the run that this one repeats. */
  get done(): readonly TimedFault[] {
    return this.#done;
  }

  /** The faults that lie ahead, prepared ones and repeated ones. */
  get ahead(): readonly TimedFault[] {
    return [...this.prepared.filter(({ at }) => at > this.now), ...this.#done.slice(this.#next)].toSorted(
      (a, b) => a.at - b.at,
    );
  }

  /** Every fault until now, in its order. */
  get happened(): readonly TimedFault[] {
    return this.#simulation.script.filter(({ at }) => at <= this.now).toSorted((a, b) => a.at - b.at);
  }

  /** Arrivals are multiplied by this now. */
  get trafficFactor(): number {
    const last = this.happened.findLast(
      ({ fault: { verb, targets } }) => verb === 'spike' || (verb === 'restore' && targets[0] === 'traffic'),
    );
    return last?.fault.verb === 'spike' ? Number(last.fault.value) : 1;
  }

  /** Lets a fault happen now. What was to be repeated after now is forgotten: from here on it is a new story. */
  inject(fault: Fault): void {
    this.#done = [...this.#done.slice(0, this.#next), { at: this.now, fault }];
    this.#again();
    this.#look();
  }

  /** Lets time pass until `to`, or as far as one frame's work goes. */
  advance(to: Micros): void {
    const start = this.#simulation.eventsFired;
    while (this.now < to && this.#simulation.eventsFired - start < WORK) {
      this.#simulation.advance(Math.min(to, this.now + TICK, this.#nextSecond(), this.#nextAgain()));
      this.#again();
      if (this.now % SECOND === 0) this.#narrate();
    }
    this.#look();
  }

  /** The same run from its beginning; with `done` left out, what the learner did so far is done again. */
  fresh(done: readonly TimedFault[] = this.#done): Run {
    return new Run({ ...this.#options, done });
  }

  #nextSecond(): Micros {
    return (Math.floor(this.now / SECOND) + 1) * SECOND;
  }

  #nextAgain(): Micros {
    return this.#done[this.#next]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Does what is due now. */
  #again(): void {
    for (
      let due = this.#done[this.#next];
      due !== undefined && due.at <= this.now;
      due = this.#done[this.#next]
    ) {
      this.#simulation.inject(due.fault);
      this.#next++;
    }
  }

  #look(): void {
    this.#view = this.#simulation.view();
    const { events } = this.#view;
    const seen = this.#lastEvent === undefined ? -1 : events.lastIndexOf(this.#lastEvent);
    for (const event of events.slice(seen + 1)) this.#write(lineOf(event));
    this.#lastEvent = events.at(-1);
  }

  #narrate(): void {
    this.#look();
    this.#second = this.#view;
    const [memory, facts] = narrate(this.#memory, this.#view);
    this.#memory = memory;
    for (const fact of facts) {
      const tone = factTone(fact);
      const text = factSentence(fact);
      this.#write({
        t: this.now / SECOND,
        who: factSubject(fact),
        text,
        tone: tone === 'bad' ? 'warn' : tone,
      });
    }
  }

  #write(line: LogLine): void {
    this.log.push(line);
    if (this.log.length > MOST_LINES) this.log.shift();
  }
}

function lineOf(event: SimulationEvent): LogLine {
  const tone = event.who === 'you' ? 'accent' : 'plain';
  return { t: event.t, who: event.who, text: eventSentence(event), tone };
}
