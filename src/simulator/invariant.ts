import { runWords } from '../messages/run.ts';
import type { Id, Micros } from '../topology/types.ts';
import type { TimedFault } from './faults/fault.ts';

/** Something that must be so in every run is not: a bug of the simulator, whatever the topology says. */
export class BrokenInvariant extends Error {}

/** Throws unless `holds`; `what` must be so for `who`. Both are there already, so that it costs next to nothing. */
export function invariant(holds: boolean, what: string, who: Id = ''): asserts holds {
  if (!holds) throw new BrokenInvariant(`${who} ${what}`.trim());
}

/** All that makes a run what it is, and how far it got. */
export interface Scene {
  readonly topology: Id;
  readonly seed: number;
  readonly script: readonly TimedFault[];
  readonly now: Micros;
}

/** A run that went wrong through a bug of ours, with all that repeats it. */
export class BrokenRun extends Error {
  constructor(cause: unknown, { topology, seed, script, now }: Scene) {
    const faults = script.filter(({ at }) => at <= now).map(({ at, fault }) => `${at / 1e6}s ${fault.words}`);
    const what = cause instanceof Error ? cause.message : String(cause);
    super(runWords.broken(what, topology, seed, now / 1e6, faults), { cause });
  }
}
