import { describe, expect, it, vi } from 'vitest';
import { Simulation } from '../../src/simulator/simulation.ts';
import { ok, read, SECOND } from '../simulator/play.ts';

/**
 * Queues whose behaviour is known by formula, run through topology files. The links take no time, so that what a user
 * waits is what the queue makes him wait. Each estimate is the mean over independent seeds, the first part of each run
 * cut off; its standard error comes from the spread of those means.
 */
const SOAK = process.env.SOAK !== undefined;
/** runs of one queue, and the requests that count of each, after as many as a tenth of them */
const SEEDS = SOAK ? 40 : 12;
const REQUESTS = SOAK ? 100_000 : 9_000;
if (process.env.SOAK !== undefined) vi.setConfig({ testTimeout: 1_200_000 });

/** mean service time in seconds */
const S = 0.01;

interface Queue {
  readonly load: number;
  readonly workers?: number;
  readonly service?: string;
  /** of the service, what needs the CPU: shared by all who need it */
  readonly cpu?: string;
  readonly backlog?: number;
  readonly timeout?: string;
}

function rateOf({ load, workers = 1, cpu = '0%' }: Queue): number {
  return (load * (cpu === '0%' ? workers : 1)) / S;
}

const length = (queue: Queue) => REQUESTS / rateOf(queue);
const warmUp = (queue: Queue) => length(queue) / 10;

function topology(queue: Queue): string {
  const { workers = 1, service = 'exponential 10ms', cpu = '0%', backlog = 100_000, timeout = '1h' } = queue;
  return `
format: 1
id: queue
title: A queue
traffic: { rate: ${rateOf(queue)}, clients: 1, timeout: ${timeout} }
dns: { www.foobar.com: { A: [app-1], ttl: 10000h } }
links: { users app-1: { delay: 0s } }
hosts: { host-1: { cpus: 1, runs: [app-1] } }
components:
  app-1: { kind: app-server, workers: ${workers}, service: ${service}, cpu: ${cpu}, backlog: ${backlog} }
`;
}

interface Estimate {
  readonly mean: number;
  readonly error: number;
}

function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

/** One number of each run, over the seeds. */
function over(queue: Queue, measure: (simulation: Simulation) => number): Estimate {
  const known = read(topology(queue));
  return estimate(
    Array.from({ length: SEEDS }, (_, i) => {
      const simulation = new Simulation(known, { seed: 100 + i, recordRequests: true });
      simulation.advance(Math.round((warmUp(queue) + length(queue)) * SECOND));
      return measure(simulation);
    }),
  );
}

/** Mean time in the system, in seconds. */
function timeInSystem(queue: Queue): Estimate {
  return over(queue, (simulation) => {
    const times = simulation.requests().filter(({ t, ms }) => t >= warmUp(queue) && ms !== null);
    return times.reduce((sum, { ms }) => sum + (ms ?? 0), 0) / times.length / 1000;
  });
}

function agrees({ mean, error }: Estimate, expected: number): void {
  const off = (mean - expected) / error;
  expect(
    Math.abs(off),
    `${mean} ± ${error}, by formula ${expected}: ${off.toFixed(2)} standard errors`,
  ).toBeLessThan(3);
  // an estimate that says nothing agrees with everything
  expect(error / expected).toBeLessThan(0.05);
}

/** Probability that a customer of M/M/c waits. */
function erlangC(servers: number, load: number): number {
  const offered = servers * load;
  let term = 1;
  let sum = 0;
  for (let n = 0; n < servers; n++) {
    sum += term;
    term = (term * offered) / (n + 1);
  }
  const all = term / (1 - load);
  return all / (sum + all);
}

/** Pollaczek-Khinchine: service with a coefficient of variation cv. */
const generalService = (load: number, cv: number) => S + (load * S * (1 + cv * cv)) / (2 * (1 - load));

describe('one worker, exponential service (M/M/1)', () => {
  it.each([0.5, 0.8])('at a load of %d takes S / (1 - load)', (load) => {
    agrees(timeInSystem({ load }), S / (1 - load));
  });

  it('serves first come, first served', () => {
    const simulation = new Simulation(read(topology({ load: 0.9 })), { seed: 1, recordRequests: true });
    simulation.advance(30 * SECOND);
    const ends = simulation
      .requests()
      .filter(({ ms }) => ms !== null)
      .map(({ t, ms }) => t * 1000 + (ms ?? 0));
    expect(ends.length).toBeGreaterThan(2000);
    expect(ends.every((end, i) => i === 0 || end >= (ends[i - 1] ?? 0) - 1e-6)).toBe(true);
  });

  it('is busy as long as its load says', () => {
    agrees(
      over({ load: 0.8 }, (simulation) => {
        return simulation.report().components['app-1']?.utilisation ?? Number.NaN;
      }),
      0.8,
    );
  });
});

describe('several workers (M/M/c)', () => {
  it.each([
    [2, 0.7],
    [4, 0.8],
  ])('%d at a load of %d wait as Erlang C says', (workers, load) => {
    const waiting = (erlangC(workers, load) * S) / (workers * (1 - load));
    agrees(timeInSystem({ load, workers }), S + waiting);
  });
});

describe('other service times (M/G/1)', () => {
  it('constant: half the waiting of the exponential (M/D/1)', () => {
    agrees(timeInSystem({ load: 0.8, service: '10ms' }), generalService(0.8, 0));
  });

  it('lognormal: the waiting of Pollaczek and Khinchine', () => {
    agrees(timeInSystem({ load: 0.6, service: 'lognormal 10ms cv 1.5' }), generalService(0.6, 1.5));
  });
});

describe('a full accept queue (M/M/1/K)', () => {
  it.each([
    [0.8, 2],
    [1.5, 4],
  ])('at a load of %d turns away the share of the formula, with a backlog of %d', (load, backlog) => {
    // one in service, and the kernel holds one more than the backlog
    const places = 1 + backlog + 1;
    let all = 0;
    let power = 1;
    for (let n = 0; n <= places; n++) {
      all += power;
      if (n < places) power *= load;
    }
    const blocked = power / all;
    // patience ends before the client's kernel tries again after 1 s
    const queue = { load, backlog, timeout: '900ms' };
    const share = over(queue, (simulation) => {
      const some = simulation.requests().filter(({ t, ms }) => t >= warmUp(queue) && ms !== null);
      return some.filter((request) => !ok(request)).length / some.length;
    });
    agrees(share, blocked);
  });
});

describe('a shared CPU (M/G/1 processor sharing)', () => {
  it.each(['exponential 10ms', '10ms', 'lognormal 10ms cv 1.5'])(
    'takes S / (1 - load) whatever the distribution: %s',
    (service) => {
      agrees(timeInSystem({ load: 0.6, workers: 10_000, service, cpu: '100%' }), S / (1 - 0.6));
    },
  );
});
