import type { Micros, Topology } from '../topology/types.ts';
import type { SimulationEvent } from './event.ts';
import type { Fault, TimedFault } from './faults/fault.ts';
import { inject } from './faults/inject.ts';
import { BrokenRun } from './invariant.ts';
import { reportOf } from './make-report.ts';
import { viewOf } from './make-view.ts';
import type { RequestWatcher } from './metrics.ts';
import type { RequestReport, SimulationReport } from './report.ts';
import { sampledEvery } from './request-sample.ts';
import { TailSampler } from './tail-sampler.ts';
import type { WorldView } from './view.ts';
import { World } from './world.ts';

/** A fault of a run: when it happens, when somebody asked for it, and whether it was to happen at once. */
export interface ScriptedFault extends TimedFault {
  readonly said: Micros;
  readonly live: boolean;
}

export interface SimulationOptions {
  readonly seed: number;
  /** keep every request for `--requests` and for measures */
  readonly recordRequests?: boolean;
}

/**
 * One run of one topology. The same topology, seed and faults at the same simulated times give the same run, however
 * it is advanced: in one go, or a frame at a time.
 */
export class Simulation {
  readonly topology: Topology;
  readonly seed: number;
  /** every fault so far, with its time: what a replay needs */
  readonly script: ScriptedFault[] = [];
  private readonly world: World;
  private begun = false;

  constructor(topology: Topology, options: SimulationOptions) {
    this.topology = topology;
    this.seed = options.seed;
    this.world = new World(topology, options.seed, options.recordRequests ?? false);
  }

  get now(): Micros {
    return this.world.clock.now;
  }

  /** events that have happened so far: the measure of work */
  get eventsFired(): number {
    return this.world.clock.fired;
  }

  /**
   * Nothing has happened at exactly this moment. A fault that is injected now comes at the same place among all events
   * as one that was scheduled for this moment from the beginning.
   */
  get isBetweenEvents(): boolean {
    return this.world.clock.firedAt < this.now;
  }

  /** what could be told of so far: faults, and what was noticed */
  get happened(): number {
    return this.world.eventLog.events.length;
  }

  /** requests that users have begun so far */
  get requestsStarted(): number {
    return this.world.metrics.total;
  }

  /** Lets a fault happen at a time that has not passed. */
  schedule(timed: TimedFault): void {
    this.script.push({ ...timed, said: this.now, live: false });
    if (timed.at <= 0 && !this.begun) this.repeatably(() => inject(this.world, timed.fault));
    else this.world.clock.at(Math.max(timed.at, this.now), this, 0, timed.fault);
  }

  /** Lets a fault happen now. */
  inject(fault: Fault): void {
    this.script.push({ at: this.now, fault, said: this.now, live: true });
    this.repeatably(() => inject(this.world, fault));
  }

  on(_kind: number, fault: Fault): void {
    inject(this.world, fault);
  }

  /**
   * Lets time pass until `to`, or until about so many events have happened; events of one moment are never parted.
   */
  advance(to: Micros, mostEvents?: number): void {
    this.repeatably(() => {
      if (!this.begun) {
        this.begun = true;
        this.world.begin();
      }
      if (to < this.now) return;
      if (mostEvents === undefined) this.world.clock.runTo(to);
      else this.world.clock.runSome(to, mostEvents);
    });
  }

  /** A bug of ours is thrown with all that repeats the run. */
  private repeatably(what: () => void): void {
    try {
      what();
    } catch (error) {
      const { topology, seed, script, now } = this;
      throw new BrokenRun(error, { topology: topology.id, seed, script, now });
    }
  }

  /** Tells `watcher` of every request from now on; nothing is kept of them. */
  watch(watcher: RequestWatcher): void {
    this.world.metrics.watchers.push(watcher);
  }

  /** Follows the requests that begin from now on. */
  follow(): TailSampler {
    const sampler = new TailSampler(() => this.now, sampledEvery(this.topology.traffic));
    this.world.network.follower = sampler;
    this.watch(sampler);
    return sampler;
  }

  /** What happened last; undefined: nothing has. */
  get lastEvent(): SimulationEvent | undefined {
    return this.world.eventLog.events.at(-1);
  }

  view(): WorldView {
    return viewOf(this.world);
  }

  report(): SimulationReport {
    return reportOf(this.world, this.seed);
  }

  /** Every request so far, in order of their start; empty when they are not recorded. */
  requests(): readonly RequestReport[] {
    return this.world.metrics.recorded ?? [];
  }
}
