/**
 * One run that is watched: the engine, the log that it writes, and the way back.
 *
 * This is the one mutable thing in the screen's state: a reducer that copied the whole world for every tick would be
 * too slow. It stays deterministic all the same. What happens follows from the topology, the seed and the times of
 * the faults alone; `advance` cuts time into pieces as it likes without changing what happens in them.
 */
import type { ReadyRun } from '../../../course/open-run.ts';
import { type Excess, excessOf, LIVE } from '../../../simulator/budget.ts';
import type { Fault, TimedFault } from '../../../simulator/faults/fault.ts';
import { heldMemory } from '../../../simulator/held-memory.ts';
import { Replay } from '../../../simulator/replay.ts';
import type { Simulation } from '../../../simulator/simulation.ts';
import type { TailSampler } from '../../../simulator/tail-sampler.ts';
import type { WorldView } from '../../../simulator/view.ts';
import { type Night, nightOf } from '../../../story/incident/night.ts';
import type { StoryLine } from '../../../story/story.ts';
import { ToldRun } from '../../../story/told-run.ts';
import type { Micros, Topology } from '../../../topology/types.ts';

export const SECOND: Micros = 1_000_000;
/** Time passes in whole ticks, however long a frame took. */
export const TICK: Micros = 50_000;
/**
 * Events of the engine that one frame may cost, so that keys are answered even where there is much to catch up on, or
 * where a tick of a million users is more than any frame could do.
 */
const WORK = 20_000;
const MOST_LINES = 1000;

/** A run that is ready, with the faults that a lesson or a proof has prepared. */
export interface RunOptions extends Pick<ReadyRun, 'topology' | 'seed' | 'faults'> {
  /** what the learner did in an earlier run, to be done again at the same times */
  readonly done?: readonly TimedFault[];
  /** every request is kept, for what is measured by them */
  readonly recordRequests?: boolean;
  /** the prepared faults are not told of */
  readonly untold?: boolean;
}

export class Run {
  readonly topology: Topology;
  readonly prepared: readonly TimedFault[];
  readonly #options: RunOptions;
  readonly #told: ToldRun;
  /** follows the requests of users */
  readonly sampler: TailSampler;
  /** what the learner did, and does again */
  readonly #replay: Replay;
  #excess: Excess | undefined;
  /** bytes that were held before the run */
  readonly #before = heldMemory();

  constructor(options: RunOptions) {
    this.#options = options;
    this.topology = options.topology;
    this.prepared = options.faults.toSorted((a, b) => a.at - b.at);
    this.#replay = new Replay(options.done);
    const { recordRequests = false, untold = false } = options;
    this.#told = new ToldRun(options, { script: true, untold, recordRequests });
    this.sampler = this.#told.simulation.follow();
    this.#again();
    this.#told.look();
  }

  get now(): Micros {
    return this.#told.now;
  }

  /** What was counted so far, to be measured; it is moved on by `advance` alone. */
  get counted(): Pick<Simulation, 'topology' | 'report' | 'requests'> {
    return this.#told.simulation;
  }

  get seed(): number {
    return this.#options.seed;
  }

  get requestsStarted(): number {
    return this.#told.simulation.requestsStarted;
  }

  /** All that makes this run what it is, so that it can be told of. */
  get night(): Night {
    return nightOf(this.#told.simulation, this.#options.faults.length);
  }

  /** The world now. */
  get view(): WorldView {
    return this.#told.view;
  }

  /** The world at the last whole second: for numbers that would only flicker. */
  get second(): WorldView {
    return this.#told.second;
  }

  /** What happened, the newest last: as far back as anybody scrolls. */
  get log(): readonly StoryLine[] {
    return this.#told.lines.slice(-MOST_LINES);
  }

  /** What the learner did so far, here or in the run that this one repeats. */
  get done(): readonly TimedFault[] {
    return this.#replay.done;
  }

  /** The faults that lie ahead, prepared ones and repeated ones. */
  get ahead(): readonly TimedFault[] {
    const prepared = this.prepared.filter(({ at }) => at > this.now);
    return [...prepared, ...this.#replay.ahead].toSorted((a, b) => a.at - b.at);
  }

  /** Arrivals are multiplied by this now. */
  get trafficFactor(): number {
    const spike = this.view.standing.find(({ verb }) => verb === 'spike');
    return spike === undefined ? 1 : Number(spike.value);
  }

  /**
   * Lets a fault happen now. What was to be repeated after now is forgotten: from here on it is a new story. It comes
   * between two moments in which something happens, so that `--fault` with its time repeats the run to the last byte.
   */
  inject(fault: Fault): void {
    this.#told.settle();
    this.#replay.depart(fault, this.now);
    this.#again();
    this.#told.look();
  }

  /** What it has cost too much: then it goes no further. */
  get excess(): Excess | undefined {
    return this.#excess;
  }

  /** Lets time pass until `to`, or as far as one frame's work goes. */
  advance(to: Micros): void {
    this.#pass(to, () => false);
  }

  /** The same, but no further than the next thing that happens or is noticed; says whether there was one. */
  advanceToNews(to: Micros): boolean {
    const { simulation, lines } = this.#told;
    const [happened, told] = [simulation.happened, lines.length];
    const isNews = () => simulation.happened > happened || lines.length > told;
    this.#pass(to, isNews);
    return isNews();
  }

  #pass(to: Micros, isEnough: () => boolean): void {
    const { simulation } = this.#told;
    const last = simulation.eventsFired + WORK;
    this.#excess ??= excessOf(simulation, LIVE, this.#before);
    while (this.now < to && simulation.eventsFired < last && this.#excess === undefined && !isEnough()) {
      const next = Math.min(to, this.now + TICK, this.#replay.next);
      this.#told.advance(next, last - simulation.eventsFired);
      this.#again();
    }
    this.#told.look();
  }

  /** Lets a fault happen at a time that has not passed, in this run and whenever it is repeated. */
  plan(timed: TimedFault): void {
    this.#replay.plan(timed);
    this.#again();
  }

  /** The same run from its beginning: what the learner did so far, or what is given, is done again. */
  fresh(done = this.done): Run {
    return new Run({ ...this.#options, done });
  }

  /** Does what is due now. */
  #again(): void {
    for (const fault of this.#replay.due(this.now)) this.#told.inject(fault);
  }
}
