import { haproxy } from '../haproxy.ts';
import { numbers, type Row, same } from '../judge.ts';
import { range } from '../recorded.ts';
import { after, between, errors, failed, median, outcomes, type Run, runs } from '../run.ts';

const KILL = ['kill s1', 'kill s2'];
const START = ['start s1', 'start s2'];

/** E6: both servers are killed at once. */
export function allDown(): Row[] {
  return [...checked(), ...unchecked()];
}

function checked(): Row[] {
  const variant = 'all_check';
  const all = runs({ topology: haproxy(), faults: KILL, undo: START, recoverAfter: 14, until: 20 });
  const down = (run: Run) =>
    Math.max(after(run, 'marks-down', 's1') ?? Number.NaN, after(run, 'marks-down', 's2') ?? Number.NaN);
  const up = (run: Run) =>
    Math.min(
      after(run, 'marks-up', 's1', run.recoverAt) ?? 0,
      after(run, 'marks-up', 's2', run.recoverAt) ?? 0,
    );
  const recorded = (what: string) => range('E6', variant, what);
  return [
    numbers('E6', variant, {
      what: 'DOWN after the kill',
      unit: 's',
      recorded: recorded('detected_s'),
      simulated: all.map((run) => after(run, 'marks-down', 's1')),
      formula: [4, 6],
    }),
    numbers('E6', variant, {
      what: 'errors until one is back',
      recorded: recorded('errors'),
      simulated: all.map((run) => errors(run, Number.POSITIVE_INFINITY)),
      // until the first of two is UP again: 14 s and 2 to 4 s
      formula: [(14 + 2) * 100, (14 + 4) * 100 + 20],
    }),
    numbers('E6', variant, {
      what: 'UP after the restart',
      unit: 's',
      recorded: recorded('rejoined_s'),
      simulated: all.map(up),
      formula: [2, 4],
    }),
    numbers('E6', variant, {
      what: 'time of a failure before DOWN, median',
      unit: 'ms',
      recorded: recorded('failed_p50_ms'),
      simulated: all.map((run) => median(between(run, 0.1, 1).map(({ ms }) => ms))),
    }),
    numbers('E6', variant, {
      what: 'time of a failure after DOWN, median',
      unit: 'ms',
      recorded: [0.5, 1.1],
      simulated: all.map((run) => median(between(run, down(run) + 0.1, 14).map(({ ms }) => ms))),
      because: "a program's own time for a message is not modelled; both are an answer at once",
    }),
    same(
      'E6',
      variant,
      'outcomes but for those in flight',
      '503',
      all.map((run) => outcomes(between(run, 0.1, 14))),
    ),
  ];
}

function unchecked(): Row[] {
  const variant = 'all_nocheck';
  const all = runs({
    topology: haproxy({ check: false }),
    faults: KILL,
    undo: START,
    recoverAfter: 10,
    until: 16,
  });
  return [
    numbers('E6', variant, {
      what: 'requests that succeed late, in the last seconds before the restart',
      recorded: range('E6', variant, 'slow'),
      simulated: all.map((run) => between(run, 0, 10).filter((r) => !failed(r) && (r.ms ?? 0) > 500).length),
    }),
    numbers('E6', variant, {
      what: 'errors',
      recorded: range('E6', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
    same(
      'E6',
      variant,
      'outcomes',
      '200 503',
      all.map((run) => outcomes(between(run, 0.1, 10))),
    ),
  ];
}
