import { courseMessages as say } from '../messages/course.ts';
import type { Place, Problems } from '../text/problem.ts';
import type { Fields } from './fields.ts';
import type { RunSpec } from './run-spec.ts';

/** The keys of `simulate`, `prove` and `predict` that say which run is meant. */
export const runKeys = ['topology', 'for', 'seeds', 'rate', 'set', 'fault'] as const;

/** A run as its file says it, with the places that lint points at. */
export interface LocatedRun {
  readonly run: RunSpec;
  readonly topologyAt: Place;
  readonly setAt: readonly Place[];
  readonly faultAt: readonly Place[];
}

const minute = 60_000_000;
const mostSeeds = 100;
const mostRate = 1_000_000;

/** Reads a prepared run; undefined when it names no topology. */
export function readRun(
  fields: Fields,
  fallback: { readonly topology: string | undefined; readonly seeds: number; readonly block: string },
  problems: Problems,
): LocatedRun | undefined {
  const topology = fields.text('topology') ?? fallback.topology;
  const set = fields.texts('set');
  const fault = fields.texts('fault');
  const run = {
    for: fields.time('for') ?? minute,
    seeds: fields.count('seeds', 1, mostSeeds) ?? fallback.seeds,
    rate: fields.positive('rate', mostRate),
    set: set.map((change) => change.text),
    fault: fault.map((words) => words.text),
  };
  if (topology === undefined) {
    problems.error(fields.at('topology'), 'missing-topology', say.missingTopology(fallback.block));
    return undefined;
  }
  return {
    run: { topology, ...run },
    topologyAt: fields.at('topology'),
    setAt: set.map((change) => change.at),
    faultAt: fault.map((words) => words.at),
  };
}
