import { setImmediate } from 'node:timers/promises';
import { runWords } from '../messages/run.ts';
import type { Simulation } from '../simulator/simulation.ts';
import { formatTime } from '../topology/duration.ts';
import type { Micros } from '../topology/types.ts';
import type { World } from './command.ts';

const oneSecond: Micros = 1_000_000;
/** how long, in milliseconds, a Ctrl-C may wait to be heard */
const patience = 50;
/** how long a run goes on before it tells how far it is, in milliseconds */
const silence = 1_000;

/** Advances a simulation so that Ctrl-C is heard. False when it was stopped before the end. */
export async function runInSlices(simulation: Simulation, end: Micros, world: World): Promise<boolean> {
  let stopped = false;
  const release = world.onInterrupt(() => {
    stopped = true;
  });
  const progress = tellProgress(world, end);
  try {
    while (simulation.now < end && !stopped) {
      const from = world.clock();
      do simulation.advance(Math.min(end, simulation.now + oneSecond));
      while (simulation.now < end && world.clock() - from < patience);
      progress.at(simulation.now);
      await setImmediate();
    }
    return simulation.now >= end;
  } finally {
    progress.clear();
    release();
  }
}

/** A line on stderr that is written over itself, where stderr is a terminal. */
function tellProgress({ stderr, clock }: World, end: Micros): { at(now: Micros): void; clear(): void } {
  let last = clock();
  let width = 0;
  return {
    at(now) {
      if (stderr.isTTY !== true || clock() - last < silence) return;
      last = clock();
      const line = runWords.progress(formatTime(now), formatTime(end));
      stderr.write(`\r${line.padEnd(width)}`);
      width = line.length;
    },
    clear() {
      if (width > 0) stderr.write(`\r${' '.repeat(width)}\r`);
    },
  };
}
