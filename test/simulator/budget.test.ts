import { describe, expect, test } from 'vitest';
import { overBudget } from '../../src/messages/budget.ts';
import {
  advanceWithin,
  type Budget,
  COMMAND,
  excessAhead,
  excessOf,
  FAILURE,
  OverBudgetError,
  SINGLE,
} from '../../src/simulator/budget.ts';
import { memoryLimit } from '../../src/simulator/held-memory.ts';
import { simulate } from '../../src/simulator/run.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import { failOnce } from '../../src/simulator/spof.ts';
import type { Topology } from '../../src/topology/types.ts';
import { read, SECOND, timed } from './play.ts';

const text = `
format: 1
id: site
title: Site
traffic: { rate: 100, timeout: 1s }
dns: { www.foobar.com: { A: [lb-1], ttl: 300s } }
hosts: { lb-host: { cpus: 1, runs: [lb-1] }, web-host: { cpus: 1, runs: [web-1] } }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    default-server: { check: true, inter: 2s }
    servers: { web-1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
  web-1: { kind: web-server, service: 5ms, static: 100% }
`;
const site = (...set: string[]): Topology => read(text, set);
const little: Budget = { events: 20_000, memory: Number.POSITIVE_INFINITY };

/** What a run that is held to a budget was stopped for. */
function stopped(topology: Topology, budget: Budget, faults: readonly string[] = [], seconds = 600) {
  const run = new Simulation(topology, { seed: 1 });
  for (const fault of timed(faults, topology)) run.schedule(fault);
  return { run, excess: advanceWithin(run, seconds * SECOND, budget) };
}

test('a run within its budget comes to its end, and is the same run', () => {
  const { run, excess } = stopped(site(), { ...little, events: 1e9 }, ['10s kill web-1'], 60);
  expect(excess).toBeUndefined();
  const whole = new Simulation(site(), { seed: 1 });
  for (const fault of timed(['10s kill web-1'], site())) whole.schedule(fault);
  whole.advance(60 * SECOND);
  expect(run.report()).toEqual(whole.report());
});

describe('a run that costs more is stopped, and told what to lower', () => {
  test.each<[string, string[], string[], RegExp]>([
    [
      'a high rate',
      ['traffic.rate=1000000'],
      [],
      /lower the rate of its traffic, which is 1000000 requests a second/,
    ],
    [
      'many clients who hardly think',
      ['traffic.loop=closed', 'traffic.clients=10000', 'traffic.think=1ms'],
      [],
      /lower the number of its clients, which is 10000, or let them think longer than 1 ms/,
    ],
    ['a spike', [], ['1s spike traffic 1000'], /let the traffic rise less/],
    ['an attack', ['traffic.rate=0.1'], ['1s attack flood lb-host'], /let the attack end sooner/],
    [
      'checks without a pause',
      ['traffic.rate=0.1', 'lb-1.default-server.inter=1ms'],
      [],
      /checks, adverts and samples/,
    ],
    ['a long run', ['traffic.rate=50'], [], /let it run shorter/],
  ])('%s', (_, set, faults, remedy) => {
    const { run, excess } = stopped(site(...set), little, faults, 100_000);
    expect(excess).toMatchObject({ of: 'events', most: 20_000, at: run.now });
    expect(run.eventsFired).toBeLessThan(25_000);
    const sentence = excess && overBudget(excess);
    expect(sentence).toMatch(remedy);
    expect(sentence).toMatch(
      /^The run was stopped at [\d.]+ s, since it took more than 20000 events of the simulator: .*\.$/,
    );
  });

  test('memory', () => {
    const run = new Simulation(site('traffic.rate=1000000'), { seed: 1 });
    const held = () => run.eventsFired * 200;
    const excess = advanceWithin(run, 60 * SECOND, { events: 1e9, memory: 50 * 2 ** 20 }, held);
    expect(excess && overBudget(excess)).toMatch(/more than 50 MB of memory: lower the rate/);
    expect(held()).toBeLessThan(100 * 2 ** 20);
  });

  test('whatever the budget, never more than the engine can hold', () => {
    const run = new Simulation(site(), { seed: 1 });
    run.advance(SECOND);
    expect(excessOf(run, COMMAND, 0, 0.7 * memoryLimit())).toBeUndefined();
    expect(excessOf(run, COMMAND, 0, 0.8 * memoryLimit())).toMatchObject({ of: 'memory' });
  });
});

describe('what would surely cost more is not begun', () => {
  test.each<[string, string[], number, RegExp]>([
    [
      'a high rate',
      ['traffic.rate=1000000'],
      60,
      /^This run would take more than 10000000 events.*: lower the rate/,
    ],
    [
      'many clients',
      ['traffic.loop=closed', 'traffic.clients=1000000'],
      60,
      /^This run would take more than 10000000 events.*: lower the number of its clients/,
    ],
    ['a long run', [], 30 * 86_400, /: let it run shorter\.$/],
  ])('%s', (_, set, seconds, says) => {
    const excess = excessAhead(site(...set), seconds * SECOND, SINGLE);
    expect(excess && overBudget(excess)).toMatch(says);
  });

  test('and what may be within its budget is', () => {
    expect(excessAhead(site(), 60 * SECOND, SINGLE)).toBeUndefined();
    expect(excessAhead(site('traffic.rate=150000'), 60 * SECOND, SINGLE)).toBeUndefined();
    expect(excessAhead(site(), 30 * 86_400 * SECOND, COMMAND)).toBeUndefined();
    expect(excessAhead(site('traffic.rate=1000'), 130 * SECOND, FAILURE)).toBeUndefined();
  });

  test('no run costs less than is said beforehand', () => {
    for (const set of [
      ['traffic.rate=500'],
      ['traffic.loop=closed', 'traffic.clients=300'],
      ['traffic.rate=500', 'traffic.keep-alive=true'],
      ['dns.www.foobar.com.ttl=0s'],
    ]) {
      for (const fault of ['0s kill lb-1', '0s dns-fail www.foobar.com', '0s power-off lb-host']) {
        const run = new Simulation(site(...set), { seed: 1 });
        for (const each of timed([fault], site(...set))) run.schedule(each);
        run.advance(60 * SECOND);
        const budget = { events: run.eventsFired, memory: Number.POSITIVE_INFINITY };
        expect(excessAhead(site(...set), 60 * SECOND, budget), `${set} ${fault}`).toBeUndefined();
      }
    }
  });
});

test('one failure of a spof, and one run of a proof, are held to theirs', () => {
  const failure = { component: 'web-1', how: 'kill', targets: ['web-1'] } as const;
  expect(() => failOnce(site('traffic.rate=100000'), failure)).toThrow(OverBudgetError);
  const run = { seed: 1, for: 60 * SECOND, faults: [] };
  expect(() => simulate(site('traffic.rate=1000000'), run)).toThrow(OverBudgetError);
  expect(() => simulate(site('traffic.rate=200'), { ...run, budget: little })).toThrow(OverBudgetError);
  expect(simulate(site(), run).report.requests.total).toBeGreaterThan(5000);
});
