/** Whether requests are answered, wait or fail, which part of them, and why. */
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros } from '../topology/types.ts';
import { begunBy, causesOf, startOf } from './cause.ts';
import { covers, placeOf } from './cause-places.ts';
import type { Cause, Fact, News, Share } from './fact.ts';
import type { Memory, Mood, Teller, Told, Trouble } from './memory.ts';
import { changedAt, faultAfter, SOON, snapped } from './moments.ts';
import { moodOf, waitingShare } from './mood.ts';
import { isRare, shareOf, shareWord } from './share.ts';
import { isLeftOver, newPart } from './spots.ts';
import { doneBy } from './who-works.ts';

const SECOND: Micros = 1_000_000;

export const tellMood: Teller = (memory, view) => {
  const mood = moodOf(memory, view);
  const fact = mood === 'well' ? undefined : troubleOf(memory, view, mood);
  const coming = comingNow(memory.coming, view, mood, fact);
  const noted = { ...memory, coming };
  if (mood === 'well') {
    return coming.for < quietFor(memory) ? [noted, []] : recovered(noted, view);
  }
  if (fact === undefined) return memory.said === undefined ? [noted, []] : onlyWrites(noted);
  if (mood === memory.mood && memory.said !== undefined) return again(noted, memory.said, fact, view);
  if (coming.for < patienceFor(mood, memory, fact)) return [noted, []];
  return begun({ ...noted, mood, other: undefined }, fact, view);
};

/** The mood that shows, and since when: with what only the writes feel beside what all do. */
function comingNow(
  coming: Memory['coming'],
  view: WorldView,
  mood: Mood,
  first: Trouble | undefined,
): Memory['coming'] {
  const isCovered = mood !== 'well' && first === undefined;
  if (mood === coming.mood && isCovered === coming.isCovered) return { ...coming, for: coming.for + 1 };
  return { mood, for: 1, since: beginningOf(mood, view), first, isCovered };
}

/** When the first request was hit that this mood is about. */
function beginningOf(mood: Mood, view: WorldView): Micros {
  const times = view.trouble.flatMap(({ waitingSince, failedSince }) => {
    const time = mood === 'waits' ? waitingSince : failedSince;
    return time === undefined ? [] : [time];
  });
  const first = Math.min(view.now - (times.length === 0 ? SECOND : 0), ...times);
  // what fails is decided after what it comes from; what waits was on its way before
  return mood === 'fails' ? first : snapped(first, view);
}

/**
 * When as large a part of the requests began to wait as do now: often with the first of them, and later where the queue
 * had to grow. A second in which the first one began counts from there on.
 */
function waitedSince(fact: Trouble, since: Micros, view: WorldView): Micros {
  const enough = shareOf(fact.share) / 2;
  const began = view.seconds.findLast(({ t }, i) => {
    const second = view.seconds[i];
    const part = Math.min(1, t + 1 - since / SECOND);
    return second !== undefined && waitingShare(second) < enough * Math.max(0, part);
  });
  return began === undefined ? since : Math.max(since, (began.t + 1) * SECOND);
}

/**
 * For how many seconds a trouble must show before it is told. Its first second may have begun in its middle, so that
 * the share misleads; where requests wait, two seconds are looked at in any case.
 */
function patienceFor(mood: Mood, before: Memory, fact: Trouble | undefined): number {
  // between failing and waiting a full queue goes to and fro
  if (mood === 'waits') return before.mood === 'fails' && before.said !== undefined ? 4 : 1;
  return before.mood === 'waits' && !isRare(fact?.share) ? 1 : 2;
}

/** For how many seconds all must be well before that is told: long enough for several of the rare ones to have failed. */
function quietFor({ said, seconds }: Memory): number {
  if (said === undefined || !isRare(said.share)) return 2;
  const hit = shareOf(said.share) * (seconds.at(-1)?.started ?? 0);
  return Math.min(20, Math.max(5, Math.ceil(8 / Math.max(1, hit))));
}

/** A trouble is told as it was when it began: what has come on top since then is told next, with its own time. */
function begun(memory: Memory, fact: Trouble, view: WorldView): Told {
  const { first } = memory.coming;
  const since = fact.kind === 'waits' ? waitedSince(fact, memory.coming.since, view) : memory.coming.since;
  const next = nextAfter(since, fact, view);
  if (next === undefined) {
    // who was gone for a moment may be left alone by now, which comes of it
    const isAftermath = first !== undefined && first.causes.length > 0 && fact.causes.every(isAvoiding);
    const said = isAftermath ? { ...fact, causes: first.causes } : fact;
    return [{ ...memory, said }, [{ fact: said, at: since }]];
  }
  // those who fail at first are some of those who waited
  const atFirst = memory.said?.kind === 'waits' ? memory.said.share : first?.share;
  const share = (fact.kind === 'waits' ? waitingShareAt(since, next, view) : atFirst) ?? fact.share;
  const atOnce = begunBy(since, first?.causes ?? [], view);
  const causes = [atOnce, begunBy(since, fact.causes, view), memory.said?.causes ?? [], fact.causes].find(
    (some) => some.length > 0,
  );
  const said = { ...fact, share, causes: causes ?? [] };
  return [{ ...memory, said, other: { fact, since: next } }, [{ fact: said, at: since }]];
}

/** When it changed since it began: with the next fault, or with what brought the cause that shows now. */
function nextAfter(since: Micros, { causes }: Trouble, view: WorldView): Micros | undefined {
  const starts = causes.flatMap((cause) => startOf(cause, view) ?? []);
  return faultAfter(since, view) ?? starts.find((start) => start > since + SOON);
}

/** Of all who had to wait or failed only those who write still do, and of them it was told. */
function onlyWrites(memory: Memory): Told {
  if (memory.coming.for < 2) return [memory, []];
  const news: News = { fact: { kind: 'only-writes' }, at: memory.coming.since };
  return [{ ...memory, mood: 'fails', said: undefined, other: undefined }, [news]];
}

/** The share of a full second after `since` and before the next fault. */
function waitingShareAt(since: Micros, next: Micros, view: WorldView): Share | undefined {
  const t = Math.ceil((since - SOON) / SECOND);
  const second = view.seconds.find((each) => each.t === t);
  return second === undefined || (t + 1) * SECOND > next + SOON ? undefined : shareWord(waitingShare(second));
}

/** In the same mood it is news, once it has settled, how many are hit, or that the reason is another. */
function again(memory: Memory, said: Trouble, fact: Trouble, view: WorldView): Told {
  if (!isOther(fact, said) || isLeftOver(view)) return [{ ...memory, other: undefined }, []];
  const { other } = memory;
  if (other === undefined || isOther(fact, other.fact)) {
    return [{ ...memory, other: { fact, since: other?.since ?? changedAt(view) } }, []];
  }
  const begunThen = begunBy(other.since, fact.causes, view);
  const settled = { ...fact, causes: begunThen.length > 0 ? begunThen : fact.causes };
  return [{ ...memory, said: settled, other: undefined }, [{ fact: settled, at: other.since }]];
}

function isOther(fact: Trouble, said: Trouble): boolean {
  const [now, before] = [shareOf(fact.share), shareOf(said.share)];
  if (fact.share === 'all' && said.share !== 'all') return true;
  if (isTwice(now, before)) return true;
  // half as many are answered; how many wait goes up and down by more than that
  if (fact.kind === 'fails' && now > before && isTwice(1 - now, 1 - before)) return true;
  return fact.causes.some((cause) => isPlain(cause) && !said.causes.some((known) => covers(known, cause)));
}

function isAvoiding({ kind }: Cause): boolean {
  return kind === 'avoids';
}

/** A cause that stands as long as nobody does anything, and doesn't come and go with the load. */
function isPlain(cause: Cause): boolean {
  if (cause.kind === 'trouble') return ['refuses', 'silent', 'no-power'].includes(cause.how);
  return !isAvoiding(cause);
}

function troubleOf(memory: Memory, view: WorldView, mood: 'waits' | 'fails'): Trouble | undefined {
  const outcome = commonOutcome(memory, view);
  const causes = mood === 'fails' ? causesOfOutcome(outcome, memory, view) : causesOf(view, memory.topology);
  if (mood === 'waits') {
    return { kind: 'waits', share: shareWord(waitingShare(view.seconds.at(-1))), causes };
  }
  const share = failingShare(memory, view);
  // the sentence about the writes has said it
  if (memory.writesStopped && share < memory.topology.traffic.writes * 2 + 0.05) return undefined;
  // those who fail in the first second are some of those who waited: its share says too little
  const counted = shareWord(share);
  const isOfThose =
    counted !== 'all' && !isRare(counted) && areThere(causes, memory.said?.causes ?? [], view);
  const waited = memory.mood === 'waits' && isOfThose ? memory.said?.share : undefined;
  const meant = waited === 'all' && areMostDecided(memory) ? counted : waited;
  return { kind: 'fails', share: meant ?? counted, causes, outcome };
}

function isTwice(a: number, b: number): boolean {
  return Math.max(a, b) >= 2 * Math.min(a, b);
}

/** Nothing is wrong but at the places, or on the hosts, that are known of. */
function areThere(causes: readonly Cause[], known: readonly Cause[], view: WorldView): boolean {
  const homes = new Map(view.components.map(({ id, host }) => [id, host]));
  const home = (place: Id) => homes.get(place) ?? place;
  const told = new Set(known.flatMap(placeOf).map(home));
  return known.length === 0 || causes.flatMap(placeOf).every((place) => told.has(home(place)));
}

/** What gets nowhere fails at no component. */
function causesOfOutcome(outcome: string, { topology }: Memory, view: WorldView): readonly Cause[] {
  if (outcome === 'tls') return [{ kind: 'tls' }];
  if (outcome !== 'dns') return causesOf(view, topology, 'failed');
  return [{ kind: 'dns', isBack: !view.standing.some(({ verb }) => verb === 'dns-fail') }];
}

/** Of fewer that failed nothing follows for the others. */
const MANY = 10;
/** What is over again before it is told: so long ago that the next one would have shown. */
const OVER: Micros = 300_000;

/** The part of the requests that failed as long as it lasted, where that was less than two seconds; else undefined. */
function shareOfBurst({ coming }: Memory, view: WorldView): number | undefined {
  const { lastTroubled = view.now, now } = view;
  const lasted = lastTroubled - coming.since;
  const isOver = now - lastTroubled >= OVER && view.trouble.every(({ waiting }) => waiting === 0);
  if (coming.for > 2 || !isOver || lasted < OVER) return undefined;
  const since = view.seconds.filter(({ t }) => t >= Math.floor(coming.since / SECOND));
  const failed = sum(since.map((second) => second.failed));
  const expected = (sum(since.map(({ total }) => total)) / since.length) * (lasted / SECOND);
  // those who had waited before it fail in it, too
  return failed < MANY ? undefined : failed / expected;
}

/** The part of the requests that fails: of those decided in the last second, or where these are few in the last three. */
function failingShare(memory: Memory, view: WorldView): number {
  const { seconds, coming } = memory;
  const burst = shareOfBurst(memory, view);
  if (burst !== undefined) return burst;
  const last = seconds.at(-1);
  const isEnough = last !== undefined && last.answered + last.failed >= 30;
  const since = coming.mood === 'fails' ? coming.for + 1 : 1;
  const recent = seconds.slice(-(isEnough ? 1 : Math.min(3, since)));
  const failed = sum(recent.map((second) => second.failed)) * newPart(view);
  const decided = failed + sum(recent.map((second) => second.answered));
  const started = sum(recent.map((second) => second.started));
  if (decided === failed && failed >= MANY) return 1;
  // where hardly anything is decided, the first that fail are not all that will
  return failed / Math.max(1, areMostDecided({ seconds }) ? decided : started);
}

function areMostDecided({ seconds }: Pick<Memory, 'seconds'>): boolean {
  const { started = 0, answered = 0, failed = 0 } = seconds.at(-1) ?? {};
  return answered + failed >= started / 2;
}

/** How most of what failed in this second ended. */
function commonOutcome({ outcomes }: Memory, view: WorldView): string {
  const fresh = Object.entries(view.traffic.byOutcome)
    .filter(([outcome]) => !/^[1-3]\d\d$/.test(outcome))
    .map(([outcome, count]) => [outcome, count - (outcomes[outcome] ?? 0)] as const);
  return fresh.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** All is well again since the newest request that was hit had started. */
function recovered(memory: Memory, view: WorldView): Told {
  if (memory.mood === 'well') return [memory, []];
  const well = { ...memory, mood: 'well' as const, said: undefined, isSlow: false };
  if (memory.said === undefined) return [well, []];
  const by = doneBy(memory, 'served');
  const { serving } = memory;
  const isUsual = by === undefined || by.join() === serving.usual?.join();
  const leftOver = (memory.seconds.at(-1)?.failed ?? 0) > 0;
  const fact: Fact = { kind: 'answered', leftOver, by: isUsual ? undefined : by };
  const news: News = { fact, at: snapped(view.lastTroubled ?? view.now, view) };
  return [{ ...well, serving: { ...serving, told: by ?? serving.told } }, [news]];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
