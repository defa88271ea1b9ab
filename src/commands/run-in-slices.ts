import { setImmediate } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { runWords } from '../messages/run.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import type { World } from './command.ts';
import { openProgress, type ProgressOutlet } from './progress.ts';

/** simulated at once; short, since a busy one can fill the memory fast */
const slice: Micros = 100_000;
/** how long, in milliseconds, a Ctrl-C may wait to be heard */
const patience = 50;

/** the share of the memory that may be taken before the program is in danger of being ended */
const mostMemory = 0.75;

function memoryTaken(): number {
  return process.memoryUsage().heapUsed / getHeapStatistics().heap_size_limit;
}

/** How a run ended: at its end, by Ctrl-C, or because the memory is full. */
export type Ending = 'whole' | 'interrupted' | 'full';

/** What is needed of a simulation. */
export interface Advancing {
  readonly now: Micros;
  advance(to: Micros): unknown;
}

/** Advances a simulation so that Ctrl-C is heard, and stops it before it takes more memory than there is. */
export async function runInSlices(
  simulation: Advancing,
  end: Micros,
  world: Pick<World, 'onInterrupt'> & ProgressOutlet,
  memory = memoryTaken,
): Promise<Ending> {
  let stopped: Ending | undefined;
  const release = world.onInterrupt(() => {
    stopped = 'interrupted';
  });
  const progress = openProgress(world);
  try {
    while (simulation.now < end && stopped === undefined) {
      const from = world.clock();
      do simulation.advance(Math.min(end, simulation.now + slice));
      while (simulation.now < end && world.clock() - from < patience);
      progress.tell(() => runWords.progress(formatTime(simulation.now), formatTime(end)));
      if (memory() > mostMemory) stopped = 'full';
      await setImmediate();
    }
    return simulation.now >= end ? 'whole' : (stopped ?? 'interrupted');
  } finally {
    progress.clear();
    release();
  }
}
