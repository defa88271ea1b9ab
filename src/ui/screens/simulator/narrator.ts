/**
 * Tells what the users notice, second by second: a pure function over successive views, one at each whole second.
 * It looks at what became of their requests, never at which fault was injected.
 */
import type { Fact, Share } from '../../../messages/simulator-users.ts';
import type { WorldView } from '../../../simulator/view.ts';
import type { Id, Topology } from '../../../topology/types.ts';
import { causeOf, queuesAt } from './cause.ts';

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

type Mood = 'well' | 'waits' | 'fails';
type Trouble = Extract<Fact, { kind: 'waits' | 'fails' }>;

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
type Told = readonly [memory: Memory, facts: readonly Fact[]];
type Teller = (memory: Memory, view: WorldView) => Told;

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

// -- writes ----------------------------------------------------------------------------------------------------------

/** Writes of a sure number were sent and none was accepted. */
const SURE = 8;

const tellWrites: Teller = (memory, view) => {
  const share = memory.topology.traffic.writes;
  const { seconds } = memory;
  const now = seconds.at(-1)?.acknowledged ?? 0;
  if (share === 0) return [memory, []];
  let sent = 0;
  let answered = 0;
  let back = 1;
  for (; back < seconds.length && (sent < SURE || back < 3); back++) {
    const second = seconds.at(-back);
    sent += (second?.started ?? 0) * share;
    answered += second?.answered ?? 0;
  }
  const before = seconds.at(-back)?.acknowledged ?? now;
  if (memory.writesStopped) {
    if (now === (seconds.at(-2)?.acknowledged ?? now)) return [memory, []];
    const by = view.components.filter(({ database }) => (database?.writesRate ?? 0) > 0).map(({ id }) => id);
    return [{ ...memory, writesStopped: false }, [{ kind: 'writes-again', by }]];
  }
  // where nothing at all is answered, that is the news
  const isAnswered = answered > 0 && (seconds.at(-1)?.answered ?? 0) > 0;
  const isStopped = sent >= SURE && before === now && now > 0 && isAnswered;
  if (!isStopped) return [memory, []];
  const how = seconds.slice(-2).some(({ failed }) => failed > 0) ? 'fail' : 'wait';
  return [{ ...memory, writesStopped: true }, [{ kind: 'writes-stop', how }]];
};

const tellTwoWriters: Teller = (memory, view) => {
  const by = view.components
    .filter(({ database }) => database?.role === 'primary' && database.writesRate > 0)
    .map(({ id }) => id);
  const twoWriters = by.length > 1 ? memory.twoWriters + 1 : 0;
  return [{ ...memory, twoWriters }, twoWriters === 2 ? [{ kind: 'two-writers', by }] : []];
};

const tellLost: Teller = (memory, { writes: { lost } }) => [
  { ...memory, lost },
  lost > memory.lost ? [{ kind: 'lost', count: lost }] : [],
];

/** Old data is news again after so many seconds without; an ordinary replica is a few milliseconds late. */
const STALE_PAUSE = 15;
const LATE = 100_000;

const tellStale: Teller = (memory, view) => {
  const { stale } = view.reads;
  if (stale === memory.stale.count) return [memory, []];
  const second = view.now / 1_000_000;
  const isNews = second - memory.stale.last > STALE_PAUSE;
  const replicas = view.components.filter(({ database }) => database?.role === 'replica');
  const latest = replicas.toSorted((a, b) => lagOf(b) - lagOf(a))[0];
  if (latest === undefined || lagOf(latest) < LATE) return [memory, []];
  const fact: Fact = { kind: 'stale', replica: latest.id, lag: latest.database?.lag };
  return [{ ...memory, stale: { count: stale, last: second } }, isNews ? [fact] : []];
};

function lagOf({ database }: WorldView['components'][number]): number {
  return database?.lag ?? Number.POSITIVE_INFINITY;
}

// -- the mood of the users -------------------------------------------------------------------------------------------

const FAILS = 0.005;
const WAITS = 0.15;

const tellMood: Teller = (memory, view) => {
  const mood = moodOf(memory, view);
  const coming = { mood, for: mood === memory.coming.mood ? memory.coming.for + 1 : 1 };
  const noted = { ...memory, coming };
  if (mood === 'well')
    return coming.for < (memory.said?.share === 'few' ? 5 : 2) ? [noted, []] : recovered(noted);
  const fact = troubleOf(noted, view, mood);
  if (mood === memory.mood && memory.said !== undefined) return again(noted, memory.said, fact);
  if (coming.for < patienceFor(mood, memory, fact)) return [noted, []];
  return [{ ...noted, mood, said: fact, others: 0 }, fact === undefined ? [] : [fact]];
};

/**
 * For how many seconds a trouble must show before it is told. Its first second may have begun in its middle, so that
 * the share misleads; where requests wait, two seconds are looked at in any case.
 */
function patienceFor(mood: Mood, before: Memory, fact: Trouble | undefined): number {
  if (mood === 'waits') return 1;
  return before.mood === 'waits' && !isRare(fact) ? 1 : 2;
}

/** In the same mood it is news, once it has settled, how many are hit, or that a balancer is wrong about another. */
function again(memory: Memory, said: Trouble, fact: Trouble | undefined): Told {
  if (fact === undefined || !isOther(fact, said)) return [{ ...memory, others: 0 }, []];
  if (memory.others === 0) return [{ ...memory, others: 1 }, []];
  return [{ ...memory, said: fact, others: 0 }, [fact]];
}

function isOther(fact: Trouble, said: Trouble): boolean {
  if ((fact.share === 'all') !== (said.share === 'all') || isRare(fact) !== isRare(said)) return true;
  const isStrong = fact.cause?.kind === 'believes' || fact.cause?.kind === 'no-server';
  return isStrong && JSON.stringify(fact.cause) !== JSON.stringify(said.cause);
}

function isRare(trouble: Trouble | undefined): boolean {
  return trouble !== undefined && ['few', 'some', 10, 5, 4].includes(trouble.share);
}

function moodOf({ seconds, mood }: Memory, view: WorldView): Mood {
  const last = seconds.at(-1);
  const decided = (last?.answered ?? 0) + (last?.failed ?? 0);
  const [older = NOTHING, newer = NOTHING] = view.seconds.slice(-2);
  const isFailing = last !== undefined && last.failed > decided * FAILS;
  // what fails may be left over from before, while everything new is answered
  if (isFailing && [older, newer].some((second) => second.failed > 0 || waitingShare(second) >= WAITS)) {
    return 'fails';
  }
  if (waitingShare(older) >= WAITS && waitingShare(newer) >= WAITS) return 'waits';
  return waitingShare(older) < WAITS && decided > 0 ? 'well' : mood;
}

function waitingShare({ total, unfinished }: WorldView['seconds'][number]): number {
  return unfinished < 3 ? 0 : unfinished / total;
}

const NOTHING = { t: 0, total: 0, ok: 0, failed: 0, unfinished: 0 };

function troubleOf(memory: Memory, view: WorldView, mood: 'waits' | 'fails'): Trouble | undefined {
  const cause = causeOf(view);
  if (mood === 'waits') {
    return { kind: 'waits', share: shareWord(waitingShare(view.seconds.at(-1) ?? NOTHING)), cause };
  }
  const recent = memory.seconds.slice(-(enough(memory) ? 1 : 3));
  const failed = sum(recent.map((second) => second.failed));
  const share = failed / Math.max(1, failed + sum(recent.map((second) => second.answered)));
  // the sentence about the writes has said it
  if (memory.writesStopped && share < memory.topology.traffic.writes * 2 + 0.05) return undefined;
  return { kind: 'fails', share: shareWord(share), cause, outcome: commonOutcome(memory, view) };
}

function enough({ seconds }: Memory): boolean {
  const last = seconds.at(-1);
  return last !== undefined && last.answered + last.failed >= 30;
}

/** How most of what failed in this second ended. */
function commonOutcome({ outcomes }: Memory, view: WorldView): string {
  const fresh = Object.entries(view.traffic.byOutcome)
    .filter(([outcome]) => !/^[1-3]\d\d$/.test(outcome))
    .map(([outcome, count]) => [outcome, count - (outcomes[outcome] ?? 0)] as const);
  return fresh.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function recovered(memory: Memory): Told {
  if (memory.mood === 'well') return [memory, []];
  const well = { ...memory, mood: 'well' as const, said: undefined, isSlow: false };
  if (memory.said === undefined) return [well, []];
  const serving = servingNow(memory);
  const isUsual = serving === undefined || serving.join() === memory.usual?.join();
  const leftOver = (memory.seconds.at(-1)?.failed ?? 0) > 0;
  const fact: Fact = { kind: 'answered', leftOver, by: isUsual ? undefined : serving };
  return [{ ...well, serving: serving ?? memory.serving }, [fact]];
}

const NTHS: readonly (readonly [above: number, share: Share])[] = [
  [0.97, 'all'],
  [0.6, 'most'],
  [0.4, 2],
  [0.28, 3],
  [0.22, 4],
  [0.17, 5],
  [0.13, 'some'],
  [0.07, 10],
];

/** `every second`, from a share that is not exact. */
export function shareWord(share: number): Share {
  return NTHS.find(([above]) => share >= above)?.[1] ?? 'few';
}

// -- who answers -----------------------------------------------------------------------------------------------------

/** The servers that answered of late; undefined before there is enough to go by. */
function servingNow({ seconds }: Memory): readonly Id[] | undefined {
  const counts = new Map<Id, number>();
  let all = 0;
  for (const { served } of seconds.slice(-10).toReversed()) {
    for (const [id, count] of served) {
      counts.set(id, (counts.get(id) ?? 0) + count);
      all += count;
    }
    if (all >= 30) break;
  }
  if (all < 30) return undefined;
  return [...counts].filter(([, count]) => count > 0).map(([id]) => id);
}

const tellServing: Teller = (memory) => {
  if (memory.mood !== 'well' || memory.coming.mood !== 'well') return [memory, []];
  const serving = servingNow(memory);
  if (serving === undefined) return [memory, []];
  if (memory.usual === undefined) return [{ ...memory, usual: serving, serving }, []];
  const words = serving.join();
  if (words === memory.serving?.join()) return [{ ...memory, comingServing: '' }, []];
  if (words !== memory.comingServing) return [{ ...memory, comingServing: words }, []];
  return [{ ...memory, serving, comingServing: '' }, [{ kind: 'answers', by: serving }]];
};

// -- waiting, by Little's law ----------------------------------------------------------------------------------------

const SLOW = 0.3;

const tellSlow: Teller = (memory, view) => {
  const { waiting } = view.traffic;
  const { started = 0, failed = 0 } = memory.seconds.at(-1) ?? {};
  // what is left over from a trouble still waits
  if (memory.mood !== 'well' || memory.coming.mood !== 'well' || started === 0 || failed > 0) {
    return [{ ...memory, slowFor: 0 }, []];
  }
  // what is inside, over what comes in a second, is how long one stays
  const takes = waiting / started;
  const slowFor = takes > SLOW && waiting > 5 ? memory.slowFor + 1 : 0;
  if (!memory.isSlow && slowFor >= 2) {
    const rounded = Math.round(takes * 10) * 100_000;
    return [{ ...memory, slowFor, isSlow: true }, [{ kind: 'slow', takes: rounded, at: queuesAt(view) }]];
  }
  if (memory.isSlow && takes < SLOW / 2) return [{ ...memory, slowFor, isSlow: false }, [{ kind: 'quick' }]];
  return [{ ...memory, slowFor }, []];
};

// -- virtual addresses -----------------------------------------------------------------------------------------------

const tellAddresses: Teller = (memory, view) => {
  const held = new Map<Id, Id[]>();
  for (const { id, vrrp } of view.components) {
    if (vrrp === undefined) continue;
    const holders = held.get(vrrp.vip) ?? [];
    held.set(vrrp.vip, vrrp.holds ? [...holders, id] : holders);
  }
  const facts: Fact[] = [];
  for (const [vip, holders] of held) {
    const before = memory.holders.get(vip)?.split(' ').filter(Boolean).length ?? 1;
    if (holders.length !== before) facts.push({ kind: 'vip', vip, holders });
  }
  return [{ ...memory, holders: new Map([...held].map(([vip, ids]) => [vip, ids.join(' ')])) }, facts];
};

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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
