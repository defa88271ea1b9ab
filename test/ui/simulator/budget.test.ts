import { afterEach, describe, expect, it, vi } from 'vitest';
import { Simulation } from '../../../src/simulator/simulation.ts';
import { Run, SECOND } from '../../../src/ui/screens/simulator/run.ts';
import { shipped, TestBench } from './bench.ts';

const memory = vi.hoisted(() => ({ held: 0 }));
vi.mock('../../../src/simulator/held-memory.ts', () => ({
  heldMemory: () => memory.held,
  memoryLimit: () => Number.POSITIVE_INFINITY,
}));
afterEach(() => {
  memory.held = 0;
  vi.restoreAllMocks();
});

const TOO_MUCH = 600 * 2 ** 20;
/** Events that one frame may cost, with those of its last moment. */
const MOST = 25_000;

describe.each([
  ['a million requests a second', ['traffic.rate=1000000']],
  ['a million clients', ['traffic.loop=closed', 'traffic.clients=1000000', 'traffic.think=1ms']],
  ['checks a thousand times a second', ['lb-1.default-server.inter=1ms']],
])('%s', (_, set) => {
  it('cost no frame more than another, so that every key is heard', () => {
    const run = new Run({ topology: shipped('distributed', set), seed: 1, faults: [] });
    const advance = vi.spyOn(Simulation.prototype, 'advance');
    run.advance(1);
    const [simulation] = advance.mock.contexts as unknown as [Simulation];
    for (let frame = 1; frame <= 20; frame++) {
      const before = simulation.eventsFired;
      run.advance(frame * SECOND);
      expect(simulation.eventsFired - before).toBeLessThan(MOST);
    }
    expect(run.now).toBeGreaterThan(1);
  });
});

it('stops, and says what to lower, before the memory is full', () => {
  const run = new Run({
    topology: shipped('distributed', ['traffic.rate=1000000']),
    seed: 1,
    faults: [],
  });
  run.advance(SECOND);
  const { now } = run;
  expect(run.excess).toBeUndefined();
  memory.held = TOO_MUCH;
  run.advance(SECOND);
  expect(run.now).toBe(now);
  expect(run.excess).toMatchObject({ of: 'memory', at: now, lever: 'rate' });
  // what was held before a run is not its own
  const fresh = run.fresh();
  fresh.advance(SECOND);
  expect(fresh.excess).toBeUndefined();
});

it('shows why it goes no further, stands still, and goes on answering keys', () => {
  const bench = new TestBench('distributed').wait(1);
  memory.held = TOO_MUCH;
  bench.wait(0.2);
  expect(bench.lines.join(' ')).toMatch(
    /The run was stopped at 1 s, since it took more than 512 MB of memory: +let +it +run/,
  );
  expect(bench.status).toContain('stopped');
  expect(bench.scene.ticking).toBe(false);
  const { clock } = bench;
  bench.press('space');
  bench.wait(1);
  expect(bench.clock).toBe(clock);
  expect(bench.size).toEqual({ columns: 80, rows: 20 });
  bench.press('left');
  bench.wait(1);
  expect(bench.scene.ticking).toBe(false);
});
