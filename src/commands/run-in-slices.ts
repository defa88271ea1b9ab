import { setImmediate } from 'node:timers/promises';
import { runWords } from '../messages/run.ts';
import { COMMAND, type Costly, type Excess, excessOf } from '../simulator/budget.ts';
import { heldMemory } from '../simulator/held-memory.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import type { World } from './command.ts';
import { openProgress, type ProgressOutlet } from './progress.ts';

/** what shells give a program that was ended by Ctrl-C */
export const INTERRUPTED = 130;
/** events at once; a busy second of a large site has a million */
const slice = 20_000;
/** how long, in milliseconds, a Ctrl-C may wait to be heard */
const patience = 50;

/** How a run ended: at its end, by Ctrl-C, or because it costs too much. */
export type Ending = 'whole' | 'interrupted' | Excess;

/** What is needed of a run. */
export interface Advancing {
  readonly simulation: Costly;
  readonly now: Micros;
  advance(to: Micros, mostEvents: number): unknown;
}

/** Advances a simulation so that Ctrl-C is heard, and stops it when it costs more than it may. */
export async function runInSlices(
  run: Advancing,
  end: Micros,
  world: Pick<World, 'onInterrupt'> & ProgressOutlet,
  held = heldMemory,
): Promise<Ending> {
  const before = held();
  let stopped: Ending | undefined;
  const release = world.onInterrupt(() => {
    stopped = 'interrupted';
  });
  const progress = openProgress(world);
  try {
    while (run.now < end && stopped === undefined) {
      const from = world.clock();
      do run.advance(end, slice);
      while (run.now < end && world.clock() - from < patience);
      progress.tell(() => runWords.progress(formatTime(run.now), formatTime(end)));
      if (run.now < end) stopped = excessOf(run.simulation, COMMAND, before, held());
      await setImmediate();
    }
    return run.now >= end ? 'whole' : (stopped ?? 'interrupted');
  } finally {
    progress.clear();
    release();
  }
}
