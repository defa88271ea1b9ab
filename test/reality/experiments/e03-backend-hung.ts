import type { RequestReport } from '../../../src/simulator/report.ts';
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

/** the check waits out `inter`, then waits `inter`, until three have failed */
const DOWN = [10, 12] as const;
const HTTP = 'httpchk: true';
const RATE = 'rate: 50';

function script(topology: string): Run[] {
  return runs({ topology, faults: ['pause s1'], undo: ['resume s1'], recoverAfter: 30, until: 38 });
}

/** E3: the process of one server is stopped with SIGSTOP for 30 s. */
export function backendHung(): Row[] {
  const retryOn = 'retry-on: [conn-failure, empty-response, response-timeout]';
  return [
    ...seen('http_srv5', haproxy({ traffic: RATE, server: '5s', lines: [HTTP] }), '200 504'),
    ...seen('http_srv50', haproxy({ traffic: RATE, lines: [HTTP] }), '200 client-timeout'),
    ...seen(
      'http_srv50_redisp',
      haproxy({ traffic: RATE, lines: [HTTP, 'redispatch: true'] }),
      '200 client-timeout',
    ),
    ...retried(haproxy({ traffic: RATE, server: '1s', lines: [HTTP, 'redispatch: true', retryOn] })),
    ...unseen(),
    ...unseenForEver(),
    ...shutDown(),
    ...checkTimeouts(),
  ];
}

function seen(variant: string, topology: string, expected: string): Row[] {
  const all = script(topology);
  const untilDown = (run: Run) => between(run, 0.05, after(run, 'marks-down', 's1') ?? 0);
  const recorded = (what: string) => range('E3', variant, what);
  return [
    detected(variant, all),
    rejoined(variant, all),
    numbers('E3', variant, {
      what: 'errors',
      recorded: recorded('errors'),
      simulated: all.map((run) => errors(run)),
      formula: [10 * 25, 12 * 25 + 2],
    }),
    numbers('E3', variant, {
      what: 'last error',
      unit: 's',
      recorded: recorded('error_window_end_s'),
      simulated: all.map(lastError),
      formula: DOWN,
    }),
    numbers('E3', variant, {
      what: 'share that fails until then',
      recorded: recorded('share_failed'),
      simulated: all.map((run) => share(untilDown(run), failed)),
    }),
    numbers('E3', variant, {
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
    same(
      'E3',
      variant,
      'outcomes',
      expected,
      all.map((run) => outcomes(untilDown(run))),
    ),
  ];
}

function detected(variant: string, all: readonly Run[], formula: readonly [number, number] = DOWN): Row {
  return numbers('E3', variant, {
    what: 'DOWN after the hang',
    unit: 's',
    recorded: range('E3', variant, 'detected_s'),
    simulated: all.map((run) => after(run, 'marks-down', 's1')),
    formula,
  });
}

function rejoined(variant: string, all: readonly Run[]): Row {
  return numbers('E3', variant, {
    what: 'UP after it goes on',
    unit: 's',
    recorded: range('E3', variant, 'rejoined_s'),
    simulated: all.map((run) => after(run, 'marks-up', 's1', run.recoverAt)),
    formula: [2, 4],
  });
}

function retried(topology: string): Row[] {
  const variant = 'http_srv1_retryon';
  const all = script(topology);
  const slow = (run: Run) => between(run, -0.1, 30).filter(({ ms }) => (ms ?? 0) > 500);
  return [
    detected(variant, all),
    rejoined(variant, all),
    numbers('E3', variant, {
      what: 'errors',
      recorded: range('E3', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E3', variant, {
      what: 'time of a good answer that was tried twice, median',
      unit: 'ms',
      recorded: range('E3', variant, 'ok_p50_ms'),
      simulated: all.map((run) => median(slow(run).map(({ ms }) => ms))),
    }),
    numbers('E3', variant, {
      what: 'good answers slower than 500 ms',
      recorded: range('E3', variant, 'slow'),
      simulated: all.map((run) => slow(run).length),
      formula: [10 * 25, 12 * 38],
    }),
  ];
}

/** A TCP check sees nothing until the kernel's accept queue is full. */
function unseen(): Row[] {
  const variant = 'tcp_srv50';
  const all = script(haproxy({ traffic: RATE }));
  const recorded = (what: string) => range('E3', variant, what);
  return [
    numbers('E3', variant, {
      what: 'DOWN after the hang, where it is noticed before the server goes on',
      unit: 's',
      recorded: recorded('detected_s'),
      simulated: all.map((run) => after(run, 'marks-down', 's1')).filter((time) => time !== undefined),
      formula: [20 + 10, 20.9 + 12],
    }),
    numbers('E3', variant, {
      what: 'errors',
      recorded: recorded('errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E3', variant, {
      what: 'last error',
      unit: 's',
      recorded: recorded('error_window_end_s'),
      simulated: all.map(lastError),
    }),
    numbers('E3', variant, {
      what: 'good answers slower than 500 ms',
      recorded: recorded('slow'),
      simulated: all.map((run) => between(run, 0, 30).filter((r) => !failed(r) && (r.ms ?? 0) > 500).length),
    }),
    same(
      'E3',
      variant,
      'outcomes',
      '200 client-timeout',
      all.map((run) => outcomes(between(run, 0, 30))),
    ),
  ];
}

function unseenForEver(): Row[] {
  const variant = 'tcp_srv50_small';
  const all = script(haproxy({ traffic: 'rate: 10' }));
  return [
    same(
      'E3',
      variant,
      'DOWN after the hang',
      'never',
      all.map((run) => (after(run, 'marks-down', 's1') === undefined ? 'never' : 'marked')),
    ),
    numbers('E3', variant, {
      what: 'errors',
      recorded: range('E3', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E3', variant, {
      what: 'good answers slower than 500 ms',
      recorded: range('E3', variant, 'slow'),
      simulated: all.map((run) => between(run, 0, 30).filter((r) => !failed(r) && (r.ms ?? 0) > 500).length),
    }),
  ];
}

/** `on-marked-down shutdown-sessions`: whoever waits at the hung server when it is marked DOWN. */
function shutDown(): Row[] {
  const setup = {
    traffic: 'rate: 50, timeout: 60s',
    servers: ['s1: { on-marked-down: shutdown-sessions }', 's2: {}'],
    connect: '50s',
    lines: [HTTP],
  };
  // an accept queue for two: all others are still connecting
  const crowded = haproxy(setup).replace('workers: 10000,', 'workers: 10000, backlog: 1,');
  const retryOn = ['redispatch: true', 'retry-on: [all-retryable-errors]'];
  return [
    ...shutDownAt('http_shutdown', haproxy(setup), '502', '200 502'),
    ...shutDownAt('http_shutdown_connecting', crowded, 'reset', '200 502 reset'),
    ...shutDownAt('tcp_shutdown', haproxy({ ...setup, lines: [HTTP, 'mode: tcp'] }), 'reset', '200 reset'),
    ...shutDownAndRetried(haproxy({ ...setup, lines: [HTTP, ...retryOn] })),
  ];
}

function shutDownAt(variant: string, topology: string, most: '502' | 'reset', expected: string): Row[] {
  const all = runs({ topology, faults: ['pause s1'], until: 20 });
  const down = (run: Run) => after(run, 'marks-down', 's1') ?? Number.NaN;
  const untilDown = (run: Run) => between(run, -0.1, down(run));
  const decided = ({ t, ms }: RequestReport, run: Run) => t - run.faultAt + (ms ?? Number.NaN) / 1000;
  return [
    detected(variant, all),
    same(
      'E3',
      variant,
      'outcomes',
      expected,
      all.map((run) => outcomes(untilDown(run))),
    ),
    same(
      'E3',
      variant,
      'those who wait get theirs',
      'at DOWN',
      all.map((run) => {
        const late = untilDown(run).filter((r) => failed(r) && Math.abs(decided(r, run) - down(run)) > 0.05);
        return late.length === 0 ? 'at DOWN' : 'later';
      }),
    ),
    numbers('E3', variant, {
      what: most === 'reset' ? 'connections closed without an answer' : most,
      recorded: range('E3', variant, `n_${most}`),
      simulated: all.map((run) => untilDown(run).filter(({ outcome }) => outcome === most).length),
      formula: [10 * 25 - 3, 12 * 25 + 2],
    }),
  ];
}

function shutDownAndRetried(topology: string): Row[] {
  const variant = 'http_shutdown_retryon';
  const all = runs({ topology, faults: ['pause s1'], until: 20 });
  return [
    detected(variant, all),
    numbers('E3', variant, {
      what: 'errors',
      recorded: range('E3', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
  ];
}

/** `timeout check`: it counts from the connection, and is only looked at once connecting had its time. */
function checkTimeouts(): Row[] {
  const hung = (inter: string, checkTimeout: string, connect: string) =>
    runs({
      topology: haproxy({
        servers: [`s1: { inter: ${inter} }`, 's2: {}'],
        checkTimeout,
        connect,
        lines: [HTTP],
      }),
      faults: ['pause s1'],
      until: 20,
    });
  return [
    detected('http_inter1_check500', hung('1s', '500ms', '5s'), [5, 6]),
    detected('http_inter1_check3', hung('1s', '3s', '5s'), [11, 12]),
    detected('http_inter2_connect300_check500', hung('2s', '500ms', '300ms'), [5.5, 7.5]),
  ];
}
