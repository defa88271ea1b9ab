import { numbers, type Row, same } from '../judge.ts';
import { range, text } from '../recorded.ts';
import { after, between, failed, type Run, runs } from '../run.ts';

/** An application that reads through HAProxy in TCP mode from two MariaDB, every 50 ms. */
function proxy(lines: string): string {
  return `
format: 1
id: recorded
title: Recorded
traffic: { rate: 20, arrivals: even, timeout: 30s }
dns: { www.foobar.com: { A: [app-1] } }
hosts: { app-host: { cpus: 2, runs: [app-1, db-lb] }, one: { runs: [db-1] }, two: { runs: [db-2] } }
components:
  app-1: { kind: app-server, workers: 500, service: 0.01ms, cpu: 0%, reads: [db-lb] }
  db-lb:
    kind: load-balancer
    mode: tcp
    balance: roundrobin
    default-server: { check: true, inter: 500ms, fall: 3, rise: 2 }
    servers: { db-1: {}, db-2: {} }
    retries: 3
    timeout: { connect: 1s, client: 10s, server: 2s }
    ${lines}
  db-1: { kind: database }
  db-2: { kind: database, role: replica, source: db-1 }
`;
}

const MYSQL_CHECK = 'mysql-check: true';
const REDISPATCH = 'redispatch: true';
const both = `${MYSQL_CHECK}\n    ${REDISPATCH}`;

const script = (lines: string, fault: string): Run[] =>
  runs({ topology: proxy(lines), faults: [fault], until: 12 });

/** E14: a balancer before databases: who gets the reads, what a dead one and a hung one cost. */
export function databaseProxy(): Row[] {
  return [
    same('E14', 'MySQL check', 'order of the first reads', text('E14', 'MySQL check', 'order'), [
      orderOf(runs({ topology: proxy(both), until: 1 }, [1])[0]),
    ]),
    down('killed, MySQL check', both, 'kill db-2', [1, 1.5]),
    down('killed, TCP check', REDISPATCH, 'kill db-2', [1, 1.5]),
    down('hangs, MySQL check', both, 'pause db-2', [2.5, 3]),
    same(
      'E14',
      'hangs, TCP check',
      'is marked down',
      text('E14', 'hangs, TCP check', 'down'),
      script(REDISPATCH, 'pause db-2').map((run) =>
        after(run, 'marks-down', 'db-2') === undefined ? 'never' : 'once',
      ),
    ),
    broken('killed, MySQL check', both, 'kill db-2'),
    takes('killed, no redispatch', MYSQL_CHECK, 'kill db-2'),
    takes('hangs, MySQL check', both, 'pause db-2'),
  ];
}

function orderOf(run: Run | undefined): string {
  return (run?.requests ?? [])
    .slice(0, 6)
    .map(({ path }) => (path.at(-1) === 'db-1' ? 1 : 2))
    .join('');
}

function down(variant: string, lines: string, fault: string, formula: readonly [number, number]): Row {
  return numbers('E14', variant, {
    what: 'marked down after',
    unit: 's',
    recorded: range('E14', variant, 'down_s'),
    simulated: script(lines, fault).map((run) => after(run, 'marks-down', 'db-2')),
    formula,
  });
}

function broken(variant: string, lines: string, fault: string): Row {
  return numbers('E14', variant, {
    what: 'reads that fail',
    recorded: range('E14', variant, 'errors'),
    simulated: script(lines, fault).map((run) => between(run, 0.05, 6).filter(failed).length),
  });
}

/** How long a read takes that ends with its connection. */
function takes(variant: string, lines: string, fault: string): Row {
  return numbers('E14', variant, {
    what: 'until the connection is closed',
    unit: 's',
    recorded: range('E14', variant, 'closed_s'),
    simulated: script(lines, fault).flatMap((run) =>
      between(run, 0.05, 6)
        .filter(failed)
        .map(({ ms }) => (ms ?? Number.NaN) / 1000),
    ),
  });
}
