import { describe, expect, it, vi } from 'vitest';
import { Simulation } from '../../src/simulator/simulation.ts';
import { read, SECOND } from '../simulator/play.ts';

const SOAK = process.env.SOAK !== undefined;
const SEEDS = SOAK ? 20 : 6;
const LENGTH = SOAK ? 600 : 60;
const WARM_UP = 10;
if (process.env.SOAK !== undefined) vi.setConfig({ testTimeout: 1_200_000 });

/** how often the numbers inside are looked at: not in step with anything */
const LOOK = 17_017;

/** A chain of every kind; the links take no time. */
const CHAIN = `
format: 1
id: chain
title: A chain
traffic: { rate: 150, clients: 1, timeout: 1h }
dns: { www.foobar.com: { A: [lb-1], ttl: 10000h } }
links:
  users lb-1: { delay: 0s }
  lb-1 web-1: { delay: 0s }
  web-1 app-1: { delay: 0s }
  app-1 db-1: { delay: 0s }
hosts:
  one: { cpus: 16, runs: [lb-1] }
  two: { cpus: 16, runs: [web-1] }
  three: { cpus: 16, runs: [app-1] }
  four: { cpus: 1, runs: [db-1] }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    servers: { web-1: {} }
    timeout: { connect: 1h, client: 1h, server: 1h }
  web-1: { kind: web-server, service: 0.5ms, upstream: { app-1: {} }, worker_connections: 100000 }
  app-1:
    kind: app-server
    workers: 4
    service: exponential 12ms
    cpu: 0%
    backlog: 100000
    writes: db-1
    reads: [db-1]
    database-timeout: { connect: 1h, read: 1h }
  db-1: { kind: database, read: exponential 4ms }
`;

interface Looked {
  /** mean number inside each node, by looking */
  readonly inside: Readonly<Record<string, number>>;
  /** arrivals a second times the mean time of a request from its start to its end */
  readonly product: number;
}

function look(seed: number): Looked {
  const simulation = new Simulation(read(CHAIN), { seed, recordRequests: true });
  simulation.advance(WARM_UP * SECOND);
  const sums: Record<string, number> = {};
  let looks = 0;
  for (let t = WARM_UP * SECOND; t < (WARM_UP + LENGTH) * SECOND; t += LOOK) {
    simulation.advance(t);
    looks++;
    for (const { id, waiting } of simulation.view().components) sums[id] = (sums[id] ?? 0) + waiting;
  }
  simulation.advance((WARM_UP + LENGTH + 5) * SECOND);
  const counted = simulation.requests().filter(({ t }) => t >= WARM_UP && t < WARM_UP + LENGTH);
  const time = counted.reduce((sum, { ms }) => sum + (ms ?? 0), 0) / 1000;
  return {
    inside: Object.fromEntries(Object.entries(sums).map(([id, sum]) => [id, sum / looks])),
    product: time / LENGTH,
  };
}

describe("Little's law", () => {
  const runs = Array.from({ length: SEEDS }, (_, i) => look(i + 1));

  /** Both sides come from the same run: their difference has a small spread. */
  function zero(differences: readonly number[], scale: number): void {
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    const variance =
      differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1);
    const error = Math.sqrt(variance / differences.length);
    expect(Math.abs(mean), `${mean} ± ${error}`).toBeLessThan(3 * error + scale * 0.002);
    expect(error / scale).toBeLessThan(0.02);
  }

  it('holds for the whole: the number at the balancer is rate times time', () => {
    zero(
      runs.map(({ inside, product }) => (inside['lb-1'] ?? 0) - product),
      runs[0]?.product ?? 1,
    );
  });

  it('holds behind the balancer: less what the balancer itself takes', () => {
    const own = 150 * 0.000045;
    zero(
      runs.map(({ inside, product }) => (inside['web-1'] ?? 0) - (product - own)),
      runs[0]?.product ?? 1,
    );
  });

  it('holds at the application: less what nginx takes, with its queue', () => {
    // nginx: M/D/1 of 0.5 ms at a load of 0.075
    const nginx = 150 * (0.0005 + (0.075 * 0.0005) / (2 * (1 - 0.075)));
    const own = 150 * 0.000045 + nginx;
    zero(
      runs.map(({ inside, product }) => (inside['app-1'] ?? 0) - (product - own)),
      runs[0]?.product ?? 1,
    );
  });

  it('holds at the database: fewer than four at a time share one CPU', () => {
    const inside = runs.map((run) => run.inside['db-1'] ?? 0);
    const mean = inside.reduce((sum, value) => sum + value, 0) / inside.length;
    // load 0.6; four at most are there, so it lies between the load and the open queue's 1.5
    expect(mean).toBeGreaterThan(0.6);
    expect(mean).toBeLessThan(1.5);
  });
});
