/**
 * Tells what the users notice, second by second: a pure function over successive views, one at each whole second.
 * It looks at what became of their requests, never at which fault was injected.
 */

import type { WorldView } from '../simulator/view.ts';
import type { Id, Topology } from '../topology/types.ts';
import type { Fact } from './fact.ts';
import { tellLost, tellStale, tellTwoWriters, tellWrites } from './tell-data.ts';
import { tellMood } from './tell-mood.ts';
import { tellAddresses, tellServing, tellSlow } from './tell-serving.ts';

/** What the requests of one second came to. */
interface Second {
  readonly started: number;
  readonly answered: number;
  readonly failed: number;
  /** writes acknowledged so far */
  readonly acknowledged: number;
  /** what each server behind the balancers answered */
  readonly served: ReadonlyMap<Id, number>;
}

export type Mood = 'well' | 'waits' | 'fails';
export type Trouble = Extract<Fact, { kind: 'waits' | 'fails' }>;

/** What the narrator remembers from one second to the next. */
export interface Memory {
  readonly topology: Topology;
  readonly seconds: readonly Second[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly mood: Mood;
  /** the mood that shows but was not said yet, and for how many seconds it has shown */
  readonly coming: { readonly mood: Mood; readonly for: number };
  /** what was said of the mood; undefined: nothing, or the sentence about the writes says it */
  readonly said: Trouble | undefined;
  /** for how many seconds something else was to be said in this mood */
  readonly others: number;
  /** the servers that answered as long as all was well, and the ones last spoken of */
  readonly usual: readonly Id[] | undefined;
  readonly serving: readonly Id[] | undefined;
  readonly comingServing: string;
  readonly writesStopped: boolean;
  readonly twoWriters: number;
  readonly lost: number;
  readonly stale: { readonly count: number; readonly last: number };
  readonly slowFor: number;
  readonly isSlow: boolean;
  readonly holders: ReadonlyMap<Id, string>;
}

export function freshMemory(topology: Topology): Memory {
  return {
    topology,
    seconds: [],
    outcomes: {},
    mood: 'well',
    coming: { mood: 'well', for: 0 },
    said: undefined,
    others: 0,
    usual: undefined,
    serving: undefined,
    comingServing: '',
    writesStopped: false,
    twoWriters: 0,
    lost: 0,
    stale: { count: 0, last: Number.NEGATIVE_INFINITY },
    slowFor: 0,
    isSlow: false,
    holders: new Map(),
  };
}

/** Seconds of the past that a judgement may rest on. */
const LONGEST = 30;

/** One part of the story: what it remembers, and what it says now. */
export type Told = readonly [memory: Memory, facts: readonly Fact[]];
export type Teller = (memory: Memory, view: WorldView) => Told;

/** The next second: what is remembered now, and what is to be said. */
export function narrate(before: Memory, view: WorldView): Told {
  const noted = { ...before, seconds: [...before.seconds, secondOf(before, view)].slice(-LONGEST) };
  let memory: Memory = noted;
  const facts: Fact[] = [];
  for (const teller of TELLERS) {
    const [after, said] = teller(memory, view);
    memory = after;
    facts.push(...said);
  }
  return [{ ...memory, outcomes: view.traffic.byOutcome }, facts];
}

function secondOf({ topology }: Memory, view: WorldView): Second {
  const servers = new Set(
    topology.components.flatMap((each) =>
      each.kind === 'load-balancer' ? each.servers.map(({ id }) => id) : [],
    ),
  );
  return {
    started: view.seconds.at(-1)?.total ?? 0,
    answered: view.traffic.answered,
    failed: view.traffic.failed,
    acknowledged: view.writes.acknowledged,
    served: new Map(
      view.components
        .filter(({ id }) => servers.has(id))
        .map(({ id, rate, failedRate }) => [id, Math.max(0, rate - failedRate)]),
    ),
  };
}

const TELLERS: readonly Teller[] = [
  tellWrites,
  tellTwoWriters,
  tellMood,
  tellServing,
  tellSlow,
  tellLost,
  tellStale,
  tellAddresses,
];
