import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/simulator/faults/parse.ts';
import { beginRun } from '../../../src/simulator/run.ts';
import { detections, monitored } from '../../../src/story/monitored.ts';
import { shipped, TestBench } from './bench.ts';

/** `secured`, whose web-2 dies at 20 s, after some more seconds. */
function killedFor(seconds: number) {
  const topology = shipped('secured');
  const simulation = beginRun(topology, { seed: 1, faults: [] });
  simulation.advance(20_000_000);
  const parsed = parseFault('kill web-2', topology);
  if ('error' in parsed) throw new Error(parsed.error);
  simulation.inject(parsed.fault);
  simulation.advance((20 + seconds) * 1_000_000);
  return { view: simulation.view(), samples: simulation.report().monitor?.samples ?? [] };
}

describe('with the eye of the monitoring service', () => {
  it('a dead server stands until the next sample, and differs from the truth as long', () => {
    const { view: soon } = killedFor(0.5);
    expect(monitored(soon).get('web-2')).toEqual({ state: 'up', differs: true });
    expect(monitored(soon).get('web-1')).toEqual({ state: 'up', differs: false });
    expect(detections(soon)).toMatchObject([{ about: 'web-2', at: 20, seenAfter: undefined }]);
    const { view: later, samples } = killedFor(40);
    expect(monitored(later).get('web-2')).toEqual({ state: 'gone', differs: false });
    const first = samples.find(({ t, down }) => t >= 20 && down.includes('web-2'));
    expect(detections(later)[0]?.seenAfter).toBeCloseTo((first?.t ?? 0) - 20, 6);
  });

  it('a hung process looks well', () => {
    const bench = new TestBench('secured').wait(20);
    bench.press('P', 'm');
    bench.wait(40);
    expect(bench.lines.join('\n')).toMatch(/web-2 +up ≠/);
  });

  it('the screen shows its sample, what differs, and afterwards how long it took', () => {
    const bench = new TestBench('secured').wait(20);
    bench.press('K', 'm');
    bench.wait(0.4);
    const screen = () => bench.lines.join('\n');
    expect(screen()).toMatch(/what Sumo Logic shows; m shows the truth/);
    expect(screen()).toMatch(/web-2 +up ≠/);
    expect(screen()).toMatch(/≠ otherwise in truth: web-2/);
    expect(screen()).toMatch(/kill web-2 at 00:20\.\d: not seen here yet/);
    bench.wait(45);
    expect(screen()).toMatch(/web-2 +✗ gone/);
    expect(screen()).toMatch(/kill web-2 at 00:20\.\d: seen here [\d.]+ s later/);
    expect(screen()).not.toMatch(/marks web-2 down/);
    bench.press('m');
    expect(screen()).toMatch(/web-2 +✗ killed/);
  });

  it('a large window draws its samples: each for all the time since the one before, the newest seconds not yet known', async () => {
    const bench = new TestBench('secured', { columns: 120, rows: 40 }).wait(20);
    bench.press('X', 'm', '>', '>', '>');
    bench.wait(5);
    await expect(bench.screen).toMatchFileSnapshot('golden/monitor-eye-120x40.txt');
    const [, sampledAgo] = /Sumo Logic, (\d+) s ago/.exec(bench.lines.join()) ?? [];
    const bars = bench.lines.find((line) => line.startsWith(' requests')) ?? '';
    const unknown = /( +) +\d+\/s/.exec(bars)?.[1] ?? '';
    expect(unknown.length).toBeGreaterThanOrEqual(Number(sampledAgo));
  });

  it('where nothing monitors, a sentence says so', () => {
    const bench = new TestBench('distributed').wait(1);
    bench.press('m');
    expect(bench.lines.join('\n')).toContain('Nothing monitors this site');
  });
});
