import { numbers, type Row } from '../judge.ts';
import { range } from '../recorded.ts';
import { median, type Run, runs } from '../run.ts';

/** nginx, an application and a database on one core, or some of them on another; 16 connections that never rest. */
function stack(first: readonly string[], second: readonly string[]): string {
  return `
format: 1
id: recorded
title: Recorded
traffic: { rate: 1, loop: closed, clients: 16, think: 1ms }
dns: { www.foobar.com: { A: [web-1] } }
hosts:
  core-0: { cpus: 1, runs: [${first.join(', ')}] }
${second.length === 0 ? '' : `  core-1: { cpus: 1, runs: [${second.join(', ')}] }`}
components:
  web-1: { kind: web-server, service: 0.05ms, upstream: { app-1: {} } }
  app-1: { kind: app-server, workers: 100, service: 3.2ms, writes: db-1 }
  db-1: { kind: database, read: 0.6ms }
`;
}

const SPLITS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['split_db', ['web-1', 'app-1'], ['db-1']],
  ['split_app', ['web-1', 'db-1'], ['app-1']],
];

/** E10: what it costs to share a core, and what splitting gives. */
export function colocation(): Row[] {
  const measure = (topology: string) => runs({ topology, until: 4 }, [1, 2]);
  const rate = (run: Run) => run.report.requests.ok / run.report.duration_s;
  const half = (run: Run) => median(run.requests.map(({ ms }) => ms)) ?? Number.NaN;
  const together = measure(stack(['web-1', 'app-1', 'db-1'], []));
  const rows = [
    numbers('E10', 'one_core', {
      what: 'requests a second',
      recorded: range('E10', 'one_core', 'rps'),
      simulated: together.map(rate),
    }),
  ];
  for (const [variant, first, second] of SPLITS) {
    const apart = measure(stack(first, second));
    const ratio = (of: (run: Run) => number) => apart.map((run, i) => of(run) / of(together[i] ?? run));
    rows.push(
      numbers('E10', variant, {
        what: 'requests a second against one core',
        recorded: range('E10', variant, 'rps_ratio'),
        simulated: ratio(rate),
      }),
      numbers('E10', variant, {
        what: 'median time of an answer against one core',
        recorded: range('E10', variant, 'p50_ratio'),
        simulated: ratio(half),
      }),
    );
  }
  return rows;
}
