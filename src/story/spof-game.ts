/** A game: whoever plays marks what alone stops the site, then every part fails in turn, and tells who was right. */

import { faultOf } from '../simulator/faults/fault.ts';
import type { FunctionName } from '../simulator/function-name.ts';
import {
  type Failure,
  type FailureOutcome,
  failuresOf,
  type How,
  type SpofReport,
  spofReport,
} from '../simulator/spof.ts';
import type { Id, Topology } from '../topology/types.ts';
import type { Fact } from './fact.ts';
import type { StoryLine } from './story.ts';
import { ToldRun } from './told-run.ts';

/** What can be marked: components and hosts. Links fail as well, and are told at the end. */
export function boxesOf({ components, hosts }: Topology): readonly Id[] {
  return [...components.map(({ id }) => id), ...hosts.map(({ id }) => id)];
}

/** What one box came to. */
export interface BoxVerdict {
  readonly box: Id;
  readonly marked: boolean;
  /** the way of failing that hurts most */
  readonly how: How;
  /** what stops then; none: the box is no single point of failure */
  readonly stops: readonly FunctionName[];
  /** what fails in part, as long as it lasts */
  readonly degrades: readonly FunctionName[];
}

export interface Score {
  /** boxes that stop the site and were marked */
  readonly found: readonly Id[];
  readonly missed: readonly Id[];
  /** boxes that were marked and stop nothing */
  readonly wrong: readonly Id[];
}

/** The worst that was seen of each box so far; undefined where none of its failures was tried yet. */
export function verdictsOf(
  topology: Topology,
  marked: ReadonlySet<Id>,
  outcomes: readonly (FailureOutcome | undefined)[],
): ReadonlyMap<Id, BoxVerdict> {
  const failures = failuresOf(topology);
  const tried = failures.filter((_, index) => outcomes[index] !== undefined);
  const known = outcomes.flatMap((outcome) => outcome ?? []);
  const report = spofReport(topology, tried, known);
  return new Map(
    boxesOf(topology).flatMap((box): [Id, BoxVerdict][] => {
      const own = tried
        .filter(({ component }) => component === box)
        .map(({ how }) => verdictOf(box, how, report));
      const [worst] = own.toSorted((a, b) => weightOf(b) - weightOf(a));
      return worst === undefined ? [] : [[box, { ...worst, marked: marked.has(box) }]];
    }),
  );
}

function verdictOf(box: Id, how: How, { spofs, degrades }: SpofReport): Omit<BoxVerdict, 'marked'> {
  const isIt = (each: { component: string; how: How }) => each.component === box && each.how === how;
  return { box, how, stops: spofs.find(isIt)?.stops ?? [], degrades: degrades.find(isIt)?.degrades ?? [] };
}

function weightOf({ stops, degrades }: Omit<BoxVerdict, 'marked'>): number {
  return stops.length * 10 + degrades.length;
}

/** The links whose cut alone stops something. */
export function linksThatStop(
  topology: Topology,
  outcomes: readonly (FailureOutcome | undefined)[],
): SpofReport['spofs'] {
  const failures = failuresOf(topology);
  const known = failures.flatMap((failure, index): [Failure, FailureOutcome][] => {
    const outcome = outcomes[index];
    return outcome === undefined || failure.how !== 'partition' ? [] : [[failure, outcome]];
  });
  return spofReport(
    topology,
    known.map(([failure]) => failure),
    known.map(([, outcome]) => outcome),
  ).spofs;
}

export function scoreOf(verdicts: Iterable<BoxVerdict>): Score {
  const all = [...verdicts];
  const ids = (is: (verdict: BoxVerdict) => boolean) => all.filter(is).map(({ box }) => box);
  return {
    found: ids(({ marked, stops }) => marked && stops.length > 0),
    missed: ids(({ marked, stops }) => !marked && stops.length > 0),
    wrong: ids(({ marked, stops }) => marked && stops.length === 0),
  };
}

const SECOND = 1_000_000;
const FAULT_AT = 5;
/** long enough for checks, elections and timeouts */
const TOLD = 30;
/** a few users are enough to tell why */
const FEW = 20;

/**
 * Why, in the story's own words: the trouble that lasts, or thanks to whom there is none. Takes a run of half a minute.
 * Undefined where nothing was told.
 */
export function whyOfBox(
  topology: Topology,
  { box, how, stops, degrades }: BoxVerdict,
): StoryLine | undefined {
  const traffic = { ...topology.traffic, rate: Math.min(topology.traffic.rate, FEW) };
  const faults = [{ at: FAULT_AT * SECOND, fault: faultOf(how, [box]) }];
  const run = new ToldRun({ topology: { ...topology, traffic }, seed: 1, faults });
  run.advance(TOLD * SECOND);
  const kinds = stops.length + degrades.length > 0 ? TROUBLE : CALM;
  const told = run.lines.findLast(({ of }) => of.fact !== undefined && kinds.has(of.fact.kind));
  return told ?? run.lines.findLast(({ of }) => of.fact !== undefined);
}

const TROUBLE: ReadonlySet<Fact['kind']> = new Set(['fails', 'waits', 'writes-stop', 'slow', 'stale']);
const CALM: ReadonlySet<Fact['kind']> = new Set(['unnoticed', 'answered', 'writes-again']);
