import { haproxy } from '../haproxy.ts';
import { numbers, type Row, same } from '../judge.ts';
import { range } from '../recorded.ts';
import { after, between, errors, failed, median, type Run, runs, share } from '../run.ts';

const SECONDS = 19;
const JITTER =
  'the dead server gets what exceeds the most that the other has in progress: the recorded client sent with some jitter, ours is exactly even (with Poisson arrivals it is 1.8 to 2.1 %)';

/** E4: no health checks, one server killed, looked at for 19 s. */
export function noHealthChecks(): Row[] {
  const three = ['s1: {}', 's2: {}', 's3: {}'];
  return [
    ...variant('nocheck_noredisp', haproxy({ check: false })),
    ...variant('nocheck_noredisp3', haproxy({ check: false, servers: three })),
    ...variant('nocheck_retries0', haproxy({ check: false, lines: ['retries: 0'] })),
    ...variant('nocheck_leastconn_noredisp', haproxy({ check: false, balance: 'leastconn' })),
    ...redispatched(),
  ];
}

function script(topology: string): Run[] {
  return runs({ topology, faults: ['kill s1'], recoverAfter: SECONDS, until: SECONDS + 4 });
}

function variant(name: string, topology: string): Row[] {
  const all = script(topology);
  const during = (run: Run) => between(run, 0.05, SECONDS);
  const leastconn = name === 'nocheck_leastconn_noredisp';
  return [
    never(name, all),
    numbers('E4', name, {
      what: 'share that fails',
      recorded: range('E4', name, 'share_failed'),
      simulated: all.map((run) => share(during(run), failed)),
      ...(leastconn ? { because: JITTER } : {}),
    }),
    numbers('E4', name, {
      what: 'time of a failure, median',
      unit: 'ms',
      recorded: range('E4', name, 'failed_p50_ms'),
      simulated: all.map((run) =>
        median(
          during(run)
            .filter(failed)
            .map(({ ms }) => ms),
        ),
      ),
    }),
  ];
}

function never(name: string, all: readonly Run[]): Row {
  return same(
    'E4',
    name,
    'DOWN after the kill',
    'never',
    all.map((run) => (after(run, 'marks-down', 's1') === undefined ? 'never' : 'marked')),
  );
}

function redispatched(): Row[] {
  const name = 'nocheck_redisp';
  const all = script(haproxy({ check: false, lines: ['redispatch: true'] }));
  return [
    never(name, all),
    numbers('E4', name, {
      what: 'errors',
      recorded: range('E4', name, 'errors'),
      simulated: all.map((run) => errors(run)),
    }),
  ];
}
