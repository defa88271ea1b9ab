import { expect, test } from 'vitest';
import { parseTimedFault } from '../../src/simulator/faults/parse.ts';
import { simulate } from '../../src/simulator/run.ts';
import { readTopology } from '../../src/topology/read.ts';

/** Two nginx before two app servers; `upstream` says whom each of them knows. */
function siteWith(
  upstream: { 'web-1': string; 'web-2': string },
  app = 'workers: 8, service: exponential 20ms, cpu: 10%',
) {
  const { topology } = readTopology(
    `format: 1
id: site
title: Site
traffic: { rate: 100, timeout: 60s }
dns: { www.foobar.com: { A: [lb-1] } }
hosts: { one: { runs: [lb-1] }, two: { runs: [web-1, app-1] }, three: { runs: [web-2, app-2] } }
components:
  lb-1: { kind: load-balancer, balance: roundrobin, servers: { web-1: {}, web-2: {} }, timeout: { connect: 5s, client: 50s, server: 50s } }
  web-1: { kind: web-server, upstream: ${upstream['web-1']} }
  web-2: { kind: web-server, upstream: ${upstream['web-2']} }
  app-1: { kind: app-server, ${app} }
  app-2: { kind: app-server, ${app} }
`,
    'site.yaml',
  );
  if (topology === undefined) throw new Error('the topology of this test is wrong');
  return topology;
}

const shared = siteWith({ 'web-1': '{ app-1: {}, app-2: {} }', 'web-2': '{ app-1: {}, app-2: {} }' });
const pairs = siteWith({ 'web-1': '{ app-1: {} }', 'web-2': '{ app-2: {} }' });

function failedIn(topology: typeof shared, strategy: string): number {
  const parsed = parseTimedFault(`10s deploy app-server ${strategy}`, topology);
  if ('error' in parsed) throw new Error(parsed.error);
  return simulate(topology, { seed: 1, for: 40_000_000, faults: [parsed.timed] }).report.requests.failed;
}

test('a rolling deployment of app servers costs no request, behind a shared nginx or one of their own', () => {
  expect(failedIn(shared, 'rolling')).toBe(0);
  expect(failedIn(pairs, 'rolling')).toBe(0);
});

test('a rolling deployment waits for the longest request', () => {
  const slow = siteWith(
    { 'web-1': '{ app-1: {} }', 'web-2': '{ app-2: {} }' },
    'workers: 1000, service: 2s, cpu: 0%',
  );
  const parsed = parseTimedFault('10s deploy app-server rolling', slow);
  if ('error' in parsed) throw new Error(parsed.error);
  const { report } = simulate(slow, { seed: 1, for: 60_000_000, faults: [parsed.timed] });
  expect(report.requests.failed).toBe(0);
  expect(report.requests.total).toBeGreaterThan(5000);
});

test('all at once costs the restart, and where nginx knows both, its fail_timeout', () => {
  expect(failedIn(pairs, 'all-at-once')).toBeGreaterThan(60);
  expect(failedIn(pairs, 'all-at-once')).toBeLessThan(200);
  expect(failedIn(shared, 'all-at-once')).toBeGreaterThan(850);
});
