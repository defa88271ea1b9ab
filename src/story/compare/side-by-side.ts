/** Two runs that go on in step, to see what one change makes of the same night. */
import type { ReadyRun } from '../../course/open-run.ts';
import type { Costly } from '../../simulator/budget.ts';
import { Impact, type ImpactReport } from '../../simulator/impact.ts';
import type { Micros } from '../../topology/types.ts';
import { type ToldOptions, ToldRun } from '../told-run.ts';

const SECOND: Micros = 1_000_000;

/** What a run came to, in the numbers that are compared. */
export interface Sum extends ImpactReport {
  readonly writesLost: number;
  readonly hosts: number;
}

/** `after` less `before`: below zero where the change made it less. */
export type Difference = Omit<Sum, 'users'>;

/** One of the two. */
export class ComparedRun {
  readonly told: ToldRun;
  readonly #impact: Impact;

  constructor(run: ReadyRun, options: ToldOptions = {}) {
    this.told = new ToldRun(run, options);
    this.#impact = new Impact(() => this.told.now);
    this.told.simulation.watch(this.#impact);
  }

  get sum(): Sum {
    const { topology } = this.told.simulation;
    const { lost } = this.told.simulation.view().writes;
    return { ...this.#impact.report(), writesLost: lost, hosts: topology.hosts.length };
  }
}

export class SideBySide {
  readonly before: ComparedRun;
  readonly after: ComparedRun;

  constructor(before: ReadyRun, after: ReadyRun) {
    this.before = new ComparedRun(before);
    this.after = new ComparedRun(after);
  }

  /** Up to here both have gone. */
  get now(): Micros {
    return Math.min(this.before.told.now, this.after.told.now);
  }

  /** What both have cost together. */
  get simulation(): Costly {
    const [one, other] = [this.before.told.simulation, this.after.told.simulation];
    return {
      topology: one.topology,
      now: this.now,
      eventsFired: one.eventsFired + other.eventsFired,
      requestsStarted: one.requestsStarted + other.requestsStarted,
      script: one.script,
    };
  }

  /** Lets time pass in both until `to`, or until about so many events have happened; neither leaves the other behind. */
  advance(to: Micros, mostEvents = Number.POSITIVE_INFINITY): void {
    const last = this.simulation.eventsFired + mostEvents;
    while (this.now < to && this.simulation.eventsFired < last) {
      const next = Math.min(to, (Math.floor(this.now / SECOND) + 1) * SECOND);
      for (const { told } of [this.before, this.after]) {
        if (told.now < next) told.advance(next, Math.max(1, last - this.simulation.eventsFired));
      }
    }
  }

  get difference(): Difference {
    return differenceOf(this.before.sum, this.after.sum);
  }
}

export function differenceOf(before: Sum, after: Sum): Difference {
  return {
    usersHurt: after.usersHurt - before.usersHurt,
    requests: after.requests - before.requests,
    failed: after.failed - before.failed,
    slow: after.slow - before.slow,
    outageSeconds: after.outageSeconds - before.outageSeconds,
    writesLost: after.writesLost - before.writesLost,
    hosts: after.hosts - before.hosts,
  };
}
