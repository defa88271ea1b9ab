import { haproxy } from '../haproxy.ts';
import { numbers, type Row, same } from '../judge.ts';
import { nginx } from '../nginx.ts';
import { range, text } from '../recorded.ts';
import { type Run, runs } from '../run.ts';

/** one client, one request after the other */
const SEQUENTIAL = 'rate: 1, loop: closed, clients: 1, think: 1ms';
const KEPT = `${SEQUENTIAL}, keep-alive: true`;

/** E1: whom HAProxy gives the next request to. */
export function balancing(): Row[] {
  const three = ['s1: {}', 's2: {}', 's3: {}'];
  const weights31 = ['s1: { weight: 3 }', 's2: {}'];
  const weights511 = ['s1: { weight: 5 }', 's2: {}', 's3: {}'];
  const unchecked = { check: false, traffic: SEQUENTIAL };
  return [
    ordered('rr2_sequential_1000', haproxy(unchecked)),
    ordered('rr2_openloop200_1000', haproxy({ check: false, traffic: 'rate: 200' })),
    ordered('rr3_sequential_1000', haproxy({ ...unchecked, servers: three })),
    ordered('rr3_openloop200_1000', haproxy({ check: false, traffic: 'rate: 200', servers: three })),
    ordered('rr2_check_sequential', haproxy({ traffic: SEQUENTIAL })),
    ordered('rr_w3_1', haproxy({ ...unchecked, servers: weights31 })),
    ordered('rr_w5_1_1', haproxy({ ...unchecked, servers: weights511 })),
    ordered('rr_w2_1', haproxy({ ...unchecked, servers: ['s1: { weight: 2 }', 's2: {}'] })),
    ordered('staticrr_w3_1', haproxy({ ...unchecked, balance: 'static-rr', servers: weights31 })),
    ordered('staticrr_w5_1_1', haproxy({ ...unchecked, balance: 'static-rr', servers: weights511 })),
    ordered('leastconn_equal_sequential', haproxy({ ...unchecked, balance: 'leastconn' })),
    ordered('keepalive_1conn_http', haproxy({ check: false, traffic: KEPT })),
    ordered('keepalive_1conn_tcp', haproxy({ check: false, traffic: KEPT, lines: ['mode: tcp'] })),
    ordered('newconn_tcp', haproxy({ ...unchecked, lines: ['mode: tcp'] })),
    ordered('ka_leastconn', haproxy({ check: false, traffic: KEPT, balance: 'leastconn' })),
    ...sourceHash(),
    ...random(),
    ...slowServer(),
  ];
}

function script(topology: string, seconds: number): Run[] {
  return runs({ topology, until: seconds }, [1, 2, 3]);
}

/** `1121`: the servers that the first requests went to. */
export function order(run: Run, hop: number, count = 28): string {
  return run.requests
    .slice(0, count)
    .map(({ path }) => (path[hop] ?? '?').replace('s', ''))
    .join('');
}

function ordered(variant: string, topology: string): Row {
  return same(
    'E1',
    variant,
    'order',
    text('E1', variant, 'order'),
    script(topology, 0).map((run) => order(run, 1)),
  );
}

export function nginxOrders(): Row[] {
  const row = (variant: string, upstream: readonly string[]) =>
    same(
      'E7',
      variant,
      'order',
      text('E7', variant, 'order'),
      script(nginx({ upstream }), 0).map((run) => order(run, 1)),
    );
  return [
    row('order_eq2', ['s1: {}', 's2: {}']),
    row('order_eq3', ['s1: {}', 's2: {}', 's3: {}']),
    row('order_w3_1', ['s1: { weight: 3 }', 's2: {}']),
    row('order_w5_1_1', ['s1: { weight: 5 }', 's2: {}', 's3: {}']),
  ];
}

/** Which server one address leads to is a matter of its digits; that it is always the same one is not. */
function sourceHash(): Row[] {
  const all = script(haproxy({ check: false, balance: 'source', traffic: SEQUENTIAL }), 0);
  const several = all.map((run) => new Set(run.requests.map(({ path }) => path[1])).size);
  return [
    numbers('E1', 'source_hash', {
      what: 'servers that one client meets',
      recorded: [1, 1],
      simulated: several,
    }),
  ];
}

function share(run: Run, id: string): number {
  const to = run.requests.filter(({ path }) => path[1] !== undefined);
  return to.filter(({ path }) => path[1] === id).length / to.length;
}

function random(): Row[] {
  const two = script(haproxy({ check: false, balance: 'random', traffic: SEQUENTIAL }), 20);
  const three = script(
    haproxy({
      check: false,
      balance: 'random',
      traffic: SEQUENTIAL,
      servers: ['s1: {}', 's2: {}', 's3: {}'],
    }),
    20,
  );
  const row = (variant: string, all: readonly Run[], id: string) =>
    numbers('E1', variant, {
      what: `share of ${id}`,
      recorded: range('E1', variant, `share_${id}`),
      simulated: all.map((run) => share(run, id)),
    });
  return [
    row('random2', two, 's1'),
    row('random2', two, 's2'),
    row('random3', three, 's1'),
    row('random3', three, 's2'),
    row('random3', three, 's3'),
  ];
}

/** 20 ms and 200 ms: how much the fast server gets. */
function slowServer(): Row[] {
  const rows: Row[] = [];
  for (const balance of ['roundrobin', 'leastconn', 'random']) {
    for (const rate of [20, 100, 200]) {
      const topology = haproxy({
        check: false,
        balance,
        traffic: `rate: ${rate}`,
        service: { s2: '200ms' },
      });
      const variant = `slow_${balance}_${rate}`;
      rows.push(
        numbers('E1', variant, {
          what: 'share of the fast server',
          recorded: range('E1', variant, 'share_fast'),
          simulated: script(topology, 9).map((run) => share(run, 's1')),
        }),
      );
    }
  }
  return rows;
}
