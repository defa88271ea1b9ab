import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault, TimedFault } from '../../src/simulator/faults/fault.ts';
import { parseFault } from '../../src/simulator/faults/parse.ts';
import { Replay } from '../../src/simulator/replay.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import { readTopology } from '../../src/topology/read.ts';

const file = 'lessons/1-distributed/distributed.yaml';
const SECOND = 1_000_000;
const { topology } = readTopology(readFileSync(file, 'utf8'), file);
if (topology === undefined) throw new Error('the shipped topology is broken');
const distributed = topology;

function faultOf(words: string): Fault {
  const parsed = parseFault(words, distributed);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.fault;
}

/** A run with a scheduled fault. */
function begun(): Simulation {
  const run = new Simulation(distributed, { seed: 3 });
  run.schedule({ at: 4 * SECOND, fault: faultOf('kill web-2') });
  return run;
}

const WORDS = ['slow app-1 3', 'start web-2', 'pause db-2', 'resume db-2'];

/** Faults done by hand at these times. */
function done(times: readonly number[]): TimedFault[] {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.map((at, index) => ({ at, fault: faultOf(WORDS[index % WORDS.length] ?? '') }));
}

/** Advances a run to a time in frames of a length, doing again what is to be done. */
function repeat(run: Simulation, replay: Replay, to: number, frame: number): void {
  const doAgain = () => {
    for (const fault of replay.due(run.now)) run.inject(fault);
  };
  doAgain();
  while (run.now < to) {
    run.advance(Math.min(to, run.now + frame, replay.next));
    doAgain();
  }
}

describe('a run that is done again', () => {
  it('is the same run, however time is cut into frames', () => {
    const times = fc.array(fc.integer({ min: 0, max: 11 * SECOND }), { maxLength: 4 });
    fc.assert(
      fc.property(times, fc.integer({ min: 30_000, max: 3 * SECOND }), (when, frame) => {
        const original = begun();
        for (const { at, fault } of done(when)) {
          if (at > original.now) original.advance(at);
          original.inject(fault);
        }
        original.advance(12 * SECOND);
        const again = begun();
        repeat(again, new Replay(done(when)), 12 * SECOND, frame);
        expect(again.report()).toEqual(original.report());
      }),
      { numRuns: 12 },
    );
  });

  it('forgets what was to come when something else is done', () => {
    const replay = new Replay(done([2 * SECOND, 5 * SECOND, 8 * SECOND]));
    const run = begun();
    repeat(run, replay, 6 * SECOND, SECOND);
    expect(replay.ahead.map(({ at }) => at)).toEqual([8 * SECOND]);
    replay.depart(faultOf('kill lb-1'), run.now);
    expect(replay.next).toBe(6 * SECOND);
    repeat(run, replay, 12 * SECOND, SECOND);
    expect(replay.done.map(({ at, fault }) => [at / SECOND, fault.verb])).toEqual([
      [2, 'slow'],
      [5, 'start'],
      [6, 'kill'],
    ]);
    expect(run.view().components.find(({ id }) => id === 'lb-1')?.state).toBe('killed');
  });

  it('hands over each thing once, in its order', () => {
    const replay = new Replay(done([SECOND, SECOND, 2 * SECOND]));
    expect(replay.due(0)).toEqual([]);
    expect(replay.due(SECOND).map(({ verb }) => verb)).toEqual(['slow', 'start']);
    expect(replay.due(SECOND)).toEqual([]);
    expect(replay.due(9 * SECOND).map(({ verb }) => verb)).toEqual(['pause']);
    expect(replay.next).toBe(Number.POSITIVE_INFINITY);
  });
});
