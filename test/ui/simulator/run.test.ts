import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFault, parseTimedFault } from '../../../src/simulator/faults/parse.ts';
import { isUndoing, VERBS } from '../../../src/simulator/faults/table.ts';
import { simulate } from '../../../src/simulator/run.ts';
import { repeatWords } from '../../../src/story/repeat-line.ts';
import { faultsFor } from '../../../src/ui/screens/simulator/faults-for.ts';
import { Run, SECOND, TICK } from '../../../src/ui/screens/simulator/run.ts';
import { shipped, topologies } from './bench.ts';

const topology = shipped('distributed');

function fault(words: string) {
  const read = parseFault(words, topology);
  if ('error' in read) throw new Error(read.error);
  return read.fault;
}

function prepared(words: string) {
  const read = parseTimedFault(words, topology);
  if ('error' in read) throw new Error(read.error);
  return read.timed;
}

function distributed(faults: readonly string[] = []): Run {
  return new Run({ topology, seed: 1, faults: faults.map(prepared) });
}

/** Advances however much work it is. */
function reach(run: Run, to: number): Run {
  while (run.now < to) run.advance(to);
  return run;
}

describe('a run that is watched', () => {
  it('is the same however it is cut into frames', () => {
    const whole = reach(distributed(['4s kill web-2']), 20 * SECOND);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }), (frames) => {
        const run = distributed(['4s kill web-2']);
        for (let frame = 0; run.now < 20 * SECOND; frame++) {
          run.advance(Math.min(20 * SECOND, run.now + (frames[frame % frames.length] ?? 1) * TICK));
        }
        expect(run.log).toEqual(whole.log);
        expect(run.view).toEqual(whole.view);
      }),
      { numRuns: 8 },
    );
  });

  it('repeated from its beginning is the same to the last figure', () => {
    const run = distributed(['4s kill web-2']);
    reach(run, 3 * SECOND).inject(fault('pause db-1'));
    reach(run, 7.35 * SECOND).inject(fault('resume db-1'));
    reach(run, 12 * SECOND);
    const again = reach(run.fresh(), 12 * SECOND);
    expect(again.log).toEqual(run.log);
    expect(again.view).toEqual(run.view);
    expect(again.ahead).toEqual([]);
  });

  it('is repeated to the last figure by the command that it is told by, also where it was broken at a full second', () => {
    const run = reach(distributed(['4s kill web-2']), 5 * SECOND);
    run.inject(fault('pause db-1'));
    reach(run, 7.35 * SECOND).inject(fault('resume db-1'));
    run.plan({ at: 9 * SECOND + 1, fault: fault('slow app-1 10') });
    reach(run, 15 * SECOND).inject(fault('partition users lb-host'));
    reach(run, 20 * SECOND);
    const words = repeatWords({
      topology: 'distributed',
      seed: run.seed,
      for: run.now,
      rate: undefined,
      set: [],
      faults: [...run.prepared, ...run.done],
    });
    const faults = words.flatMap((word) => /^--fault '(.+)'$/.exec(word)?.[1] ?? []);
    expect(faults).toHaveLength(5);
    const { report } = simulate(topology, { seed: 1, for: 20 * SECOND, faults: faults.map(prepared) });
    expect(report).toEqual(run.counted.report());
  });

  it('is broken within a millisecond, also where something happens at every moment', () => {
    const busy = new Run({ topology: shipped('distributed', ['traffic.rate=1000000']), seed: 1, faults: [] });
    busy.advance(0.02 * SECOND);
    const before = busy.now;
    busy.inject(fault('kill web-2'));
    expect(busy.now - before).toBeLessThanOrEqual(1000);
    expect(busy.view.components.find(({ id }) => id === 'web-2')?.state).toBe('killed');
  });

  it('repeats what was done before time began', () => {
    const run = distributed();
    run.inject(fault('kill web-2'));
    reach(run, 8 * SECOND);
    expect(reach(run.fresh(), 8 * SECOND).view).toEqual(run.view);
  });

  it('forgets what lay ahead as soon as something else is done', () => {
    const run = reach(distributed(), 5 * SECOND);
    run.inject(fault('kill web-2'));
    const again = reach(run.fresh(), 2 * SECOND);
    expect(again.ahead.map(({ fault: { words } }) => words)).toEqual(['kill web-2']);
    again.inject(fault('kill web-1'));
    expect(again.ahead).toEqual([]);
    reach(again, 8 * SECOND);
    expect(again.view.components.find(({ id }) => id === 'web-2')?.state).toBe('up');
  });

  it('knows how the traffic was multiplied', () => {
    const run = distributed(['3s spike traffic 5']);
    expect(run.trafficFactor).toBe(1);
    expect(reach(run, 4 * SECOND).trafficFactor).toBe(5);
    run.inject(fault('restore traffic'));
    expect(run.trafficFactor).toBe(1);
  });

  it('keeps a frame short, however far it is to go', () => {
    const run = distributed();
    run.advance(3600 * SECOND);
    expect(run.now).toBeGreaterThan(0);
    expect(run.now).toBeLessThan(600 * SECOND);
  });

  it('writes its log in the order of time, and not without end', () => {
    const run = distributed();
    for (let i = 0; i < 1500; i++) run.inject(fault(i % 2 === 0 ? 'pause web-2' : 'resume web-2'));
    reach(run, 2 * SECOND);
    expect(run.log.length).toBeLessThanOrEqual(1000);
    const times = run.log.map(({ t }) => t);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

describe('the faults that are offered', () => {
  it.each(topologies.map(({ id }) => id))('can all be read and injected in %s', (id) => {
    const topology = shipped(id);
    const run = reach(new Run({ topology, seed: 1, faults: [] }), SECOND);
    for (const { id: chosen } of [...topology.components, ...topology.hosts]) {
      const bench = { topology, view: run.view };
      const offered = faultsFor(chosen, bench);
      expect(offered.length).toBeGreaterThan(0);
      const written = offered.map(({ fault }) => fault.words);
      expect(new Set(written).size).toBe(written.length);
      for (const { fault } of offered) {
        expect(parseFault(fault.words, topology)).toEqual({ fault });
        run.inject(fault);
      }
    }
    expect(() => reach(run, 3 * SECOND)).not.toThrow();
  });

  it('are all of the table but those that take others away', () => {
    const offered = topologies.flatMap(({ id }) => {
      const topology = shipped(id);
      const { view } = reach(new Run({ topology, seed: 1, faults: [] }), SECOND);
      return [...topology.components, ...topology.hosts].flatMap((chosen) =>
        faultsFor(chosen.id, { topology, view }).map(({ fault }) => fault.verb),
      );
    });
    const inMenus = VERBS.filter((verb) => !isUndoing(verb));
    expect(VERBS.filter((verb) => offered.includes(verb))).toEqual(inMenus);
  });

  const offeredFor = (run: Run, chosen: string) =>
    faultsFor(chosen, { topology: run.topology, view: run.view }).map(({ fault }) => fault.words);

  it('fit the state: what is dead can only be started', () => {
    const run = reach(distributed(), SECOND);
    expect(offeredFor(run, 'web-2')).toContain('kill web-2');
    expect(offeredFor(run, 'web-2')).not.toContain('start web-2');
    run.inject(fault('kill web-2'));
    expect(offeredFor(run, 'web-2')).not.toContain('kill web-2');
    expect(offeredFor(run, 'web-2')).toContain('start web-2');
  });

  it('undo only what is there to be undone', () => {
    const run = reach(distributed(), SECOND);
    expect(offeredFor(run, 'app-2')).not.toContain('restore app-2');
    run.inject(fault('slow app-2 10'));
    expect(offeredFor(run, 'app-2')).toContain('restore app-2');
    run.inject(fault('restore app-2'));
    expect(offeredFor(run, 'app-2')).not.toContain('restore app-2');
    run.inject(fault('drain lb-1 web-2'));
    expect(offeredFor(run, 'web-2')).toContain('ready lb-1 web-2');
    run.inject(fault('dns-fail www.foobar.com'));
    expect(offeredFor(run, 'web-2')).toContain('restore www.foobar.com');
  });

  it('make a server ready that its line disables, and drain it only then', () => {
    const set = ['lb-1.servers.web-2.disabled=true'];
    const run = reach(new Run({ topology: shipped('distributed', set), seed: 1, faults: [] }), SECOND);
    expect(offeredFor(run, 'web-2')).toContain('ready lb-1 web-2');
    expect(offeredFor(run, 'web-2')).not.toContain('drain lb-1 web-2');
    run.inject(fault('ready lb-1 web-2'));
    expect(offeredFor(run, 'web-2')).not.toContain('ready lb-1 web-2');
    expect(offeredFor(run, 'web-2')).toContain('drain lb-1 web-2');
  });

  it('offer a replica what only a replica can do', () => {
    const run = reach(distributed(), SECOND);
    expect(offeredFor(run, 'db-2')).toContain('failover db-2');
    expect(offeredFor(run, 'db-1').some((command) => command.startsWith('failover'))).toBe(false);
  });
});
