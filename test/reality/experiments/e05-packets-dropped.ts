import { haproxy } from '../haproxy.ts';
import { numbers, type Row, same } from '../judge.ts';
import { range } from '../recorded.ts';
import {
  after,
  between,
  errors,
  failed,
  lastError,
  mean,
  median,
  quantile,
  type Run,
  runs,
  share,
} from '../run.ts';

const DOWN = [10, 12] as const;
const RATE = 'rate: 50';
const HEALED = 25;

/** the 99th percentile of one lossy run is 4 % of it off: the mean of so many is steady enough to be held */
const MANY = Array.from({ length: 24 }, (_, i) => i + 1);

function script(
  topology: string,
  faults: readonly string[],
  undo: readonly string[],
  seeds?: readonly number[],
): Run[] {
  return runs({ topology, faults, undo, recoverAfter: HEALED, until: HEALED + 8 }, seeds);
}

function cut(topology: string): Run[] {
  return script(topology, ['partition host-s1'], ['heal host-s1']);
}

/** E5: packets to one server vanish, all of them or some. */
export function packetsDropped(): Row[] {
  const redispatch = 'redispatch: true';
  return [
    ...waited('drop_c5', haproxy({ traffic: RATE })),
    ...waited('cut_c5', haproxy({ traffic: RATE })),
    ...elsewhere('drop_c5_redisp', haproxy({ traffic: RATE, lines: [redispatch] })),
    ...elsewhere('drop_c1_redisp', haproxy({ traffic: RATE, connect: '1s', lines: [redispatch] })),
    ...elsewhere(
      'drop_http_c1_redisp',
      haproxy({ traffic: RATE, connect: '1s', lines: [redispatch, 'httpchk: true'] }),
    ),
    ...lossy('loss5', '5%'),
    ...lossy('loss20', '20%'),
  ];
}

function times(variant: string, all: readonly Run[]): Row[] {
  return [
    numbers('E5', variant, {
      what: 'DOWN after the cut',
      unit: 's',
      recorded: range('E5', variant, 'detected_s'),
      simulated: all.map((run) => after(run, 'marks-down', 's1')),
      formula: DOWN,
    }),
    numbers('E5', variant, {
      what: 'UP after it is healed',
      unit: 's',
      recorded: range('E5', variant, 'rejoined_s'),
      simulated: all.map((run) => after(run, 'marks-up', 's1', run.recoverAt)),
      // one check more may be lost just before: then the next counts
      formula: [2, 4],
    }),
  ];
}

function waited(variant: string, topology: string): Row[] {
  const all = cut(topology);
  const untilDown = (run: Run) => between(run, 0.05, after(run, 'marks-down', 's1') ?? 0);
  const recorded = (what: string) => range('E5', variant, what);
  return [
    ...times(variant, all),
    numbers('E5', variant, {
      what: 'errors',
      recorded: recorded('errors'),
      simulated: all.map((run) => errors(run)),
      formula: [10 * 25, 12 * 25 + 2],
    }),
    numbers('E5', variant, {
      what: 'last error',
      unit: 's',
      recorded: recorded('error_window_end_s'),
      simulated: all.map(lastError),
      formula: DOWN,
    }),
    numbers('E5', variant, {
      what: 'share that fails until then',
      recorded: recorded('share_failed'),
      simulated: all.map((run) => share(untilDown(run), failed)),
    }),
    numbers('E5', variant, {
      what: 'time of a failure, median',
      unit: 'ms',
      recorded: recorded('failed_p50_ms'),
      simulated: all.map((run) =>
        median(
          untilDown(run)
            .filter(failed)
            .map(({ ms }) => ms),
        ),
      ),
    }),
  ];
}

function elsewhere(variant: string, topology: string): Row[] {
  const all = cut(topology);
  const slow = (run: Run) => between(run, -0.1, HEALED).filter((r) => !failed(r) && (r.ms ?? 0) > 500);
  const recorded = (what: string) => range('E5', variant, what);
  return [
    ...times(variant, all),
    numbers('E5', variant, {
      what: 'errors',
      recorded: recorded('errors'),
      simulated: all.map((run) => errors(run)),
      // the request that is in flight when the packets begin to vanish
      formula: [0, 1],
    }),
    numbers('E5', variant, {
      what: 'time of an answer from elsewhere, median',
      unit: 'ms',
      recorded: recorded('ok_p50_ms'),
      simulated: all.map((run) => median(slow(run).map(({ ms }) => ms))),
    }),
    numbers('E5', variant, {
      what: 'good answers slower than 500 ms',
      recorded: recorded('slow'),
      simulated: all.map((run) => slow(run).length),
      // between every second and every third attempt begins at the server that is cut off
      formula: [10 * 25, 12 * 34],
    }),
  ];
}

/** Random loss in both directions, on the way to one of two servers. */
function lossy(variant: string, loss: string): Row[] {
  const words = [`loss lb-host host-s1 ${loss}`, `loss host-s1 lb-host ${loss}`];
  const all = script(haproxy({ traffic: RATE }), words, ['restore lb-host host-s1'], MANY);
  const during = (run: Run) => between(run, 0, HEALED);
  const recorded = (what: string) => range('E5', variant, what);
  return [
    same(
      'E5',
      variant,
      'DOWN after the loss began',
      'never',
      all.map((run) => (after(run, 'marks-down', 's1') === undefined ? 'never' : 'marked')),
    ),
    numbers('E5', variant, {
      what: 'errors',
      recorded: recorded('errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E5', variant, {
      what: 'good answers slower than 500 ms, mean',
      recorded: recorded('slow'),
      simulated: [mean(all.map((run) => during(run).filter((r) => !failed(r) && (r.ms ?? 0) > 500).length))],
    }),
    numbers('E5', variant, {
      what: 'time of an answer, 99th percentile, mean',
      unit: 'ms',
      recorded: variant === 'loss5' ? [1100, 1200] : [3300, 3700],
      simulated: [
        mean(
          all.map(
            (run) =>
              quantile(
                during(run).map(({ ms }) => ms),
                0.99,
              ) ?? 0,
          ),
        ),
      ],
    }),
  ];
}
