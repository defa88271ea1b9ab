import { haproxy } from '../haproxy.ts';
import { numbers, type Range, type Row } from '../judge.ts';
import { range } from '../recorded.ts';
import { between, failed, mean, quantile, type Run, runs, share } from '../run.ts';

/** what one request takes through HAProxy with a queue before the server (calibrated: 46.7 to 47 a second) */
const SERVICE = 21.4;
const SECONDS = 25;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** E13: one server with `maxconn 1` and HAProxy's queue before it. */
export function overload(): Row[] {
  return [
    ...loaded('poisson', 0.5, '5s'),
    ...loaded('poisson', 0.95, '5s'),
    ...loaded('even', 0.5, '5s'),
    ...loaded('even', 0.95, '5s'),
    ...impatient(),
  ];
}

function script(arrivals: 'poisson' | 'even', load: number, queue: string): Run[] {
  const topology = haproxy({
    servers: ['s1: { maxconn: 1 }'],
    check: false,
    arrivals,
    traffic: `rate: ${((load * 1000) / SERVICE).toFixed(3)}`,
    lines: [],
    service: { s1: '21ms' },
  }).replace('server: 50s }', `server: 50s, queue: ${queue} }`);
  return runs({ topology, until: SECONDS }, SEEDS);
}

const times = (run: Run) =>
  between(run, -1, SECONDS).filter((request) => !failed(request) && request.ms !== null);

/** What a first-come-first-served server makes of these very arrivals. */
function recursion(run: Run): number {
  let free = 0;
  const took: number[] = [];
  for (const { t } of run.requests) {
    const begun = Math.max(t * 1000, free);
    free = begun + SERVICE;
    if (t - run.faultAt >= -1) took.push(free - t * 1000);
  }
  return mean(took);
}

function loaded(arrivals: 'poisson' | 'even', load: number, queue: string): Row[] {
  const variant = `${arrivals}_${queue}_${load}`;
  const all = script(arrivals, load, queue);
  const average = (run: Run) => mean(times(run).map(({ ms }) => ms ?? 0));
  const busy = arrivals === 'poisson';
  const against: Range = busy ? [0.82, 1.21] : [0.98, 1.02];
  return [
    numbers('E13', variant, {
      what: 'mean time against the exact recursion on the same arrivals',
      recorded: against,
      simulated: all.map((run) => average(run) / recursion(run)),
    }),
    ...(busy && load > 0.9
      ? []
      : [
          numbers('E13', variant, {
            what: 'time of an answer, mean',
            unit: 'ms',
            recorded: range('E13', variant, 'mean_ms'),
            simulated: busy ? [mean(all.map(average))] : all.map(average),
          }),
          numbers('E13', variant, {
            what: 'time of an answer, 95th percentile',
            unit: 'ms',
            recorded: range('E13', variant, 'p95_ms'),
            simulated: busy ? [mean(all.map(p95))] : all.map(p95),
          }),
        ]),
    numbers('E13', variant, {
      what: 'share of 503',
      recorded: range('E13', variant, 'err_share'),
      simulated: all.map((run) => share(between(run, -1, SECONDS), failed)),
    }),
  ];
}

function p95(run: Run): number {
  return (
    quantile(
      times(run).map(({ ms }) => ms),
      0.95,
    ) ?? Number.NaN
  );
}

/** A queue that is left after half a second: a few are turned away, at moments that hang on the arrivals. */
function impatient(): Row[] {
  const variant = 'poisson_500ms_0.95';
  const all = script('poisson', 0.95, '500ms');
  return [
    numbers('E13', variant, {
      what: 'longest time of an answer',
      unit: 'ms',
      recorded: [376, 521],
      simulated: [Math.max(...all.flatMap((run) => times(run).map(({ ms }) => ms ?? 0)))],
    }),
    numbers('E13', variant, {
      what: 'share of 503',
      recorded: range('E13', variant, 'err_share'),
      simulated: all.map((run) => share(between(run, -1, SECONDS), failed)),
      // what the recursion gives for arrivals at this load: recorded up to 0.8 %, and more where a run is busier
      formula: [0, 0.05],
    }),
  ];
}
