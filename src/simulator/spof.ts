import { hostPairs } from '../topology/pairs.ts';
import type { Id, Micros, Topology } from '../topology/types.ts';
import { advanceWithin, type Excess, excessAhead, FAILURE, OverBudgetError } from './budget.ts';
import { faultOf } from './faults/fault.ts';
import type { FunctionName } from './function-name.ts';
import { RequestCounts } from './request-counts.ts';
import { Simulation } from './simulation.ts';

const SECOND = 1_000_000;
/** the site runs well for so long before something fails */
const FAULT_AT = 10;
const UNREPAIRED = 120;
const END = FAULT_AT + UNREPAIRED;
const JUDGED = 30;
/** runs that have to agree on what a failure does; where they differ there are more */
const AGREEING = 3;
const MOST_RUNS = 5;
const STOPPED = 0;
const HEALTHY = 0.99;
/** a second is disturbed when more than this share of its requests failed, or took a second and more that took less before */
const DISTURBED = 0.1;

const FUNCTIONS: readonly FunctionName[] = ['reads', 'writes'];

export type How = 'kill' | 'pause' | 'power-off' | 'partition';

export interface SpofReport {
  topology: string;
  spofs: { component: string; how: How; stops: FunctionName[] }[];
  /** what fails in part, and what is answered late in part, for as long as it lasts */
  degrades: { component: string; how: How; degrades: FunctionName[]; waits: FunctionName[] }[];
  /** until when requests fail, until when they wait, and the later of both */
  survives: {
    component: string;
    how: How;
    recovers_after_s: number;
    fails_for_s: number;
    waits_for_s: number;
  }[];
}

/** One part of a site that fails, in one way. Plain data, so that a worker thread can be handed it. */
export interface Failure {
  /** a component, a host, or the two ends of a link */
  readonly component: string;
  readonly how: How;
  readonly targets: readonly Id[];
}

/** What a failure did, with the worst of the seeds. */
export interface FailureOutcome {
  /** share of good answers in the last 30 s, 0 to 1; 1 when nobody asked */
  readonly success: Readonly<Record<FunctionName, number>>;
  /** share of late answers in the last 30 s beyond those before the fault, 0 to 1 */
  readonly late: Readonly<Record<FunctionName, number>>;
  /** seconds from the fault to the end of the last second that was disturbed because requests failed, or were late */
  readonly failsFor: number;
  readonly waitsFor: number;
}

/** Every process dies and hangs, every host loses its power, every link between two hosts is cut: one at a time. */
export function failuresOf(topology: Topology): Failure[] {
  const ofProcess = (how: How) =>
    topology.components.map(({ id }): Failure => ({ component: id, how, targets: [id] }));
  const hosts = topology.hosts.map(({ id }): Failure => ({ component: id, how: 'power-off', targets: [id] }));
  const links = hostPairs(topology).map(
    ([a, b]): Failure => ({ component: `${a} ${b}`, how: 'partition', targets: [a, b] }),
  );
  return [...ofProcess('kill'), ...ofProcess('pause'), ...hosts, ...links];
}

/** What every one of the runs would surely cost too much, before one is begun. */
export function excessOfSpof(topology: Topology): Excess | undefined {
  return excessAhead(topology, END * SECOND, FAILURE);
}

/**
 * Lets one part fail in the simulator, unrepaired for 120 s, with three seeds, and with five where those don't agree on
 * what becomes of reads and writes; what counts is the worst of them.
 *
 * @throws OverBudgetError when a run costs more than it may
 */
export function failOnce(topology: Topology, failure: Failure): FailureOutcome {
  const outcomes: FailureOutcome[] = [];
  while (outcomes.length < MOST_RUNS) {
    const outcome = outcomeOf(topology, failure, outcomes.length + 1);
    outcomes.push(outcome);
    // nothing is worse than a site that answers nobody
    if (FUNCTIONS.every((name) => becomes(outcome, name) === 'stops')) break;
    if (outcomes.length >= AGREEING && agree(outcomes)) break;
  }
  return {
    success: {
      reads: Math.min(...outcomes.map(({ success }) => success.reads)),
      writes: Math.min(...outcomes.map(({ success }) => success.writes)),
    },
    late: {
      reads: Math.max(...outcomes.map(({ late }) => late.reads)),
      writes: Math.max(...outcomes.map(({ late }) => late.writes)),
    },
    failsFor: Math.max(...outcomes.map(({ failsFor }) => failsFor)),
    waitsFor: Math.max(...outcomes.map(({ waitsFor }) => waitsFor)),
  };
}

/** What a failure does to reads or to writes. */
function becomes(
  { success, late }: FailureOutcome,
  name: FunctionName,
): 'stops' | 'degrades' | 'waits' | 'survives' {
  if (success[name] <= STOPPED) return 'stops';
  if (success[name] < HEALTHY) return 'degrades';
  return late[name] > DISTURBED ? 'waits' : 'survives';
}

function agree([first, ...others]: readonly FailureOutcome[]): boolean {
  return FUNCTIONS.every((name) =>
    others.every((other) => first !== undefined && becomes(other, name) === becomes(first, name)),
  );
}

function outcomeOf(topology: Topology, { how, targets }: Failure, seed: number): FailureOutcome {
  const ahead = excessOfSpof(topology);
  if (ahead !== undefined) throw new OverBudgetError(ahead);
  const simulation = new Simulation(topology, { seed });
  const counts = new RequestCounts(() => simulation.now);
  simulation.watch(counts);
  simulation.schedule({ at: FAULT_AT * SECOND, fault: faultOf(how, targets) });
  advance(simulation, END * SECOND);
  // whoever came before the end is waited for: at most as long as users wait
  for (let waited = 1; counts.undecidedBefore(END) > 0; waited++) {
    if (waited * SECOND > topology.traffic.timeout + SECOND) break;
    advance(simulation, (END + waited) * SECOND);
  }
  return {
    success: { reads: successOf(counts, 'reads'), writes: successOf(counts, 'writes') },
    late: { reads: lateOf(counts, 'reads'), writes: lateOf(counts, 'writes') },
    failsFor: Math.max(...FUNCTIONS.map((name) => lastDisturbed((second) => failing(counts, name, second)))),
    waitsFor: Math.max(
      ...FUNCTIONS.map((name) => {
        const usual = lateIn(counts, name, 0, FAULT_AT);
        return lastDisturbed((second) => lateIn(counts, name, second, second + 1) - usual);
      }),
    ),
  };
}

function advance(simulation: Simulation, to: Micros): void {
  const excess = advanceWithin(simulation, to, FAILURE);
  if (excess !== undefined) throw new OverBudgetError(excess);
}

function successOf(counts: RequestCounts, name: FunctionName): number {
  let asked = 0;
  let ok = 0;
  for (let second = END - JUDGED; second < END; second++) {
    asked += counts.asked(name, second);
    ok += counts.ok(name, second);
  }
  return asked === 0 ? 1 : ok / asked;
}

/** The share of late answers at the end that were not late before the fault. */
function lateOf(counts: RequestCounts, name: FunctionName): number {
  return Math.max(0, lateIn(counts, name, END - JUDGED, END) - lateIn(counts, name, 0, FAULT_AT));
}

/** The share of all that was asked that went well, but late, from one second up to another. */
function lateIn(counts: RequestCounts, name: FunctionName, from: number, to: number): number {
  let asked = 0;
  let late = 0;
  for (let second = from; second < to; second++) {
    asked += counts.asked(name, second);
    late += counts.late(name, second);
  }
  return asked === 0 ? 0 : late / asked;
}

function failing(counts: RequestCounts, name: FunctionName, second: number): number {
  const asked = counts.asked(name, second);
  return asked === 0 ? 0 : (asked - counts.ok(name, second)) / asked;
}

/** Seconds from the fault to the end of the last second in which more than a tenth was hit. */
function lastDisturbed(shareIn: (second: number) => number): number {
  for (let second = END - 1; second >= FAULT_AT; second--) {
    if (shareIn(second) > DISTURBED) return second + 1 - FAULT_AT;
  }
  return 0;
}

/** What the failures of a topology did, sorted into what stops it, what makes it worse, and what it survives. */
export function spofReport(
  topology: Topology,
  failures: readonly Failure[],
  outcomes: readonly FailureOutcome[],
): SpofReport {
  const result: SpofReport = { topology: topology.id, spofs: [], degrades: [], survives: [] };
  for (const [index, { component, how }] of failures.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) continue;
    const { failsFor, waitsFor } = outcome;
    const stops = FUNCTIONS.filter((name) => becomes(outcome, name) === 'stops');
    const degrades = FUNCTIONS.filter((name) => becomes(outcome, name) === 'degrades');
    const waits = FUNCTIONS.filter((name) => !stops.includes(name) && outcome.late[name] > DISTURBED);
    const isWorse = degrades.length + waits.length > 0;
    if (stops.length > 0) result.spofs.push({ component, how, stops });
    if (isWorse) result.degrades.push({ component, how, degrades, waits });
    if (stops.length > 0 || isWorse) continue;
    const recovers = {
      recovers_after_s: Math.max(failsFor, waitsFor),
      fails_for_s: failsFor,
      waits_for_s: waitsFor,
    };
    result.survives.push({ component, how, ...recovers });
  }
  return result;
}

/** The whole search in this thread: see `workers/` for one that uses every core. */
export function findSpofs(topology: Topology): SpofReport {
  const failures = failuresOf(topology);
  return spofReport(
    topology,
    failures,
    failures.map((failure) => failOnce(topology, failure)),
  );
}

/** With so few users a death is judged in a moment; a site that answers nobody answers none of them. */
const FEW_USERS = 10;

/**
 * The components whose death alone stops reads or writes, in the order of the file: what `spof` finds of kills, asked
 * with one seed, ten requests a second and as many writes as reads, so that somebody can wait for it. None when a run
 * would cost more than it may.
 */
export function stoppedByKill(topology: Topology, name: FunctionName): readonly Id[] {
  const { rate, writes } = topology.traffic;
  const mixed = writes > 0 && writes < 1 ? 0.5 : writes;
  const traffic = { ...topology.traffic, rate: Math.min(rate, FEW_USERS), writes: mixed };
  const few = { ...topology, traffic };
  try {
    return topology.components
      .map(({ id }) => id)
      .filter(
        (id) => outcomeOf(few, { component: id, how: 'kill', targets: [id] }, 1).success[name] <= STOPPED,
      );
  } catch (error) {
    if (error instanceof OverBudgetError) return [];
    throw error;
  }
}
