import { expect, test } from 'vitest';
import { runInSlices } from '../../src/commands/run-in-slices.ts';
import { memoryLimit } from '../../src/simulator/held-memory.ts';
import { read } from '../simulator/play.ts';

const second = 1_000_000;

const topology = read(`
format: 1
id: one
title: One
traffic: { rate: 1000 }
dns: { www.foobar.com: { A: [web-1] } }
components: { web-1: { kind: web-server, static: 100% } }
`);

/** A simulation that only has its time: an event every 5 microseconds. */
function clockwork() {
  const run = {
    now: 0,
    topology,
    script: [],
    eventsFired: 0,
    requestsStarted: 0,
    advance(to: number, most: number) {
      run.now = Math.min(to, run.now + 5 * most);
      run.eventsFired = run.now / 5;
      run.requestsStarted = Math.floor((run.now / second) * 1000);
    },
  };
  return {
    ...run,
    get now() {
      return run.now;
    },
    advance: run.advance,
    simulation: run,
  };
}

function world(isTTY: boolean) {
  let time = 0;
  let interrupt: (() => void) | undefined;
  let said = '';
  const stderr = {
    isTTY,
    write: (text: string) => {
      said += text;
    },
  };
  return {
    said: () => said,
    interrupt: () => interrupt?.(),
    listens: () => interrupt !== undefined,
    world: {
      stderr,
      /** every look at the clock takes 20 ms */
      clock: () => {
        time += 20;
        return time;
      },
      onInterrupt: (listener: () => void) => {
        interrupt = listener;
        return () => {
          interrupt = undefined;
        };
      },
    },
  };
}

test('a run comes to its very end, a piece at a time', async () => {
  const simulation = clockwork();
  const outside = world(false);
  expect(await runInSlices(simulation, 0.35 * second, outside.world)).toBe('whole');
  expect(simulation.now).toBe(0.35 * second);
  expect(outside.said()).toBe('');
  expect(outside.listens()).toBe(false);
});

test('Ctrl-C stops it at the next slice', async () => {
  const simulation = clockwork();
  const outside = world(false);
  const running = runInSlices(simulation, 3600 * second, outside.world);
  outside.interrupt();
  expect(await running).toBe('interrupted');
  expect(simulation.now).toBeLessThan(60 * second);
  expect(outside.listens()).toBe(false);
});

test('a run that fills the memory stops before it is full', async () => {
  const simulation = clockwork();
  const outside = world(false);
  const held = () => memoryLimit() * (simulation.now / (10 * second));
  const ending = await runInSlices(simulation, 3600 * second, outside.world, held);
  expect(ending).toMatchObject({ of: 'memory', at: simulation.now, lever: 'length' });
  expect(simulation.now).toBeLessThan(10 * second);
  expect(outside.listens()).toBe(false);
});

test('a long run tells a terminal how far it is, and takes the line away at its end', async () => {
  const outside = world(true);
  await runInSlices(clockwork(), 600 * second, outside.world);
  expect(outside.said()).toMatch(/\r\S+ of 10m simulated/);
  expect(outside.said()).toMatch(/\r +\r$/);
});
