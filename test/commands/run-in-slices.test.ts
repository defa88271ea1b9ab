import { expect, test } from 'vitest';
import { runInSlices } from '../../src/commands/run-in-slices.ts';

/** A simulation that only knows its time, and notes how it was advanced. */
function clockwork() {
  const steps: number[] = [];
  return {
    now: 0,
    steps,
    advance(to: number) {
      steps.push(to - this.now);
      this.now = to;
    },
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

const second = 1_000_000;

test('a run comes to its very end, a piece at a time', async () => {
  const simulation = clockwork();
  const outside = world(false);
  expect(await runInSlices(simulation, 0.35 * second, outside.world)).toBe('whole');
  expect(simulation.steps).toEqual([100_000, 100_000, 100_000, 50_000]);
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
  const memory = () => simulation.now / (10 * second);
  expect(await runInSlices(simulation, 3600 * second, outside.world, memory)).toBe('full');
  expect(simulation.now).toBeLessThan(10 * second);
  expect(outside.listens()).toBe(false);
});

test('a long run tells a terminal how far it is, and takes the line away at its end', async () => {
  const outside = world(true);
  await runInSlices(clockwork(), 600 * second, outside.world);
  expect(outside.said()).toMatch(/\r\S+ of 10m simulated/);
  expect(outside.said()).toMatch(/\r +\r$/);
});
