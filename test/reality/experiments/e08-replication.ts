import { type DatabasePair, databasePair } from '../database-pair.ts';
import { numbers, type Row } from '../judge.ts';
import { range } from '../recorded.ts';
import { between, errors, failed, longestGap, median, type Run, runs } from '../run.ts';

const SEMI = 'replication: semi-sync';
const OPEN = 'rate: 200';
/** 16 connections, each with the next write as soon as the last is acknowledged */
const BURST = 'rate: 1000, loop: closed, clients: 16, think: 1ms';
const SEEDS = [1, 2, 3, 4];

/** E8: MariaDB, a primary and a replica; the primary is killed and the replica promoted. */
export function replication(): Row[] {
  return [
    ...killed('async_kill', { traffic: OPEN }),
    ...killed('async_kill_burst', { traffic: BURST, connections: 16 }),
    ...killed('async_io2s', { traffic: OPEN }, 2),
    ...killed('semi_kill', { traffic: OPEN, replication: SEMI }),
    ...killed('semi_kill_burst', { traffic: BURST, connections: 16, replication: SEMI }),
    ...killed('semi_io2s', { traffic: OPEN, replication: SEMI }, 2),
    ...degraded(),
    ...acknowledged(),
    ...stalls('stall_kill', 'kill db-2'),
    ...stalls('stall_stop_nowait', 'pause db-2'),
    ...stalls('stall_term', 'stop db-2'),
    saturated(),
  ];
}

/** The replica stops receiving `behind` seconds before the primary is killed. */
function crash(pair: DatabasePair, behind: number): Run[] {
  return runs(
    {
      topology: databasePair(pair),
      warmUp: pair.traffic === BURST ? 1 : 6,
      timed: [
        ...(behind > 0 ? [[-behind, 'replication-break db-2'] as const] : []),
        [0, 'kill db-1'],
        [0.01, 'failover'],
      ],
      until: 2,
    },
    pair.traffic === BURST ? [1, 2] : SEEDS,
  );
}

function killed(variant: string, pair: DatabasePair, behind = 0): Row[] {
  const all = crash(pair, behind);
  const rows = [
    numbers('E8', variant, {
      what: 'acknowledged writes that are lost',
      recorded: range('E8', variant, 'lost'),
      simulated: all.map((run) => run.report.writes.lost),
    }),
  ];
  if (pair.traffic !== OPEN) return rows;
  rows.push(
    numbers('E8', variant, {
      what: 'writes acknowledged, of those sent before the kill',
      recorded: variant === 'semi_io2s' ? [0.556, 0.597] : [0.999, 1.001],
      simulated: all.map((run) => {
        const sent = between(run, -4.75, 0);
        return sent.filter((write) => !failed(write) && write.outcome !== 'unfinished').length / sent.length;
      }),
    }),
  );
  return rows;
}

/** A timeout that is shorter than the replica's absence: as bad as asynchronous. */
function degraded(): Row[] {
  const all = crash({ traffic: OPEN, replication: `${SEMI}\n    rpl_semi_sync_source_timeout: 1s` }, 2);
  return [
    numbers('E8', 'semi-sync, timeout 1 s, replica cut off for 2 s', {
      what: 'acknowledged writes that are lost',
      recorded: [399, 401],
      simulated: all.map((run) => run.report.writes.lost),
    }),
  ];
}

/** Time of an acknowledged write, one connection. */
function acknowledged(): Row[] {
  const one = 'rate: 1, loop: closed, clients: 1, think: 1ms';
  const row = (variant: string, pair: Partial<DatabasePair>) =>
    numbers('E8', variant, {
      what: 'time of an acknowledged write, median',
      unit: 'ms',
      recorded: range('E8', variant, 'closed1_p50_ms'),
      simulated: runs({ topology: databasePair({ traffic: one, ...pair }), until: 0 }, [1, 2]).map((run) =>
        median(run.requests.map(({ ms }) => ms)),
      ),
    });
  return [
    row('lat_async', {}),
    row('lat_semi', { replication: SEMI }),
    row('lat_semi_rtt10', { replication: SEMI, oneWay: '5ms' }),
  ];
}

/** The replica is gone: semi-sync waits out its timeout, once. */
function stalls(variant: string, words: string): Row[] {
  const all = runs(
    {
      topology: databasePair({ traffic: 'rate: 100', replication: SEMI }),
      faults: [words],
      until: 14,
    },
    SEEDS,
  );
  const slow = (run: Run) => between(run, -0.1, 14).filter(({ ms }) => (ms ?? 0) > 100);
  return [
    numbers('E8', variant, {
      what: 'longest time without an acknowledgement',
      unit: 's',
      recorded: range('E8', variant, 'longestAckGap_s'),
      simulated: all.map((run) => longestGap(run, -0.1)),
    }),
    numbers('E8', variant, {
      what: 'writes that wait',
      recorded: range('E8', variant, 'slowWrites'),
      simulated: all.map((run) => slow(run).length),
    }),
    numbers('E8', variant, {
      what: 'slowest write',
      unit: 'ms',
      recorded: range('E8', variant, 'maxWriteMs'),
      simulated: all.map((run) => Math.max(...slow(run).map(({ ms }) => ms ?? 0))),
    }),
    numbers('E8', variant, {
      what: 'errors',
      recorded: range('E8', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
  ];
}

/** More writes than one applier can follow (recorded: 7 to 9 thousand a second against 1.5 to 2): the lag grows. */
function saturated(): Row {
  const SECONDS = 12;
  const all = runs(
    {
      topology: databasePair({
        traffic: 'rate: 1, loop: closed, clients: 18, think: 1ms',
        write: '1.2ms',
        apply: '0.6ms',
        connections: 18,
      }),
      until: 0,
    },
    [1],
  );
  const lag = (run: Run) => {
    run.simulation.advance(SECONDS * 1_000_000);
    const replica = run.simulation.view().components.find(({ id }) => id === 'db-2')?.database;
    return replica?.lag === undefined ? undefined : replica.lag / 1000;
  };
  return numbers('E8', 'lag_sat', {
    what: 'lag after 12 s of more writes than a replica can apply',
    unit: 'ms',
    recorded: range('E8', 'lag_sat', 'lag_max_ms'),
    simulated: all.map(lag),
  });
}
