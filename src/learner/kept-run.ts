/** A run as it is kept: its script and how far it was. On the same site, with the same seed, that is the same run again. */
import { createHash } from 'node:crypto';
import { type TimedFault, timedWords } from '../simulator/faults/fault.ts';
import { parseTimedFault } from '../simulator/faults/parse.ts';
import type { Micros, Topology } from '../topology/types.ts';
import { type KeptRun, longestScript } from './kept-place.ts';

/** Undefined: it has not begun, or its script is too long to be kept. */
export function keptRun(
  topology: Topology,
  seed: number,
  done: readonly TimedFault[],
  at: Micros,
): KeptRun | undefined {
  if (at === 0 || done.length > longestScript) return undefined;
  return { site: siteOf(topology), seed, done: done.map(timedWords), at };
}

/** A run that has not begun, with what is to happen in it. */
export function preparedRun(topology: Topology, seed: number, faults: readonly TimedFault[]): KeptRun {
  return { site: siteOf(topology), seed, done: faults.map(timedWords), at: 0 };
}

/** What is to be done again; undefined: it can't be, because the site is another one now. */
export function doneAgain(kept: KeptRun, topology: Topology): readonly TimedFault[] | undefined {
  if (kept.site !== siteOf(topology)) return undefined;
  const done = kept.done.flatMap((line) => {
    const read = parseTimedFault(line, topology);
    return 'timed' in read ? [read.timed] : [];
  });
  return done.length === kept.done.length ? done : undefined;
}

const known = new WeakMap<Topology, string>();

/** A hash of all that a topology says. */
function siteOf(topology: Topology): string {
  const site =
    known.get(topology) ?? createHash('sha256').update(JSON.stringify(topology)).digest('hex').slice(0, 8);
  known.set(topology, site);
  return site;
}
