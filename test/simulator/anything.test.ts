import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseTimedFault } from '../../src/simulator/faults/parse.ts';
import type { RequestReport, SimulationReport } from '../../src/simulator/report.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import type { Topology } from '../../src/topology/types.ts';
import { type Scene, scenes } from './generate.ts';
import { read, SECOND } from './play.ts';

const RUNS = process.env.SOAK === undefined ? 40 : 2000;
if (process.env.SOAK !== undefined) vi.setConfig({ testTimeout: 1_200_000 });

const LENGTH = 24;

/** Runs a scene; faults that make no sense in it are left out, as the command line would. */
function run(scene: Scene, slices: readonly number[] = []): Simulation {
  const topology = read(scene.text);
  const simulation = new Simulation(topology, { seed: 11, recordRequests: true });
  for (const words of scene.faults) {
    const parsed = parseTimedFault(words, topology);
    if (!('error' in parsed)) simulation.schedule(parsed.timed);
  }
  for (const slice of slices) simulation.advance(Math.min(LENGTH * SECOND, simulation.now + slice));
  simulation.advance(LENGTH * SECOND);
  return simulation;
}

/** Every number in it is one. */
function numbersOf(value: unknown, path: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), `${path} is ${value}`).toBe(true);
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) numbersOf(item, `${path}[${i}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) numbersOf(item, `${path}.${key}`);
}

function conserved(report: SimulationReport, requests: readonly RequestReport[]): void {
  const { total, ok, failed, unfinished, by_outcome } = report.requests;
  expect(ok + failed + unfinished).toBe(total);
  expect(Object.values(by_outcome).reduce((sum, count) => sum + count, 0)).toBe(ok + failed);
  expect(requests).toHaveLength(total);
  expect(requests.filter(({ outcome }) => outcome === 'unfinished')).toHaveLength(unfinished);
  expect(report.per_second.reduce((sum, second) => sum + second.total, 0)).toBe(total);
  expect(report.per_second.reduce((sum, second) => sum + second.ok, 0)).toBe(ok);
  for (const second of report.per_second)
    expect(second.ok + second.failed + second.unfinished).toBe(second.total);
  // whoever is directed somewhere is counted there, once for each time
  const attempts = new Map<string, number>();
  for (const { path } of requests) for (const id of path) attempts.set(id, (attempts.get(id) ?? 0) + 1);
  for (const [id, component] of Object.entries(report.components)) {
    expect(component.requests, `attempts at ${id}`).toBe(attempts.get(id) ?? 0);
    expect(component.ok + component.failed, `ends at ${id}`).toBeLessThanOrEqual(component.requests);
    expect(component.utilisation).toBeGreaterThanOrEqual(0);
    expect(component.utilisation).toBeLessThanOrEqual(1);
  }
}

/** Nobody waits longer than he has patience; nothing happens before it can. */
function possible(topology: Topology, report: SimulationReport, requests: readonly RequestReport[]): void {
  let before = 0;
  for (const { t, ms, outcome } of requests) {
    expect(t).toBeGreaterThanOrEqual(before);
    before = t;
    if (ms === null) expect(outcome).toBe('unfinished');
    else expect(ms * 1000).toBeLessThanOrEqual(topology.traffic.timeout + 1);
  }
  before = 0;
  for (const event of report.events) {
    expect(event.t).toBeGreaterThanOrEqual(before);
    before = event.t;
  }
  expect(report.writes.lost_ids).toHaveLength(report.writes.lost);
  expect(report.writes.lost).toBeLessThanOrEqual(report.writes.acknowledged);
  expect(report.reads.stale).toBeLessThanOrEqual(report.reads.total);
}

describe('whatever the topology and the faults', () => {
  it('no run breaks, loses a request, or reports what is no number', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const simulation = run(scene);
        const report = simulation.report();
        numbersOf(report, 'report');
        numbersOf(simulation.view(), 'view');
        conserved(report, simulation.requests());
        possible(simulation.topology, report, simulation.requests());
      }),
      { numRuns: RUNS, seed: process.env.SOAK === undefined ? 20 : Date.now() },
    );
  });

  it('a run is the same in one go and in odd slices, looked at or not', () => {
    fc.assert(
      fc.property(
        scenes,
        fc.array(fc.integer({ min: 1, max: 3 * SECOND }), { maxLength: 10 }),
        (scene, slices) => {
          const whole = run(scene);
          const sliced = run(scene, slices);
          sliced.view();
          expect(JSON.stringify(sliced.report())).toBe(JSON.stringify(whole.report()));
          expect(JSON.stringify(sliced.requests())).toBe(JSON.stringify(whole.requests()));
        },
      ),
      { numRuns: Math.ceil(RUNS / 4), seed: 21 },
    );
  });
});
