import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/simulator/simulation.ts';
import { counted, play, read, SECOND, timed } from './play.ts';

/** One application that works for a second on each request, and computes all the while. */
const HEAVY = `
format: 1
id: heavy
title: Heavy
traffic: { rate: 2, arrivals: even, timeout: 60s }
dns: { www.foobar.com: { A: [app-1] } }
hosts:
  app-host: { cpus: 1, runs: [app-1] }
components:
  app-1: { kind: app-server, workers: 40, service: 1s }
`;

/** The CPU of a host in each full second from one to another. */
function cpu(text: string, faults: readonly string[], from: number, to: number): number[] {
  const topology = read(text);
  const simulation = new Simulation(topology, { seed: 1 });
  for (const fault of timed(faults, topology)) simulation.schedule(fault);
  const shares: number[] = [];
  for (let second = from; second < to; second++) {
    simulation.advance((second + 1) * SECOND);
    shares.push(simulation.view().hosts[0]?.cpu ?? Number.NaN);
  }
  return shares;
}

describe('a process that is killed', () => {
  it('gives the CPU free at once, with all that it was working on', () => {
    expect(cpu(HEAVY, [], 9, 11)).toEqual([1, 1]);
    expect(cpu(HEAVY, ['10s kill app-1'], 9, 16)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  it('has nothing to finish when it is started again', () => {
    const run = play(HEAVY, { for: 40, faults: ['10s kill app-1', '20s start app-1'] });
    const answered = run.requests.filter(({ t, outcome }) => t < 10 && outcome === '200');
    expect(answered.length).toBeLessThanOrEqual(10);
    // ten seconds of its CPU until it dies, and what came while it was down was refused at once
    expect(counted(run, 10.01, 20)).toEqual({ refused: 19 });
  });
});

describe('a process that is stopped by SIGSTOP', () => {
  it('uses no CPU, and goes on from where it stood', () => {
    expect(cpu(HEAVY, ['10s pause app-1', '20s resume app-1'], 9, 22)).toEqual([
      1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1,
    ]);
    const text = HEAVY.replace('rate: 2', 'rate: 0.1');
    const run = play(text, { for: 60, faults: ['10.4s pause app-1', '19s resume app-1'] });
    const first = run.requests[0];
    // it comes at 10 s, has computed for 0.4 s, and computes for the other 0.6 s from 19 s on
    expect(first?.t).toBe(10);
    expect(first?.ms).toBeGreaterThan(9599);
    expect(first?.ms).toBeLessThan(9602);
  });

  it('does not fall for a timeout that expired meanwhile, once what it waited for had come before', () => {
    const text = `
format: 1
id: chain
title: Chain
traffic: { rate: 0.1, arrivals: even, timeout: 60s }
dns: { www.foobar.com: { A: [web-1] } }
hosts:
  web-host: { cpus: 1, runs: [web-1] }
  app-host: { cpus: 1, runs: [app-1] }
components:
  web-1: { kind: web-server, proxy_read_timeout: 2s, upstream: { app-1: {} } }
  app-1: { kind: app-server, workers: 4, service: 1s, cpu: 0% }
`;
    // the answer comes at 11 s to a socket that nobody reads, the timeout expires at 12 s
    const run = play(text, { for: 40, faults: ['10.5s pause web-1', '20s resume web-1'] });
    expect(run.requests[0]?.outcome).toBe('200');
    expect(run.requests[0]?.ms).toBeGreaterThan(10_000);
    // without the answer the timeout counts
    const late = play(text, {
      for: 60,
      faults: ['10.5s pause web-1', '20s resume web-1'],
      set: ['app-1.service=5s'],
    });
    expect(late.requests[0]?.outcome).toBe('504');
  });
});

describe('the connections of a process that dies', () => {
  it('are closed by its kernel, those that it has opened too', () => {
    const text = `
format: 1
id: checked
title: Checked
traffic: { rate: 20, arrivals: even, timeout: 60s }
dns: { www.foobar.com: { A: [lb-1] } }
hosts:
  lb-host: { cpus: 1, runs: [lb-1] }
  app-host: { cpus: 1, runs: [app-1] }
components:
  lb-1:
    kind: load-balancer
    balance: roundrobin
    default-server: { check: true, inter: 1s }
    httpchk: true
    servers: { app-1: {} }
    timeout: { connect: 5s, client: 50s, server: 50s }
  app-1: { kind: app-server, workers: 100, service: 3s, cpu: 0% }
`;
    const run = play(text, { for: 30, faults: ['10.1s kill lb-1'] });
    const app = run.simulation.view().components.find(({ id }) => id === 'app-1');
    expect(app?.waiting).toBe(0);
  });
});

describe('a process that is asked to leave', () => {
  it('is started again as soon as it has left, when that is asked for before', () => {
    const text = HEAVY.replace('service: 1s', 'service: 5s, cpu: 0%');
    const run = play(text, { for: 40, faults: ['10s stop app-1', '11s start app-1'] });
    // what came until 10 s is finished at 15 s; nobody listens meanwhile
    expect(counted(run, 5, 10)).toEqual({ 200: 10 });
    expect(counted(run, 10.01, 14.9)).toEqual({ refused: 9 });
    expect(counted(run, 15.01, 30)).toEqual({ 200: 29 });
  });
});
