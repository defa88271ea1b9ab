import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { compare, fork, rewind } from '../../src/simulator/replay.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import { readTopology } from '../../src/topology/read.ts';

const file = 'lessons/1-distributed/distributed.yaml';
const SECOND = 1_000_000;

function distributed(...changes: string[]) {
  const { topology } = readTopology(readFileSync(file, 'utf8'), file, changes);
  if (topology === undefined) throw new Error('the shipped topology is broken');
  return topology;
}

function faultOf(words: string): Fault {
  const parsed = parseFault(words, distributed());
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.fault;
}

/** A run with a scheduled fault, and others by hand at these times. */
function played(times: readonly number[]): Simulation {
  const run = new Simulation(distributed(), { seed: 3 });
  run.schedule({ at: 4 * SECOND, fault: faultOf('kill web-2') });
  const words = ['slow app-1 3', 'start web-2', 'pause db-2'];
  times.forEach((time, i) => {
    run.advance(time);
    run.inject(faultOf(words[i % words.length] ?? ''));
  });
  return run;
}

describe('a run taken back', () => {
  it('is as it was, to whatever moment', () => {
    const times = fc.array(fc.integer({ min: 50_000, max: 12 * SECOND }), { maxLength: 3 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 12 * SECOND }), (unsorted, to) => {
        const sorted = unsorted.toSorted((a, b) => a - b);
        const original = played(sorted.filter((time) => time < to));
        original.advance(to);
        expect(rewind(played(sorted), to).report()).toEqual(original.report());
      }),
      { numRuns: 12 },
    );
  });

  it('goes on as it did: what was scheduled is still to come', () => {
    const run = played([]);
    run.advance(15 * SECOND);
    const again = rewind(run, 2 * SECOND);
    expect(again.report().events).toEqual([]);
    again.advance(15 * SECOND);
    expect(again.report()).toEqual(run.report());
  });
});

describe('a fork', () => {
  it('without a change differs in nothing', () => {
    expect(fork(played([6 * SECOND]), {}, 12 * SECOND).differences).toEqual([]);
  });

  it('with a switch turned shows what it is worth', () => {
    const topology = distributed('redispatch=on');
    const { before, after, differences } = fork(played([]), { topology }, 14 * SECOND);
    expect(before.requests.failed).toBeGreaterThan(50);
    expect(after.requests.failed).toBeLessThan(10);
    expect(differences).toContainEqual({
      what: 'requests failed',
      before: before.requests.failed,
      after: after.requests.failed,
    });
  });

  it('with one more fault differs from its moment on', () => {
    const faults = [{ at: 8 * SECOND, fault: faultOf('kill lb-1') }];
    const { before, after } = fork(played([]), { faults }, 12 * SECOND);
    expect(after.per_second.slice(0, 7)).toEqual(before.per_second.slice(0, 7));
    expect(after.availability).toBeLessThan(before.availability);
    expect(compare(before, before)).toEqual([]);
  });
});
