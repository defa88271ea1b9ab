import { expect, it } from 'vitest';
import { openRun } from '../../src/course/open-run.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { ToldRun } from '../../src/story/told-run.ts';
import { shippedTopology } from '../ui/simulator/bench.ts';
import { storyText, told } from './tell.ts';

const SECOND = 1_000_000;

/** A person lets each fault happen when its time has come, and has looked at the world before. */
function byHand(id: string, script: readonly string[], seconds: number): string {
  const opened = openRun(
    { topology: id, set: [], rate: undefined, for: undefined, fault: [], seed: 1 },
    shippedTopology,
  );
  if (!('run' in opened)) throw new Error(id);
  const run = new ToldRun(opened.run);
  for (const [time = '', words = ''] of script.map((each) => each.split(/(?<=s) /))) {
    run.advance(Number.parseInt(time, 10) * SECOND);
    const read = parseFault(words, run.simulation.topology);
    if ('error' in read) throw new Error(read.error);
    run.inject(read.fault);
    run.look();
  }
  run.advance(seconds * SECOND);
  return storyText(run.lines);
}

it.each([
  ['distributed', '10s kill web-2', '25s start web-2'],
  ['scaled-up', '10s power-off db-host-1', '25s power-on db-host-1'],
  ['secured', '10s pause db-1', '26s resume db-1'],
])('a run by hand in %s is told as one by a script: %s, %s', (id, ...script) => {
  expect(byHand(id, script, 40)).toBe(storyText(told(id, { seconds: 40, script }).lines));
});
