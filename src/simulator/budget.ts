/**
 * What a run may cost, in events of the engine and in memory, and what to lower when it costs more. A topology may ask
 * for a million users who think for a millisecond: whoever runs one holds it to a budget.
 */
import type { Micros, Topology } from '../topology/types.ts';
import type { TimedFault } from './faults/fault.ts';
import { heldMemory, memoryLimit } from './held-memory.ts';

export interface Budget {
  /** events of the engine, from the start of the run */
  readonly events: number;
  /** bytes that the program may hold more than before the run, whatever the machine has */
  readonly memory: number;
}

const MB = 1_048_576;
/** Beyond this share of what the engine may hold, the program is in danger of being ended. */
const MOST_OF_ALL = 0.75;

/** A person waits for it, sees how far it is, and can stop it. */
export const COMMAND: Budget = { events: 5_000_000_000, memory: Number.POSITIVE_INFINITY };
/** One of the hundreds of runs in which `spof` lets a part fail. */
export const FAILURE: Budget = { events: 5_000_000, memory: 256 * MB };
/** One of the runs of a proof, or what one line in plain mode asks for. */
export const SINGLE: Budget = { events: 10_000_000, memory: 256 * MB };
/** A run on the screen has no end: what one frame may cost is the screen's affair. */
export const LIVE: Budget = { events: Number.POSITIVE_INFINITY, memory: 512 * MB };

/** What would help most. */
export type Lever = 'rate' | 'clients' | 'spike' | 'attack' | 'intervals' | 'length';

/** What a run costs too much, and where it was stopped. Plain data, so that it can cross threads. */
export interface Excess {
  readonly of: 'events' | 'memory';
  /** the budget: events or bytes */
  readonly most: number;
  /** simulated time at which it was stopped; undefined: it was not begun, since it would surely cost more */
  readonly at: Micros | undefined;
  readonly lever: Lever;
  readonly traffic: Pick<Topology['traffic'], 'rate' | 'clients' | 'think'>;
}

/** What a run tells of what it has cost. */
export interface Costly {
  readonly topology: Topology;
  readonly now: Micros;
  readonly eventsFired: number;
  readonly requestsStarted: number;
  readonly script: readonly TimedFault[];
}

/** Requests a second that nobody calls few. */
const MANY = 2_000;
/** A user comes, which is an event; and now and then fewer come than on average. */
const LEAST_EVENTS_A_REQUEST = 0.9;

/** What a run of this length would surely cost too much, before it is begun. */
export function excessAhead(topology: Topology, span: Micros, budget: Budget): Excess | undefined {
  const { loop, rate, clients, think, timeout } = topology.traffic;
  // a client of the closed loop comes again as soon as it has thought, and lost its patience at the latest
  const requests = loop === 'open' ? rate * (span / 1_000_000) : clients * (span / (think + timeout));
  if (requests * LEAST_EVENTS_A_REQUEST <= budget.events) return undefined;
  const lever = loop === 'closed' ? 'clients' : rate <= MANY ? 'length' : 'rate';
  return { of: 'events', most: budget.events, at: undefined, lever, traffic: topology.traffic };
}

/**
 * What a run has cost too much so far; undefined while it is within its budget.
 *
 * @param before bytes that were held before the run
 * @param held bytes that are held now
 */
export function excessOf(
  run: Costly,
  budget: Budget,
  before: number,
  held = heldMemory(),
): Excess | undefined {
  const memory = Math.min(before + budget.memory, MOST_OF_ALL * memoryLimit());
  const of = held > memory ? 'memory' : run.eventsFired >= budget.events ? 'events' : undefined;
  if (of === undefined) return undefined;
  const most = of === 'memory' ? Math.max(0, memory - before) : budget.events;
  return { of, most, at: run.now, lever: leverOf(run), traffic: run.topology.traffic };
}

/** More events a request than the longest way through a site takes: something else makes them. */
const NOT_FROM_REQUESTS = 500;

function leverOf({ topology, now, eventsFired, requestsStarted, script }: Costly): Lever {
  const happened = script.filter(({ at }) => at <= now).map(({ fault }) => fault.verb);
  if (eventsFired > requestsStarted * NOT_FROM_REQUESTS) {
    return happened.includes('attack') ? 'attack' : 'intervals';
  }
  if (requestsStarted * 1_000_000 <= MANY * now) return 'length';
  if (topology.traffic.loop === 'closed') return 'clients';
  return topology.traffic.rate <= MANY && happened.includes('spike') ? 'spike' : 'rate';
}

/** Events between two looks at the memory: a look costs microseconds, so many events hold some 10 MB. */
export const BETWEEN_LOOKS = 50_000;

/** Lets time pass until `to`, as long as the budget lasts. */
export function advanceWithin(
  run: Costly & { advance(to: Micros, mostEvents: number): void },
  to: Micros,
  budget: Budget,
  held: () => number = heldMemory,
): Excess | undefined {
  const before = held();
  while (run.now < to) {
    run.advance(to, Math.max(1, Math.min(BETWEEN_LOOKS, budget.events - run.eventsFired)));
    const excess = run.now < to ? excessOf(run, budget, before, held()) : undefined;
    if (excess !== undefined) return excess;
  }
}

/** A run that was stopped, for whoever can do nothing without its end. */
export class OverBudgetError extends Error {
  readonly excess: Excess;

  constructor(excess: Excess) {
    super('a run cost more than it may');
    this.excess = excess;
  }
}
