import { setImmediate } from 'node:timers/promises';
import { runWords } from '../messages/run.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import type { World } from './command.ts';
import { openProgress, type ProgressOutlet } from './progress.ts';

const oneSecond: Micros = 1_000_000;
/** how long, in milliseconds, a Ctrl-C may wait to be heard */
const patience = 50;

/** What is needed of a simulation. */
export interface Advancing {
  readonly now: Micros;
  advance(to: Micros): void;
}

/** Advances a simulation so that Ctrl-C is heard. False when it was stopped before the end. */
export async function runInSlices(
  simulation: Advancing,
  end: Micros,
  world: Pick<World, 'onInterrupt'> & ProgressOutlet,
): Promise<boolean> {
  let stopped = false;
  const release = world.onInterrupt(() => {
    stopped = true;
  });
  const progress = openProgress(world);
  try {
    while (simulation.now < end && !stopped) {
      const from = world.clock();
      do simulation.advance(Math.min(end, simulation.now + oneSecond));
      while (simulation.now < end && world.clock() - from < patience);
      progress.tell(() => runWords.progress(formatTime(simulation.now), formatTime(end)));
      await setImmediate();
    }
    return simulation.now >= end;
  } finally {
    progress.clear();
    release();
  }
}
