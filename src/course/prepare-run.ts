import type { TimedFault } from '../simulator/fault.ts';
import type { Problem } from '../text/problem.ts';
import { problemLine } from '../text/problem.ts';
import type { Topology } from '../topology/types.ts';
import type { Course, RunSpec } from './model.ts';
import { findTopology } from './topologies.ts';

/** What a course asks of the floors below; given from outside so that tests need neither. */
export interface TopologyTools {
  readTopology(
    text: string,
    file: string,
    changes?: readonly string[],
  ): { readonly topology: Topology | undefined; readonly problems: readonly Problem[] };
  parseTimedFault(
    words: string,
    topology: Topology,
  ): { readonly timed: TimedFault } | { readonly error: string };
}

/** A prepared run, ready for the simulator. */
export interface PreparedRun {
  readonly topology: Topology;
  readonly faults: readonly TimedFault[];
}

/** Resolves a run's topology with its changes, its rate and its faults; or says what does not resolve. */
export function prepareRun(
  course: Pick<Course, 'topologies'>,
  run: RunSpec,
  tools: TopologyTools,
): PreparedRun | { readonly error: string } {
  const found = findTopology(course, run.topology, () => undefined);
  if ('error' in found) return found;
  const read = tools.readTopology(found.text, found.file, run.set);
  const [worst] = read.problems.filter((problem) => problem.severity === 'error');
  if (!read.topology) return { error: worst ? problemLine(worst) : found.file };
  const topology = withRate(read.topology, run.rate);
  const faults: TimedFault[] = [];
  for (const words of run.fault) {
    const parsed = tools.parseTimedFault(words, topology);
    if ('error' in parsed) return parsed;
    faults.push(parsed.timed);
  }
  return { topology, faults };
}

function withRate(topology: Topology, rate: number | undefined): Topology {
  return rate === undefined ? topology : { ...topology, traffic: { ...topology.traffic, rate } };
}
