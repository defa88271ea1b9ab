import type { SimulationEvent } from '../simulator/event.ts';
import type { Fault } from '../simulator/faults/fault.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros, Topology } from '../topology/types.ts';
import type { Fact, News } from './fact.ts';

/** What the requests of one second came to. */
export interface Second {
  readonly started: number;
  readonly answered: number;
  readonly failed: number;
  /** good answers since the start, and the time that they took together */
  readonly answers: WorldView['traffic']['answers'];
  /** writes acknowledged so far */
  readonly acknowledged: number;
  /** what each server behind the balancers answered */
  readonly served: ReadonlyMap<Id, number>;
  /** the reads that each database answered */
  readonly read: ReadonlyMap<Id, number>;
}

export type Mood = 'well' | 'waits' | 'fails';
export type Trouble = Extract<Fact, { kind: 'waits' | 'fails' }>;

/** Who does a kind of work, of several who can. */
export interface Shift {
  /** as long as all was well; undefined: not known yet */
  readonly usual: readonly Id[] | undefined;
  /** whom was spoken of last */
  readonly told: readonly Id[] | undefined;
  /** who do it now, not told yet, and since when */
  readonly coming: { readonly ids: string; readonly since: Micros } | undefined;
}

/** A fault that may still be noticed. */
export interface Pending {
  readonly fault: Fault;
  readonly at: Micros;
  /** requests that had failed or taken long before it */
  readonly troubled: number;
  /** good answers before it: in the time that is remembered, and since the start */
  readonly before: WorldView['traffic']['answers'];
  readonly until: WorldView['traffic']['answers'];
}

/** What the narrator remembers from one second to the next. */
export interface Memory {
  readonly topology: Topology;
  /** faults that are not told of: whoever plays has to find them out */
  readonly untold: ReadonlySet<Fault>;
  readonly seconds: readonly Second[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly mood: Mood;
  /** the mood that shows but was not said yet, since when, for how many seconds, and what it was at first */
  readonly coming: {
    readonly mood: Mood;
    readonly for: number;
    readonly since: Micros;
    readonly first: Trouble | undefined;
    /** the sentence about the writes says it all */
    readonly isCovered: boolean;
  };
  /** what was said of the mood; undefined: nothing, or the sentence about the writes says it */
  readonly said: Trouble | undefined;
  /** what else is to be said in this mood if it lasts, and since when; undefined: nothing is */
  readonly other: { readonly fact: Trouble; readonly since: Micros } | undefined;
  /** the servers behind the balancers, and the databases that are read from */
  readonly serving: Shift;
  readonly reading: Shift;
  readonly writesStopped: boolean;
  readonly twoWriters: number;
  readonly lost: number;
  /** reads of old data so far, when the newest was, and what was told of those that go on */
  readonly stale: {
    readonly count: number;
    readonly last: Micros;
    readonly told: Extract<Fact, { kind: 'stale' }> | undefined;
  };
  readonly slowFor: number;
  readonly isSlow: boolean;
  readonly holders: ReadonlyMap<Id, string>;
  readonly pending: readonly Pending[];
  readonly lastHeard: SimulationEvent | undefined;
  readonly troubled: number;
  /** who is full, avoided or flooded and was told of */
  readonly full: ReadonlySet<Id>;
  readonly avoided: ReadonlySet<Id>;
  /** pairs, as `app-1 db-2`: who has left whom alone, and who was seen to ask again */
  readonly leftAlone: ReadonlySet<string>;
  readonly askedAgain: ReadonlySet<string>;
  readonly flooded: ReadonlySet<Id>;
}

const NOBODY: Shift = { usual: undefined, told: undefined, coming: undefined };

export function freshMemory(topology: Topology, untold: ReadonlySet<Fault> = new Set()): Memory {
  return {
    topology,
    untold,
    seconds: [],
    outcomes: {},
    mood: 'well',
    coming: { mood: 'well', for: 0, since: 0, first: undefined, isCovered: false },
    said: undefined,
    other: undefined,
    serving: NOBODY,
    reading: NOBODY,
    writesStopped: false,
    twoWriters: 0,
    lost: 0,
    stale: { count: 0, last: Number.NEGATIVE_INFINITY, told: undefined },
    slowFor: 0,
    isSlow: false,
    holders: new Map(),
    pending: [],
    lastHeard: undefined,
    troubled: 0,
    full: new Set(),
    avoided: new Set(),
    leftAlone: new Set(),
    askedAgain: new Set(),
    flooded: new Set(),
  };
}

/** One part of the story: what it remembers, and what it says now. */
export type Told = readonly [memory: Memory, news: readonly News[]];
export type Teller = (memory: Memory, view: WorldView) => Told;
