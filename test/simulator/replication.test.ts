import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databasePair } from '../reality/database-pair.ts';
import { type Play, type Played, play, SECOND, when } from './play.ts';

const DISTRIBUTED = readFileSync(join(process.cwd(), 'lessons/1-distributed/distributed.yaml'), 'utf8');
const PAIR = databasePair({ traffic: 'rate: 50' });
/** so few that what was missed is applied in no time */
const FEW = databasePair({ traffic: 'rate: 10' });
const SEMI_SYNC = databasePair({ traffic: 'rate: 50', replication: 'replication: semi-sync' });

function database({ simulation }: Played, id: string) {
  return simulation.view().components.find((component) => component.id === id)?.database;
}

/** Seconds that a replica is behind; undefined: it receives nothing. */
function lag(run: Played, id = 'db-2'): number | undefined {
  const behind = database(run, id)?.lag;
  return behind === undefined ? undefined : behind / SECOND;
}

/** When a replica is well again, to a second: from then on it receives, and is less than 0.1 s behind. */
function wellFrom(text: string, options: Play): number {
  let well = 0;
  const run = play(text, { ...options, for: 0 });
  for (let second = 1; second <= options.for; second++) {
    run.simulation.advance(second * SECOND);
    const behind = lag(run);
    if (behind === undefined || behind > 0.1) well = second + 1;
  }
  return well;
}

describe('a replica that was cut off from its source', () => {
  it('has what it missed as soon as TCP tries again, as long as it does not believe the source dead', () => {
    // tries at 10 + 0.2 * (2^n - 1) s: 10.2, 10.6, ... 22.6, 35.4, 61.2
    expect(
      wellFrom(DISTRIBUTED, {
        for: 60,
        faults: ['10s partition server-1 server-2', '20s heal server-1 server-2'],
      }),
    ).toBe(23);
    expect(
      wellFrom(DISTRIBUTED, {
        for: 70,
        faults: ['10s partition server-1 server-2', '24s heal server-1 server-2'],
      }),
    ).toBe(36);
  });

  it('receives again however long the cut was', () => {
    for (const healed of [68, 72, 100, 200]) {
      const faults = ['10s partition server-1 server-2', `${healed}s heal server-1 server-2`];
      const well = wellFrom(DISTRIBUTED, { for: 330, faults });
      // replica_net_timeout 60 s, then 60 s for a connection attempt, 60 s between two
      expect(well, `healed at ${healed} s`).toBeLessThanOrEqual(healed + 61);
      expect(well).toBeGreaterThanOrEqual(healed);
    }
  });

  it('gives up a silent source after replica_net_timeout, and shows it', () => {
    const cut = (until: number) =>
      lag(play(PAIR, { for: until, faults: ['10s partition db-host-1 db-host-2'] }));
    expect(cut(69)).toBeGreaterThan(58);
    expect(cut(71)).toBeUndefined();
  });
});

describe('a replica whose source loses its power', () => {
  it('connects to it again when it is back, and has everything', () => {
    const faults = ['10s power-off server-1', '40s power-on server-1'];
    // the source is back, and doesn't know of the connection that the replica believes in
    expect(lag(play(DISTRIBUTED, { for: 50, faults }))).toBeUndefined();
    const run = play(DISTRIBUTED, { for: 160, faults });
    expect(lag(run)).toBeLessThan(0.1);
    // nobody told it: it waits for replica_net_timeout
    expect(wellFrom(DISTRIBUTED, { for: 160, faults })).toBe(71);
  });

  it('tries again every 60 s while it is down', () => {
    // silent since 10 s: an attempt from 70 to 130 s, the next from 190 s on; the host is up at 150 s
    expect(wellFrom(PAIR, { for: 300, faults: ['10s power-off db-host-1', '150s power-on db-host-1'] })).toBe(
      191,
    );
  });
});

describe('a replica whose source dies', () => {
  it('is refused at once and connects again 60 s later', () => {
    // SOURCE_CONNECT_RETRY
    expect(wellFrom(FEW, { for: 200, faults: ['10s kill db-1', '15s start db-1'] })).toBe(71);
    expect(wellFrom(FEW, { for: 200, faults: ['10s kill db-1', '75s start db-1'] })).toBe(131);
  });

  it('notices that it hangs, after 60 s, and is served when it goes on', () => {
    const faults = ['10s pause db-1', '200s resume db-1'];
    const run = play(PAIR, { for: 260, faults });
    expect(lag(run)).toBeLessThan(0.1);
    expect(run.report.writes.lost).toBe(0);
  });
});

describe('a replica that is paused', () => {
  it('for longer than its buffers hold what comes gets the rest from the log of its source, in order', () => {
    // 12,000 rows; buffers hold half of them
    const run = play(databasePair({ traffic: 'rate: 200' }), {
      for: 120,
      faults: ['10s pause db-2', '70s resume db-2', '110s kill db-1', '110.1s failover'],
    });
    expect(run.report.writes.acknowledged).toBeGreaterThan(19_000);
    expect(run.report.writes.lost).toBe(0);
    expect(
      wellFrom(databasePair({ traffic: 'rate: 200' }), {
        for: 100,
        faults: ['10s pause db-2', '70s resume db-2'],
      }),
    ).toBeLessThan(90);
  });

  it('has lost nothing when it takes over after it went on', () => {
    for (const seed of [1, 2, 3]) {
      const run = play(DISTRIBUTED, {
        seed,
        for: 60,
        faults: ['10s pause db-2', '20s resume db-2', '40s kill db-1', '40.1s failover'],
      });
      expect(run.report.writes.acknowledged).toBeGreaterThan(300);
      expect(run.report.writes.lost).toBe(0);
    }
  });

  it('costs no more events than one that runs', () => {
    const events = (faults: readonly string[]) => play(PAIR, { for: 300, faults }).simulation.eventsFired;
    expect(events(['10s pause db-2', '290s resume db-2'])).toBeLessThan(events([]) * 1.05);
  });

  it('acknowledges nothing meanwhile', () => {
    const run = play(SEMI_SYNC, { for: 40, faults: ['10s pause db-2', '15s resume db-2'] });
    const took = run.requests.filter(({ t }) => t > 10.1 && t < 11).map(({ ms }) => ms ?? 0);
    expect(Math.min(...took)).toBeGreaterThan(3900);
    expect(Math.max(...took)).toBeLessThan(5000);
  });
});

describe('a lagging replica that is killed and started, again and again', () => {
  it('applies as many rows at once as it has workers, and each once', () => {
    const slow = databasePair({ traffic: 'rate: 30', apply: '200ms', applyWorkers: 4 });
    const behind = (faults: readonly string[]) => lag(play(slow, { for: 80, faults })) ?? 0;
    // 20 a second are applied, 30 come: a third of the time is behind
    const undisturbed = behind([]);
    expect(undisturbed).toBeGreaterThan(25);
    expect(undisturbed).toBeLessThan(28);
    const restarted = behind([5, 10, 15].flatMap((t) => [`${t}s kill db-2`, `${t}.001s start db-2`]));
    // each restart begins four rows again
    expect(restarted).toBeGreaterThanOrEqual(undisturbed);
    expect(restarted).toBeLessThan(undisturbed + 1);
  });
});

describe('a link that loses packets', () => {
  // packets from the source to the replica
  const lossy = (percent: number) => [`10s loss db-host-1 db-host-2 ${percent}%`];

  it('delays replication by retransmissions, the more the more it loses', () => {
    const worst = (percent: number) => {
      const run = play(PAIR, { for: 0, faults: lossy(percent) });
      let most = 0;
      for (let tenth = 100; tenth < 1200; tenth++) {
        run.simulation.advance(tenth * 100_000);
        most = Math.max(most, lag(run) ?? 0);
      }
      return most;
    };
    expect(worst(0)).toBeLessThan(0.01);
    expect(worst(2)).toBeGreaterThan(0.1);
    expect(worst(2)).toBeLessThan(1.5);
    expect(worst(30)).toBeGreaterThan(0.6);
  });

  it('is like a cut when it loses all', () => {
    const run = play(PAIR, { for: 71, faults: lossy(100) });
    expect(lag(run)).toBeUndefined();
    expect(
      wellFrom(PAIR, { for: 300, faults: [...lossy(100), '100s restore db-host-1 db-host-2'] }),
    ).toBeLessThan(162);
  });

  it('makes semi-sync writes slower, and loses none of their acknowledgements', () => {
    for (const link of ['db-host-1 db-host-2', 'db-host-2 db-host-1']) {
      const run = play(SEMI_SYNC, { for: 60, faults: [`10s loss ${link} 5%`] });
      expect(run.report.latency_ms.p99, link).toBeGreaterThan(200);
      expect(run.report.availability).toBe(1);
      expect(run.report.events.filter(({ what }) => what === 'degrades')).toEqual([]);
    }
  });
});

describe('an old primary', () => {
  const failover = ['10s kill db-1', '11s failover'];
  const back = (text: string, faults: readonly string[]) => play(text, { for: 100, faults });

  it('that was fenced comes back as a replica, and has what it missed', () => {
    const run = back(PAIR, [...failover, '20s start db-1']);
    expect(database(run, 'db-1')?.role).toBe('replica');
    expect(lag(run, 'db-1')).toBeLessThan(0.1);
    const cut = back(PAIR, ['10s partition db-host-1', '11s failover', '20s heal db-host-1']);
    expect(database(cut, 'db-1')?.role).toBe('replica');
    expect(lag(cut, 'db-1')).toBeLessThan(0.1);
  });

  it('keeps the rows that it alone has, which others never see', () => {
    const faults = ['5s replication-break db-2', '10s kill db-1', '11s failover', '20s start db-1'];
    const run = back(PAIR, faults);
    expect(run.report.writes.lost).toBeGreaterThan(200);
    expect(lag(run, 'db-1')).toBeLessThan(0.1);
    // and it can be made the primary again: then nothing is lost but what was never written
    const again = back(PAIR, [...faults, '60s switchover']);
    expect(database(again, 'db-1')?.readOnly).toBe(false);
    expect(again.report.writes.lost).toBe(0);
    expect(lag(again, 'db-2')).toBeLessThan(0.1);
  });

  it('that was not fenced goes on by itself', () => {
    const run = play(PAIR, {
      for: 100,
      faults: [...failover, '20s start db-1'],
      set: ['db-1.fencing=false'],
    });
    expect(database(run, 'db-1')).toMatchObject({ role: 'primary', readOnly: false });
  });
});

describe('a replica of a replica', () => {
  const three = PAIR.replace(
    'components:',
    `components:
  db-3: { kind: database, role: replica, source: db-2, cpu: 0%, apply: 0.55ms }`,
  );

  it('has all that the primary has, even what its own source got while it was away', () => {
    const run = play(three, {
      for: 140,
      faults: ['10s kill db-3', '30s start db-3', '40s kill db-2', '50s start db-2'],
    });
    expect(lag(run, 'db-2')).toBeLessThan(0.1);
    expect(lag(run, 'db-3')).toBeLessThan(0.1);
    const promoted = play(three, {
      for: 80,
      faults: ['10s kill db-3', '30s start db-3', '40s kill db-1', '41s failover db-3'],
    });
    expect(promoted.report.writes.lost).toBe(0);
  });
});

describe('a promotion that is interrupted', () => {
  const late = databasePair({ traffic: 'rate: 50', apply: '50ms', applyWorkers: 1 });

  it('by the death of the replica is carried out when it is back', () => {
    // 30 rows a second pile up, and take seconds to apply
    const run = play(late, {
      for: 80,
      faults: ['10s kill db-1', '10.1s failover', '10.5s kill db-2', '20s start db-2'],
    });
    expect(when(run, 'promotes')).toBeGreaterThan(30);
    expect(when(run, 'promotes')).toBeLessThan(40);
    expect(run.report.writes.lost).toBe(0);
  });

  it('is taken back when it was planned: the old primary takes writes again', () => {
    const died = play(late, { for: 200, faults: ['10s switchover', '12s kill db-2', '40s start db-2'] });
    expect(died.report.events.filter(({ what }) => what === 'promotes')).toEqual([]);
    expect(database(died, 'db-1')).toMatchObject({ role: 'primary', readOnly: false });
    const oldDied = play(PAIR, {
      for: 60,
      faults: ['5s replication-break db-2', '10s switchover', '12s kill db-1', '20s start db-1'],
    });
    expect(database(oldDied, 'db-1')).toMatchObject({ role: 'primary', readOnly: false });
    expect(oldDied.report.writes.lost).toBe(0);
  });
});

describe('a source that is stopped', () => {
  it('leaves at once, although its replicas never finish', () => {
    const run = play(PAIR, { for: 11, faults: ['10s stop db-1'] });
    expect(run.simulation.view().components.find(({ id }) => id === 'db-1')?.state).toBe('stopped');
  });
});
