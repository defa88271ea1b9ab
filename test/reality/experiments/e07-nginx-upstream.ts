import { numbers, type Row, same } from '../judge.ts';
import { nginx } from '../nginx.ts';
import { range } from '../recorded.ts';
import { between, errors, failed, lastError, outcomes, type Run, runs } from '../run.ts';
import { nginxOrders } from './e01-balancing.ts';

const GONE = 22;
const HUNG = 24;

/** E7: nginx and two application servers, one of them killed or hung. */
export function nginxUpstream(): Row[] {
  return [
    ...nginxOrders(),
    ...killed('get_kill', nginx(), { tried: [3, 6], rejoined: [8, 11] }),
    ...killed('get_kill_2workers', nginx({ lines: ['worker_processes: 2'] }), {
      tried: [6, 18],
      rejoined: [0, 11],
    }),
    ...killed('get_kill_ka', nginx({ lines: ['keepalive: 16'] }), { tried: [3, 8], rejoined: [8, 11] }),
    ...killed(
      'get_kill_maxfails0',
      nginx({ upstream: ['s1: { max_fails: 0 }', 's2: { max_fails: 0 }'] }),
      {},
    ),
    ...killed('post_kill', nginx({ traffic: 'writes: 100%' }), { tried: [1, 4], rejoined: [8, 11] }),
    ...bothKilled(),
    ...hungByDefault(),
    ...hungNotIdempotent(),
  ];
}

const on = (run: Run, id: string) => run.requests.filter(({ path }) => path.includes(id));

/** the first good answer that s1 gave after it came back */
function firstFrom(run: Run, id: string): number | undefined {
  const first = on(run, id).find(
    (request) =>
      request.t >= run.recoverAt && !failed(request) && request.path[request.path.length - 1] === id,
  );
  return first === undefined ? undefined : first.t - run.recoverAt;
}

const onNext = (run: Run) => run.requests.filter(({ path }) => path.length > 2).length;

interface Allowed {
  readonly tried?: readonly [number, number];
  readonly rejoined?: readonly [number, number];
}

function killed(variant: string, topology: string, allowed: Allowed): Row[] {
  const all = runs({
    topology,
    faults: ['kill s1'],
    undo: ['start s1'],
    recoverAfter: GONE,
    until: GONE + 13,
  });
  return [
    numbers('E7', variant, {
      what: 'errors',
      recorded: range('E7', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E7', variant, {
      what: 'requests tried on the next server',
      recorded: range('E7', variant, 'tried_on_next'),
      simulated: all.map(onNext),
      // those in flight, and one probe in 10 to 11 s
      ...(allowed.tried === undefined ? {} : { formula: allowed.tried }),
    }),
    numbers('E7', variant, {
      what: 'first answer of the server after its restart',
      unit: 's',
      recorded: range('E7', variant, 'rejoined_s'),
      simulated: all.map((run) => firstFrom(run, 's1')),
      ...(allowed.rejoined === undefined ? { formula: [0, 0.3] as const } : { formula: allowed.rejoined }),
    }),
    numbers('E7', variant, {
      what: 'good answers slower than 500 ms',
      recorded: range('E7', variant, 'slow'),
      simulated: all.map((run) => between(run, 0, GONE).filter(({ ms }) => (ms ?? 0) > 500).length),
    }),
    ...(allowed.tried === undefined ? [] : [probes(variant, all)]),
  ];
}

/** One request is tried on the dead server every 10 to 11 s (recorded: after 10.06 to 10.48 and 21.05 to 21.49 s). */
function probes(variant: string, all: readonly Run[]): Row {
  const firstProbe = (run: Run) => {
    const probe = run.requests.find(({ t, path }) => t - run.faultAt > 2 && path[1] === 's1');
    return probe === undefined ? undefined : probe.t - run.faultAt;
  };
  return numbers('E7', variant, {
    what: 'first probe of the dead server',
    unit: 's',
    recorded: [10.06, 10.48],
    simulated: all.map(firstProbe),
    formula: [10, 11],
  });
}

function bothKilled(): Row[] {
  const variant = 'both_kill';
  const all = runs({
    topology: nginx(),
    faults: ['kill s1', 'kill s2'],
    undo: ['start s1', 'start s2'],
    recoverAfter: GONE,
    until: GONE + 13,
  });
  return [
    same(
      'E7',
      variant,
      'outcomes',
      '502',
      all.map((run) => outcomes(between(run, 0.05, GONE))),
    ),
    numbers('E7', variant, {
      what: 'errors, with those after both are back',
      recorded: range('E7', variant, 'errors'),
      simulated: all.map((run) => errors(run, Number.POSITIVE_INFINITY)),
      // down for 22 s, and for what is left of the 10 to 11 s since the last probe
      formula: [GONE * 100, (GONE + 11) * 100 + 5],
    }),
    numbers('E7', variant, {
      what: 'last error after both are back',
      unit: 's',
      recorded: [
        range('E7', variant, 'error_window_end_s')[0] - GONE,
        range('E7', variant, 'error_window_end_s')[1] - GONE,
      ],
      simulated: all.map((run) => (lastError(run) ?? 0) - GONE),
      formula: [8, 11],
    }),
  ];
}

/** Clients give up after 15 s, before proxy_read_timeout: nginx never learns. */
function hungByDefault(): Row[] {
  const variant = 'get_stop_default60';
  const all = runs({
    topology: nginx(),
    faults: ['pause s1'],
    undo: ['resume s1'],
    recoverAfter: HUNG,
    until: HUNG + 8,
  });
  const slow = (run: Run) => between(run, 0, HUNG).filter((r) => !failed(r) && (r.ms ?? 0) > 500);
  return [
    numbers('E7', variant, {
      what: 'errors and late answers together',
      recorded: [584 + 666, 663 + 608],
      simulated: all.map((run) => errors(run) + slow(run).length),
    }),
    numbers('E7', variant, {
      what: 'errors',
      recorded: range('E7', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E7', variant, {
      what: 'good answers slower than 500 ms',
      recorded: range('E7', variant, 'slow'),
      simulated: all.map((run) => slow(run).length),
    }),
    numbers('E7', variant, {
      what: 'requests tried on the next server',
      recorded: range('E7', variant, 'tried_on_next'),
      simulated: all.map(onNext),
    }),
    same(
      'E7',
      variant,
      'outcomes',
      '200 client-timeout',
      all.map((run) => outcomes(between(run, 0.05, HUNG))),
    ),
  ];
}

function hungNotIdempotent(): Row[] {
  const variant = 'post_stop_rt5_nonidem';
  const topology = nginx({
    traffic: 'writes: 100%',
    lines: ['proxy_read_timeout: 5s', 'proxy_next_upstream: [error, timeout, non_idempotent]'],
  });
  const all = runs({
    topology,
    faults: ['pause s1'],
    undo: ['resume s1'],
    recoverAfter: HUNG,
    until: HUNG + 12,
  });
  return [
    numbers('E7', variant, {
      what: 'errors',
      recorded: range('E7', variant, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
    numbers('E7', variant, {
      what: 'requests tried on the next server',
      recorded: range('E7', variant, 'tried_on_next'),
      simulated: all.map(onNext),
    }),
    numbers('E7', variant, {
      what: 'good answers slower than 500 ms',
      recorded: range('E7', variant, 'slow'),
      simulated: all.map((run) => between(run, -0.1, HUNG).filter((r) => (r.ms ?? 0) > 500).length),
    }),
    numbers('E7', variant, {
      what: 'second probe of the hung server',
      unit: 's',
      recorded: range('E7', variant, 'slow_window_end_s'),
      simulated: all.map((run) => {
        const probe = run.requests.find(({ t, path }) => t - run.faultAt > 6 && path[1] === 's1');
        return probe === undefined ? undefined : probe.t - run.faultAt;
      }),
      // the first failures come after 5 s, the last of them after 10 s; then 10 to 11 s
      formula: [20, 21],
    }),
  ];
}
