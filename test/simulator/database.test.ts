import { describe, expect, it } from 'vitest';
import { databasePair } from '../reality/database-pair.ts';
import { counted, play, SECOND, when } from './play.ts';

const RATE = 'rate: 100';
const asynchronous = databasePair({ traffic: RATE });
const semiSync = databasePair({ traffic: RATE, replication: 'replication: semi-sync' });

describe('asynchronous replication', () => {
  it('loses exactly the acknowledged writes that the replica had not received', () => {
    const run = play(asynchronous, {
      for: 15,
      faults: ['5s replication-break db-2', '8.005s kill db-1', '8.1s failover'],
    });
    const written = run.requests.filter(({ t, outcome }) => t > 4.99 && t < 8.01 && outcome === '200');
    expect(run.report.writes.lost).toBeGreaterThanOrEqual(299);
    expect(run.report.writes.lost).toBeLessThanOrEqual(written.length);
    expect(new Set(run.report.writes.lost_ids).size).toBe(run.report.writes.lost);
  });

  it('can be broken before anything has started', () => {
    const faults = ['0s replication-break db-2', '5s kill db-1', '5.1s failover'];
    expect(play(asynchronous, { for: 8, faults }).report.writes.lost).toBeGreaterThan(400);
    const mended = ['0s replication-break db-2', '2s restore db-2', '5s kill db-1', '5.1s failover'];
    expect(play(asynchronous, { for: 8, faults: mended }).report.writes.lost).toBe(0);
  });

  it('loses nothing when the replica was up to date, or only late in applying', () => {
    expect(
      play(asynchronous, { for: 15, faults: ['8s kill db-1', '8.1s failover'] }).report.writes.lost,
    ).toBe(0);
    const late = play(asynchronous, { for: 15, faults: ['5s lag db-2 4s', '8s kill db-1', '8.1s failover'] });
    expect(late.report.writes.lost).toBe(0);
  });

  it('loses nothing without a promotion: the rows are on the disk', () => {
    const run = play(asynchronous, {
      for: 25,
      faults: ['5s replication-break db-2', '8s kill db-1', '12s start db-1'],
    });
    expect(run.report.writes.lost).toBe(0);
  });
});

describe('semi-synchronous replication', () => {
  it('stalls all writes for the timeout, goes on without the replica, and returns when it has caught up', () => {
    const run = play(semiSync, { for: 60, faults: ['10s kill db-2', '30s start db-2'] });
    const degraded = when(run, 'degrades') ?? 0;
    expect(degraded).toBeGreaterThan(19.99);
    expect(degraded).toBeLessThan(20.03);
    expect(when(run, 'recovers')).toBeGreaterThan(30);
    expect(when(run, 'recovers')).toBeLessThan(31);
    const took = (from: number, to: number) =>
      run.requests.filter(({ t }) => t >= from && t < to).map(({ ms }) => ms ?? 0);
    expect(Math.max(...took(0, 9.9))).toBeLessThan(50);
    expect(Math.min(...took(10.1, 19.9))).toBeGreaterThan(50);
    expect(Math.max(...took(21, 60 - 0.5))).toBeLessThan(50);
    expect(Object.keys(counted(run, 0, 59))).toEqual(['200']);
  });

  it('loses nothing while it is on, and as much as asynchronous once it has given up', () => {
    const cut = ['5s replication-break db-2', '8s kill db-1', '8.1s failover'];
    expect(play(semiSync, { for: 12, faults: cut }).report.writes.lost).toBe(0);
    const short = play(semiSync, { for: 12, faults: cut, set: ['db-1.rpl_semi_sync_source_timeout=1s'] });
    expect(short.report.writes.lost).toBeGreaterThan(295);
  });

  it('costs a round trip to the replica for every write', () => {
    const far = databasePair({ traffic: RATE, replication: 'replication: semi-sync', oneWay: '20ms' });
    expect(play(far, { for: 10 }).report.latency_ms.p50).toBeGreaterThan(40);
    expect(
      play(databasePair({ traffic: RATE, oneWay: '20ms' }), { for: 10 }).report.latency_ms.p50,
    ).toBeLessThan(3);
  });
});

describe('what both ends say of semi-synchronous replication', () => {
  const states = (seconds: number, faults: readonly string[], text = semiSync) =>
    play(text, { for: seconds, faults })
      .simulation.view()
      .components.flatMap(({ database }) => database?.semiSync ?? []);

  // recorded from MariaDB 10.11: Rpl_semi_sync_master_status, Rpl_semi_sync_slave_status
  it.each([
    ['while both are well', 5, [], ['on', 'acknowledges']],
    [
      'when the receiver has stopped, before a write has timed out',
      12,
      ['5s replication-break db-2'],
      ['on', 'off'],
    ],
    ['after one has', 20, ['5s replication-break db-2'], ['degraded', 'off']],
    [
      'when the replica has it again',
      30,
      ['5s replication-break db-2', '20s restore db-2'],
      ['on', 'acknowledges'],
    ],
    [
      'while the replica hangs and its source has given it up',
      20,
      ['5s pause db-2'],
      ['degraded', 'acknowledges'],
    ],
    ['of a source that is gone: the replica looks for it', 9, ['5s kill db-1'], ['off', 'acknowledges']],
    ['of a replica that is gone', 20, ['5s kill db-2'], ['degraded', 'off']],
  ] as const)('%s', (_, seconds, faults, expected) => {
    expect(states(seconds, faults)).toEqual(expected);
  });

  it('without it, and after a promotion of one that does not wait', () => {
    expect(states(5, [], asynchronous)).toEqual(['off', 'off']);
    expect(states(9, ['5s switchover'])).toEqual(['acknowledges', 'on']);
    expect(
      play(semiSync, { for: 9, faults: ['5s switchover'], set: ['db-2.replication=async'] })
        .simulation.view()
        .components.flatMap(({ database }) => database?.semiSync ?? []),
    ).toEqual(['off', 'off']);
  });
});

describe('a promotion', () => {
  it('that is planned loses nothing, and the old primary follows the new one', () => {
    const run = play(asynchronous, { for: 30, faults: ['10s switchover'] });
    expect(run.report.writes.lost).toBe(0);
    const databases = new Map(run.simulation.view().components.map(({ id, database }) => [id, database]));
    expect([databases.get('db-1')?.role, databases.get('db-2')?.role]).toEqual(['replica', 'primary']);
    expect(databases.get('db-1')?.readOnly).toBe(true);
  });

  it('of a replica while the old primary lives is a split brain without fencing, and none with it', () => {
    const twoWriters = (set: readonly string[]) => {
      // the application does not see the new primary, only the old one
      const { simulation } = play(asynchronous, { for: 20, faults: ['10s failover'], set });
      return simulation.view().components.filter(({ database }) => database?.readOnly === false).length;
    };
    expect(twoWriters([])).toBe(1);
    expect(twoWriters(['db-1.fencing=false'])).toBe(2);
  });

  it('moves no application from a primary that it still sees to a second one', () => {
    const both = asynchronous.replace('writes: db-1', 'writes: db-1\n    reads: [db-1, db-2]');
    const { simulation } = play(both, { for: 0, faults: ['10s failover'], set: ['db-1.fencing=false'] });
    const writesTo = new Set<string | undefined>();
    for (let half = 1; half <= 80; half++) {
      simulation.advance((half * SECOND) / 2);
      writesTo.add(simulation.view().components.find(({ id }) => id === 'app-1')?.writesTo);
    }
    expect([...writesTo]).toEqual(['db-1']);
    expect(simulation.view().components.filter(({ database }) => database?.readOnly === false)).toHaveLength(
      2,
    );
  });

  it('loses what the old primary acknowledges after a split brain', () => {
    const run = play(asynchronous, { for: 20, faults: ['10s failover'], set: ['db-1.fencing=false'] });
    expect(run.report.writes.lost).toBeGreaterThan(900);
  });
});

describe('lag', () => {
  it('is what piles up when the replica applies more slowly than the primary writes', () => {
    const slow = databasePair({ traffic: 'rate: 300', apply: '5ms' });
    const run = play(slow, { for: 20 });
    const lag = run.simulation.view().components.find(({ id }) => id === 'db-2')?.database?.lag ?? 0;
    // 300 come, 200 a second are applied: a third of the time is behind
    expect(lag / SECOND).toBeGreaterThan(6);
    expect(lag / SECOND).toBeLessThan(7.2);
    const parallel = play(databasePair({ traffic: 'rate: 300', apply: '5ms', applyWorkers: 4 }), { for: 20 });
    expect(
      parallel.simulation.view().components.find(({ id }) => id === 'db-2')?.database?.lag ?? 0,
    ).toBeLessThan(50_000);
  });
});

const READERS = databasePair({ traffic: 'rate: 100, clients: 5' })
  .replace('writes: 100%', 'writes: 50%')
  .replace('writes: db-1', 'writes: db-1\n    reads: [db-2, db-1]');

describe('reads from a replica', () => {
  it('are stale while it lags, and not from the primary', () => {
    expect(play(READERS, { for: 20 }).report.reads.stale).toBeLessThan(20);
    const late = play(READERS, { for: 20, faults: ['2s lag db-2 5s'] });
    expect(late.report.reads.stale / late.report.reads.total).toBeGreaterThan(0.7);
    const fresh = play(READERS.replace('[db-2, db-1]', '[db-1, db-2]'), {
      for: 20,
      faults: ['2s lag db-2 5s'],
    });
    expect(fresh.report.reads.stale).toBe(0);
  });

  it('go to the next database when one is dead', () => {
    const run = play(READERS, { for: 20, faults: ['5s kill db-2'] });
    expect(run.report.availability).toBe(1);
  });

  it('leave a database that failed alone for 10 s', () => {
    const run = play(READERS, { for: 60, faults: ['5s kill db-2'] });
    const tries = run.requests.filter(({ t, path }) => t > 5 && path.includes('db-2')).map(({ t }) => t);
    const gaps = tries.slice(1).map((t, i) => t - (tries[i] ?? 0));
    // those that were under way when it failed, then one in ten seconds
    const pauses = gaps.filter((gap) => gap > 0.1);
    expect(pauses).toHaveLength(5);
    for (const pause of pauses) {
      expect(pause).toBeGreaterThan(9.9);
      expect(pause).toBeLessThan(10.2);
    }
  });
});

const ORCHESTRATED = READERS.replace(
  'hosts:',
  `hosts:
  watch-1: { runs: [orc-1] }
  watch-2: { runs: [orc-2] }
  watch-3: { runs: [orc-3] }`,
).replace(
  'components:',
  `defaults: { orchestrator: { watches: [db-1, db-2], detect: 3s } }
components:
  orc-1: { kind: orchestrator }
  orc-2: { kind: orchestrator }
  orc-3: { kind: orchestrator }`,
);

describe('an orchestrator', () => {
  it('promotes the replica once the primary has been silent for `detect`, and the application follows', () => {
    const run = play(ORCHESTRATED, { for: 40, faults: ['10s kill db-1'] });
    const promoted = when(run, 'promotes') ?? 0;
    expect(promoted).toBeGreaterThan(12);
    expect(promoted).toBeLessThan(16);
    expect(Object.keys(counted(run, 30, 39))).toEqual(['200']);
  });

  it('does not without a majority', () => {
    const run = play(ORCHESTRATED, { for: 40, faults: ['5s kill orc-2', '5s kill orc-3', '10s kill db-1'] });
    expect(when(run, 'promotes')).toBeUndefined();
    const alone = play(ORCHESTRATED, {
      for: 40,
      faults: ['5s kill orc-2', '5s kill orc-3', '10s kill db-1'],
      set: ['orc-1.agree=alone'],
    });
    expect(when(alone, 'promotes')).toBeGreaterThan(10);
  });

  it('can be wrong: cut off from a primary that lives, it promotes another', () => {
    const cut = ['watch-1', 'watch-2', 'watch-3'].map((host) => `10s partition ${host} db-host-1`);
    const run = play(ORCHESTRATED, { for: 40, faults: cut, set: ['db-1.fencing=false'] });
    expect(when(run, 'promotes')).toBeGreaterThan(10);
    expect(
      run.simulation.view().components.filter(({ database }) => database?.readOnly === false),
    ).toHaveLength(2);
  });
});
