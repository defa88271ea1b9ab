import { describe, expect, it } from 'vitest';
import { type Haproxy, haproxy } from '../reality/haproxy.ts';
import { nginx } from '../reality/nginx.ts';
import { play, when } from './play.ts';

const ONE = 'rate: 1, loop: closed, clients: 1, think: 1ms';
const servers = (...weights: number[]) => weights.map((weight, i) => `s${i + 1}: { weight: ${weight} }`);

/** the servers that the first requests of one client went to, as letters */
function letters(topology: string, count: number): string {
  const run = play(topology, { for: 2 });
  return run.requests
    .slice(0, count)
    .map(({ path }) => ' abcdef'[Number(path[1]?.slice(1))])
    .join('');
}

const balanced = (setup: Haproxy) => haproxy({ check: false, traffic: ONE, ...setup });

describe("HAProxy's order", () => {
  it.each([
    [[1, 1], 'abababab'],
    [[3, 1], 'aaabaaab'],
    [[5, 1, 1], 'aaabaacaaabaac'],
    [[2, 1], 'aabaabaab'],
    [[1, 2, 3], 'cbcacbcbcacb'],
    [[1, 1, 1], 'abcabc'],
  ])('of round robin with the weights %j is %s', (weights, order) => {
    expect(letters(balanced({ servers: servers(...weights) }), order.length)).toBe(order);
  });

  it.each([
    [[3, 1], 'aaabaaab'],
    [[5, 1, 1], 'aaabaacaaabaac'],
  ])('of static-rr with the weights %j is %s', (weights, order) => {
    expect(letters(balanced({ balance: 'static-rr', servers: servers(...weights) }), order.length)).toBe(
      order,
    );
  });

  it('gives nothing to a weight of 0', () => {
    expect(letters(balanced({ servers: servers(1, 0) }), 6)).toBe('aaaaaa');
  });

  it('takes idle servers in turn with leastconn, by their weight under load', () => {
    expect(letters(balanced({ balance: 'leastconn' }), 8)).toBe('abababab');
    const run = play(
      haproxy({ check: false, balance: 'leastconn', servers: servers(3, 1), traffic: 'rate: 2000' }),
      {
        for: 5,
      },
    );
    expect(run.report.components.s1?.share).toBeGreaterThan(0.72);
    expect(run.report.components.s1?.share).toBeLessThan(0.78);
  });

  it('sends a client to one server with source, and clients to all', () => {
    const run = play(haproxy({ check: false, balance: 'source', servers: servers(1, 1, 1) }), { for: 60 });
    const of = new Map<number, Set<string>>();
    for (const { client, path } of run.requests) {
      if (path[1] !== undefined) of.set(client, (of.get(client) ?? new Set()).add(path[1]));
    }
    expect(Math.max(...[...of.values()].map((met) => met.size))).toBe(1);
    for (const id of ['s1', 's2', 's3']) expect(run.report.components[id]?.share).toBeGreaterThan(0.25);
  });

  it('keeps to the weights while servers come and go', () => {
    const run = play(haproxy({ servers: servers(3, 1, 1) }), {
      for: 60,
      faults: ['10s kill s2', '30s start s2'],
    });
    const back = when(run, 'marks-up', 's2') ?? 0;
    const late = run.requests.filter(({ t }) => t > back + 1);
    const share = (id: string) => late.filter(({ path }) => path[1] === id).length / late.length;
    expect([share('s1'), share('s2'), share('s3')].map((value) => Math.round(value * 100))).toEqual([
      60, 20, 20,
    ]);
  });

  it('gives a server that warms up less at first', () => {
    const run = play(haproxy({ servers: ['s1: { slowstart: 20s }', 's2: {}'] }), {
      for: 70,
      faults: ['10s kill s1', '20s start s1'],
    });
    const back = when(run, 'marks-up', 's1') ?? 0;
    const share = (from: number, to: number) => {
      const some = run.requests.filter(({ t }) => t >= back + from && t < back + to);
      return some.filter(({ path }) => path[1] === 's1').length / some.length;
    };
    expect(share(0, 3)).toBeLessThan(0.2);
    expect(share(9, 11)).toBeGreaterThan(0.25);
    expect(share(9, 11)).toBeLessThan(0.4);
    expect(share(22, 40)).toBeCloseTo(0.5, 1);
  });

  it('drains a server, and has it back', () => {
    const run = play(haproxy(), { for: 30, faults: ['10s drain lb-1 s1', '20s ready lb-1 s1'] });
    const on = (from: number, to: number) =>
      run.requests.filter(({ t, path }) => t >= from && t < to && path[1] === 's1').length;
    expect(on(10.01, 20)).toBe(0);
    expect(on(20.1, 30)).toBeGreaterThan(450);
    expect(run.report.availability).toBe(1);
  });
});

describe("nginx's order", () => {
  it.each([
    [[3, 1], 'aabaaaba'],
    [[5, 1, 1], 'aabacaaaabacaa'],
    [[1, 1], 'abab'],
  ])('with the weights %j is %s', (weights, order) => {
    expect(letters(nginx({ upstream: servers(...weights) }), order.length)).toBe(order);
  });
});
