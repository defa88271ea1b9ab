import { haproxy } from '../haproxy.ts';
import { numbers, type Row, same } from '../judge.ts';
import { range } from '../recorded.ts';
import {
  after,
  between,
  errors,
  failed,
  lastError,
  median,
  outcomes,
  type Run,
  runs,
  share,
} from '../run.ts';

const REFUSED = ['kill s1'];
const BACK = ['start s1'];
const DOWN = [4, 6] as const;

/** one of two servers gets half of 100 requests a second until it is marked down */
const HALF_UNTIL_DOWN = [4 * 50, 6 * 50 + 2] as const;
const THIRD_UNTIL_DOWN = [4 * 33, 6 * 34 + 2] as const;

function script(topology: string): Run[] {
  return runs({ topology, faults: REFUSED, undo: BACK, recoverAfter: 14, until: 20 });
}

/** E2: the process of one server is killed: its port refuses. */
export function backendKilled(): Row[] {
  return [
    ...missed('noredisp', haproxy(), HALF_UNTIL_DOWN),
    ...missed('noredisp3srv', haproxy({ servers: ['s1: {}', 's2: {}', 's3: {}'] }), THIRD_UNTIL_DOWN),
    ...missed('retries0', haproxy({ lines: ['retries: 0'] }), HALF_UNTIL_DOWN),
    ...hidden('redisp', haproxy({ lines: ['redispatch: true'] })),
    ...hidden('retryon', haproxy({ lines: ['redispatch: true', 'retry-on: [all-retryable-errors]'] })),
    ...startDead(),
    ...shutDown(),
  ];
}

function missed(variant: string, topology: string, allowed: readonly [number, number]): Row[] {
  const all = script(topology);
  const untilDown = (run: Run) => between(run, 0.05, after(run, 'marks-down', 's1') ?? 0);
  const recorded = (what: string) => range('E2', variant, what);
  const waits = variant !== 'retries0';
  return [
    ...detection(variant, all),
    numbers('E2', variant, {
      what: 'errors',
      recorded: recorded('errors'),
      simulated: all.map((run) => errors(run)),
      formula: allowed,
    }),
    numbers('E2', variant, {
      what: 'last error',
      unit: 's',
      recorded: recorded('error_window_end_s'),
      simulated: all.map(lastError),
      formula: DOWN,
    }),
    numbers('E2', variant, {
      what: 'share that fails until then',
      recorded: recorded('share_failed'),
      simulated: all.map((run) => share(untilDown(run), failed)),
    }),
    numbers('E2', variant, {
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
      ...(waits ? {} : { because: OWN_TIME }),
    }),
    same(
      'E2',
      variant,
      'outcomes but for those in flight',
      '200 503',
      all.map((run) => outcomes(untilDown(run))),
    ),
  ];
}

const OWN_TIME =
  'what a program and a virtual machine spend on a message is not modelled; both are an answer at once';

function hidden(variant: string, topology: string): Row[] {
  const all = script(topology);
  return [
    ...detection(variant, all),
    numbers('E2', variant, {
      what: 'errors',
      recorded: range('E2', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E2', variant, {
      what: 'good answers slower than 500 ms',
      recorded: range('E2', variant, 'slow'),
      simulated: all.map((run) => between(run, 0, 14).filter(({ ms }) => (ms ?? 0) > 500).length),
    }),
  ];
}

function detection(variant: string, all: readonly Run[]): Row[] {
  return [
    numbers('E2', variant, {
      what: 'DOWN after the kill',
      unit: 's',
      recorded: range('E2', variant, 'detected_s'),
      simulated: all.map((run) => after(run, 'marks-down', 's1')),
      formula: DOWN,
    }),
    rejoined(variant, all),
  ];
}

function rejoined(variant: string, all: readonly Run[]): Row {
  return numbers('E2', variant, {
    what: 'UP after the restart',
    unit: 's',
    recorded: range('E2', variant, 'rejoined_s'),
    simulated: all.map((run) => after(run, 'marks-up', 's1', run.recoverAt)),
    formula: [2, 4],
  });
}

/** s1 was dead before HAProxy started. */
function startDead(): Row[] {
  const all = runs({
    topology: haproxy(),
    timed: [[Number.NEGATIVE_INFINITY, 'kill s1']],
    undo: BACK,
    recoverAfter: 8,
    until: 14,
  });
  return [
    numbers('E2', 'startdead', {
      what: 'DOWN after the start of HAProxy',
      unit: 's',
      recorded: [0.04, 0.07],
      simulated: all.map((run) => after(run, 'marks-down', 's1', 0)),
      because: 'HAProxy takes some 50 ms to start; the simulated one starts at once',
    }),
    numbers('E2', 'startdead', {
      what: 'errors from a second after the start on',
      recorded: range('E2', 'startdead', 'errors'),
      simulated: all.map((run) => run.requests.filter((request) => request.t > 1 && failed(request)).length),
    }),
    rejoined('startdead', all),
  ];
}

/** `on-marked-down shutdown-sessions`: who waits for his next try is tried to the end all the same. */
function shutDown(): Row[] {
  const variant = 'shutdown';
  const servers = ['s1: { on-marked-down: shutdown-sessions }', 's2: {}'];
  const all = runs({ topology: haproxy({ traffic: 'rate: 50', servers }), faults: REFUSED, until: 12 });
  const down = (run: Run) => after(run, 'marks-down', 's1') ?? Number.NaN;
  return [
    numbers('E2', variant, {
      what: 'DOWN after the kill',
      unit: 's',
      recorded: range('E2', variant, 'detected_s'),
      simulated: all.map(down),
      formula: DOWN,
    }),
    numbers('E2', variant, {
      what: 'the last 503, after DOWN',
      unit: 's',
      recorded: range('E2', variant, 'last_after_down_s'),
      simulated: all.map((run) => {
        const ends = run.requests
          .filter(({ outcome }) => outcome === '503')
          .map(({ t, ms }) => t + (ms ?? Number.NaN) / 1000);
        return Math.max(...ends) - run.faultAt - down(run);
      }),
    }),
  ];
}
