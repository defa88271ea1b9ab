import type { TimedFault } from '../../src/simulator/faults/fault.ts';
import { parseTimedFault } from '../../src/simulator/faults/parse.ts';
import type { RequestReport, SimulationReport } from '../../src/simulator/report.ts';
import { Simulation } from '../../src/simulator/simulation.ts';
import { readTopology } from '../../src/topology/read.ts';
import type { Topology } from '../../src/topology/types.ts';

export const SECOND = 1_000_000;

export interface Play {
  readonly seed?: number;
  /** seconds */
  readonly for: number;
  readonly faults?: readonly string[];
  readonly set?: readonly string[];
}

export interface Played {
  readonly report: SimulationReport;
  readonly requests: readonly RequestReport[];
  readonly simulation: Simulation;
}

/** Reads a topology that has no mistakes. */
export function read(text: string, set: readonly string[] = []): Topology {
  const { topology, problems } = readTopology(text, 'test.yaml', set);
  if (topology === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return topology;
}

export function timed(words: readonly string[], topology: Topology): TimedFault[] {
  return words.map((word) => {
    const parsed = parseTimedFault(word, topology);
    if ('error' in parsed) throw new Error(parsed.error);
    return parsed.timed;
  });
}

/** Runs a topology with its faults, every request recorded. */
export function play(text: string, options: Play): Played {
  const topology = read(text, options.set);
  const simulation = new Simulation(topology, { seed: options.seed ?? 1, recordRequests: true });
  for (const fault of timed(options.faults ?? [], topology)) simulation.schedule(fault);
  simulation.advance(options.for * SECOND);
  return { report: simulation.report(), requests: simulation.requests(), simulation };
}

/** Seconds of the first event of a kind, from a moment on. */
export function when({ report }: Played, what: string, about?: string, from = 0): number | undefined {
  return report.events.find(
    (event) => event.what === what && event.t >= from && (about === undefined || event.about === about),
  )?.t;
}

export const ok = (request: RequestReport): boolean => Number(request.outcome) < 400;

/** Outcomes of what started between two moments, in seconds, counted. */
export function counted({ requests }: Played, from: number, to: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { t, outcome } of requests) {
    if (t >= from && t < to) counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
