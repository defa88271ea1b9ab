import { expect, test } from 'vitest';
import { parseTimedFault } from '../../src/simulator/faults/parse.ts';
import type { MonitorSample } from '../../src/simulator/report.ts';
import { simulate } from '../../src/simulator/run.ts';
import { readTopology } from '../../src/topology/read.ts';

const text = `format: 1
id: watched
title: Watched
traffic: { rate: 100, arrivals: even }
dns: { www.foobar.com: { A: [lb-1] } }
monitoring: { service: Prometheus, every: 10s, alerts: [{ on: down, above: 0, for: 20s }] }
hosts:
  lb-host: { runs: [lb-1], collector: true }
  server-1: { runs: [web-1, app-1], collector: true }
components:
  lb-1: { kind: load-balancer, balance: roundrobin, servers: { web-1: {} }, timeout: { connect: 5s, client: 50s, server: 50s } }
  web-1: { kind: web-server, upstream: { app-1: {} } }
  app-1: { kind: app-server, workers: 4, service: 1ms }
`;
const { topology } = readTopology(text, 'watched.yaml');
if (topology === undefined) throw new Error('the topology of this test is wrong');
const watched = topology;

function samplesOf(seed: number, ...faults: string[]): MonitorSample[] {
  const timed = faults.map((words) => {
    const parsed = parseTimedFault(words, watched);
    if ('error' in parsed) throw new Error(parsed.error);
    return parsed.timed;
  });
  return simulate(watched, { seed, for: 90_000_000, faults: timed }).report.monitor?.samples ?? [];
}

test.each([1, 2, 3, 4, 5])('every sample shows the rate that there was, the first too (seed %i)', (seed) => {
  const samples = samplesOf(seed);
  expect(samples.length).toBeGreaterThanOrEqual(8);
  for (const { qps } of samples.slice(1)) expect(qps).toBeCloseTo(100, -1);
  expect(Math.abs((samples[0]?.qps ?? 0) - 100)).toBeLessThan(15);
});

test.each([1, 2, 3, 4, 5])(
  'a counter that was restarted counts from 0 again, not backwards (seed %i)',
  (seed) => {
    for (const process of ['lb-1', 'web-1']) {
      const samples = samplesOf(
        seed,
        `34s kill ${process}`,
        `35s start ${process}`,
        '0s kill collector@lb-host',
        ...(process === 'lb-1' ? ['0s start collector@lb-host'] : []),
      );
      const rates = samples.map(({ qps }) => qps ?? 0);
      expect(Math.min(...rates)).toBeGreaterThan(0);
      // what it had counted before its death is lost with it
      expect(Math.max(...rates)).toBeLessThan(115);
      expect(rates.filter((rate) => rate < 95)).toHaveLength(1);
      for (const { error_rate } of samples) expect(error_rate).toBeGreaterThanOrEqual(0);
    }
  },
);

test.each([1, 2, 3])('without the collector of the balancer the web server has to do (seed %i)', (seed) => {
  const blind = samplesOf(seed, '25s kill collector@lb-host', '60s start collector@lb-host');
  const during = blind.filter(({ t }) => t > 25 && t < 60);
  expect(during.map(({ down }) => down)).toEqual(during.map(() => ['lb-host']));
  // neither the first sample from elsewhere nor the first one afterwards counts what came before its interval
  for (const { qps } of blind.slice(1)) expect(qps).toBeCloseTo(100, -1);
});
