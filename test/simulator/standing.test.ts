import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

const oneServer = readFileSync(new URL('../../lessons/0-simple/one-server.yaml', import.meta.url), 'utf8');
const MEAN = 20;

/** Mean milliseconds of what came after 5 s, over what it is undisturbed. */
function added(faults: readonly string[]): number {
  const run = (script: readonly string[]) =>
    play(oneServer, { for: 20, faults: script, set: ['traffic.rate=20'] }).report.latency_ms.mean ?? 0;
  return run(faults) - run([]);
}

describe('faults that stand', () => {
  it('act one way each: a delay there and a delay back add up', () => {
    // a connection, a request and an answer: two packets there, two back
    const there = added(['0s delay users web-1 50ms']);
    const both = added(['0s delay users web-1 50ms', '0s delay web-1 users 50ms']);
    expect(both).toBeGreaterThan(there * 2 - MEAN);
    expect(both).toBeLessThan(there * 2 + MEAN);
  });

  it('take the place of an earlier one of the same kind on the same way', () => {
    const twice = added(['0s delay users web-1 50ms', '0s delay users web-1 20ms']);
    const once = added(['0s delay users web-1 20ms']);
    expect(twice).toBeCloseTo(once, 6);
  });

  it('end together: a link is restored in both directions', () => {
    const restored = added([
      '0s delay users web-1 50ms',
      '0s delay web-1 users 50ms',
      '0s restore users web-1',
    ]);
    expect(restored).toBeCloseTo(0, 6);
  });
});
