import type { Process } from './process.ts';
import type { ComponentReport, SimulationReport } from './report.ts';
import type { World } from './world.ts';

const SECOND = 1_000_000;

/** Sums up a run until now, in the form that `simulate --json` prints. */
export function reportOf(world: World, seed: number): SimulationReport {
  const { metrics, topology } = world;
  const duration = world.clock.now / SECOND;
  // a request that starts at the very end belongs to a second of its own
  const seconds = Math.max(Math.ceil(duration), metrics.seconds);
  const lost = world.lostRows();
  const { monitor } = world;
  return {
    topology: topology.id,
    seed,
    duration_s: duration,
    offered_rate: topology.traffic.rate,
    requests: {
      total: metrics.total,
      ok: metrics.ok,
      failed: metrics.failed,
      unfinished: metrics.total - metrics.ok - metrics.failed,
      by_outcome: Object.fromEntries([...metrics.byOutcome].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    availability: metrics.availability,
    latency_ms: latencies(world),
    per_second: Array.from({ length: seconds }, (_, t) => metrics.second(t)),
    components: components(world),
    writes: { acknowledged: world.ledger.acknowledged, lost: lost.length, lost_ids: lost },
    reads: { total: world.ledger.reads, stale: world.ledger.staleReads },
    ...(monitor === undefined
      ? {}
      : { monitor: { samples: [...monitor.samples], alerts: monitor.alerts() } }),
    ...(world.links.wiretaps.length === 0 ? {} : { wiretaps: wiretaps(world) }),
    events: [...world.eventLog.events],
  };
}

function wiretaps(world: World): { link: string; messages: number; readable: number }[] {
  return world.links.wiretaps.map(({ ends, messages, readable }) => ({
    link: ends.join(' '),
    messages,
    readable,
  }));
}

function latencies(world: World): SimulationReport['latency_ms'] {
  const { latency } = world.metrics;
  const ms = (micros: number | undefined) => (micros === undefined ? null : micros / 1000);
  return {
    mean: ms(latency.mean),
    p50: ms(latency.quantile(0.5)),
    p95: ms(latency.quantile(0.95)),
    p99: ms(latency.quantile(0.99)),
    max: latency.count === 0 ? null : latency.max / 1000,
  };
}

function components(world: World): Record<string, ComponentReport> {
  const attempts = new Map<Process['kind'], number>();
  const processes = world.allProcesses();
  for (const process of processes) {
    attempts.set(process.kind, (attempts.get(process.kind) ?? 0) + process.tally.requests);
  }
  const reports: Record<string, ComponentReport> = {};
  for (const process of processes)
    reports[process.id] = component(world, process, attempts.get(process.kind) ?? 0);
  return reports;
}

function component(world: World, process: Process, kindsAttempts: number): ComponentReport {
  const { requests, ok, failed } = process.tally;
  const { now } = world.clock;
  return {
    requests,
    ok,
    failed,
    share: kindsAttempts === 0 ? 0 : requests / kindsAttempts,
    state: process.state,
    utilisation: now === 0 ? 0 : Math.min(1, process.busyTime() / now),
  };
}
