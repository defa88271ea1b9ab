/** Whether requests are answered, wait or fail, which part of them, and why. */

import type { WorldView } from '../simulator/view.ts';
import { causeOf } from './cause.ts';
import type { Fact, Share } from './fact.ts';
import type { Memory, Mood, Teller, Told, Trouble } from './narrator.ts';
import { servingNow } from './tell-serving.ts';

const FAILS = 0.005;
const WAITS = 0.15;

export const tellMood: Teller = (memory, view) => {
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
  return trouble !== undefined && isRareShare(trouble.share);
}

function isRareShare(share: Share): boolean {
  return ['few', 'some', 10, 5, 4].includes(share);
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
  // those who fail in the first second are some of those who waited: its share says too little
  const counted = shareWord(share);
  const waited = memory.mood === 'waits' && !isRareShare(counted) ? memory.said?.share : undefined;
  return { kind: 'fails', share: waited ?? counted, cause, outcome: commonOutcome(memory, view) };
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
