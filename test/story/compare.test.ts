import { describe, expect, test } from 'vitest';
import { withChange } from '../../src/course/one-change.ts';
import { type AskedRun, openRun, type ReadyRun } from '../../src/course/open-run.ts';
import type { OpenTopology } from '../../src/course/topologies.ts';
import { compareWords } from '../../src/messages/compare.ts';
import { simulate } from '../../src/simulator/run.ts';
import { SideBySide, type Sum } from '../../src/story/compare/side-by-side.ts';
import { NIGHT, nightOf, walk } from '../../src/story/compare/the-way.ts';
import { shippedTopology } from '../ui/simulator/bench.ts';

const SECOND = 1_000_000;
const END = 25 * SECOND;

const asked: AskedRun = {
  topology: 'distributed',
  set: [],
  rate: 50,
  for: END,
  fault: ['5s kill web-2', '15s power-off server-1'],
  seed: 3,
};

function opened(run: AskedRun): ReadyRun {
  const result = openRun(run, shippedTopology);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.run;
}

function changed(change: string): ReadyRun {
  const run = withChange(asked, change);
  if ('error' in run) throw new Error(run.error);
  return opened(run);
}

function compared(after: ReadyRun, mostEvents?: number): SideBySide {
  const pair = new SideBySide(opened(asked), after);
  while (pair.now < END) pair.advance(END, mostEvents);
  return pair;
}

/** The same numbers from the requests of a run of its own. */
function counted(run: ReadyRun): Sum {
  const { report, requests } = simulate(run.topology, { ...run, for: END, recordRequests: true });
  const isBad = ({ outcome }: { outcome: string }) => !(Number(outcome) < 400) && outcome !== 'unfinished';
  const isLate = ({ t, ms }: { t: number; ms: number | null }) => (ms ?? END / 1000 - t * 1000) >= 1000;
  const seconds = report.per_second.filter(({ ok, failed }) => failed > ok);
  return {
    users: new Set(requests.map(({ client }) => client)).size,
    usersHurt: new Set(requests.filter((each) => isBad(each) || isLate(each)).map(({ client }) => client))
      .size,
    requests: requests.length,
    failed: requests.filter(isBad).length,
    slow: requests.filter((each) => Number(each.outcome) < 400 && isLate(each)).length,
    outageSeconds: seconds.length,
    writesLost: report.writes.lost,
    hosts: run.topology.hosts.length,
  };
}

describe('two runs side by side', () => {
  test('of the same run differ in nothing', () => {
    const { difference } = compared(opened(asked));
    expect(Object.values(difference).every((number) => number === 0)).toBe(true);
  });

  test('are what each of them is alone, however they are advanced', () => {
    const pair = compared(changed('set redispatch=on'), 777);
    expect(pair.before.sum).toEqual(counted(opened(asked)));
    expect(pair.after.sum).toEqual(counted(changed('set redispatch=on')));
    expect(pair.difference.failed).toBe(pair.after.sum.failed - pair.before.sum.failed);
    expect(pair.difference.failed).toBeLessThan(0);
  });

  test('go on in step: neither is a second ahead', () => {
    const pair = new SideBySide(opened(asked), changed('no faults'));
    while (pair.now < END) {
      pair.advance(END, 500);
      expect(Math.abs(pair.before.told.now - pair.after.told.now)).toBeLessThanOrEqual(SECOND);
    }
  });
});

describe('one change', () => {
  test('is a setting, a fault more, a fault less, or another topology', () => {
    expect(withChange(asked, 'set lb-1.retries=1')).toMatchObject({ set: ['lb-1.retries=1'] });
    expect(withChange(asked, 'fault 8s kill web-1')).toMatchObject({
      fault: [...asked.fault, '8s kill web-1'],
    });
    expect(withChange(asked, 'no  5s kill web-2')).toMatchObject({ fault: ['15s power-off server-1'] });
    expect(withChange(asked, 'no faults')).toMatchObject({ fault: [] });
    expect(withChange(asked, 'topology scaled-up')).toMatchObject({ topology: 'scaled-up', set: [] });
  });

  test('that is none is told, and what could be written instead', () => {
    for (const change of ['', 'redispatch=on', 'set', 'no 5s kill web-1']) {
      expect(withChange(asked, change)).toEqual({
        error: expect.stringMatching(/set redispatch=on|no fault "5s/),
      });
    }
  });

  test('is told with what it spares and what it costs', () => {
    const none = { usersHurt: 0, requests: 0, failed: 0, slow: 0, outageSeconds: 0, writesLost: 0, hosts: 0 };
    expect(compareWords.sentence('x', { ...none, usersHurt: -3, outageSeconds: 2, hosts: 1 })).toBe(
      'With x 3 users fewer are hurt and the outage is 2 s longer, for 1 host more.',
    );
    expect(compareWords.sentence('x', none)).toContain('no different');
  });
});

describe('the way through the stages', () => {
  /** Few users, so that nobody waits for the test. */
  const quiet: OpenTopology = (id, set) => {
    const read = shippedTopology(id, set);
    if (read.topology === undefined) return read;
    return { ...read, topology: { ...read.topology, traffic: { ...read.topology.traffic, rate: 5 } } };
  };

  test('keeps a switch only where fewer requests fail or wait', () => {
    const way = walk(['one-server', 'distributed'], quiet, 1);
    let nights = 0;
    let step = way.next();
    for (; step.done !== true; step = way.next()) {
      step.value.run.told.advance(NIGHT);
      nights++;
    }
    const points = step.value;
    expect(points[0]).toMatchObject({ topology: 'one-server', change: undefined });
    expect(points.some(({ topology }) => topology === 'distributed')).toBe(true);
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (point.change === undefined || before === undefined) continue;
      expect(point.sum.failed + point.sum.slow).toBeLessThan(before.sum.failed + before.sum.slow);
      expect(point.set).toEqual([...before.set, point.change]);
    }
    expect(nights).toBeGreaterThan(points.length);
  });

  test('has a night that fits every site', () => {
    for (const id of ['one-server', 'distributed', 'secured', 'scaled-up']) {
      const { topology } = shippedTopology(id, []);
      if (topology === undefined) throw new Error(id);
      const run = { ...asked, topology: id, for: NIGHT, fault: nightOf(topology) };
      expect(openRun(run, shippedTopology)).toHaveProperty('run');
    }
  });
});
