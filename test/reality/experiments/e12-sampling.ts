import { numbers, type Row } from '../judge.ts';
import { range } from '../recorded.ts';
import { type Run, runs } from '../run.ts';

/** nginx that answers by itself, and a monitoring service that reads its counter. */
function counted(every: string): string {
  return `
format: 1
id: recorded
title: Recorded
traffic: { rate: 20, arrivals: even }
dns: { www.foobar.com: { A: [web-1] } }
monitoring: { every: ${every} }
hosts:
  web-host: { cpus: 2, runs: [web-1], collector: true }
components:
  web-1: { kind: web-server, static: 100% }
`;
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** E12: 20 requests a second, and 320 for 5 s: what is seen of it. */
export function sampling(): Row[] {
  const burst = (every: string) =>
    runs(
      {
        topology: counted(every),
        timed: [
          [20, 'spike traffic 16'],
          [25, 'restore traffic'],
        ],
        until: 60,
      },
      SEEDS,
    );
  const seen = (run: Run) => (run.report.monitor?.samples ?? []).map(({ qps }) => qps ?? 0).slice(1);
  const coarse = burst('15s');
  const fine = burst('1s');
  return [
    numbers('E12', 'burst', {
      what: 'peak in the true seconds',
      unit: '/s',
      recorded: range('E12', 'burst', 'truth_peak'),
      simulated: fine.map((run) => Math.max(...run.report.per_second.map(({ total }) => total))),
    }),
    numbers('E12', 'burst', {
      what: 'peak sampled every 15 s',
      unit: '/s',
      recorded: [72.2, 121.1],
      simulated: coarse.map((run) => Math.max(...seen(run))),
      // the burst falls into one interval, or is split over two
      formula: [20 + (300 * 2.5) / 15, 20 + (300 * 5) / 15],
    }),
    numbers('E12', 'burst', {
      what: 'peak sampled every second',
      unit: '/s',
      recorded: range('E12', 'burst', 'q1_peak'),
      simulated: fine.map((run) => Math.max(...seen(run))),
    }),
    numbers('E12', 'burst', {
      what: 'seconds seen above 100/s, sampled every second',
      recorded: range('E12', 'burst', 'above100_1s'),
      simulated: fine.map((run) => seen(run).filter((qps) => qps > 100).length),
    }),
    numbers('E12', 'burst', {
      what: 'before and after it, sampled every 15 s',
      unit: '/s',
      recorded: range('E12', 'burst', 'q15_median'),
      simulated: coarse.map((run) => seen(run).sort((a, b) => a - b)[0]),
    }),
  ];
}
