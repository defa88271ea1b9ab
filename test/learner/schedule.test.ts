import { type Card, createEmptyCard, fsrs } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import {
  type Confidence,
  confidences,
  isDue,
  likelyKnown,
  ratingOf,
  ratings,
  scheduled,
} from '../../src/learner/schedule.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const monday = Date.UTC(2026, 2, 2, 8);

interface Told {
  readonly right: boolean;
  readonly hints?: number;
  readonly confidence?: Confidence;
}

function answer(question: string, at: number, { right, hints = 0, confidence }: Told): JournalEvent {
  const said = confidence && { confidence };
  const given = { answer: { form: 'one', chosen: 'a' }, right, hints, given: false, ...said } as const;
  return { type: 'answer', at, course: 'web', quiz: 'q', question, ...given };
}

/** A history of 2,000 reviews of 40 questions over months, the same at each call. */
function history(): readonly JournalEvent[] {
  let state = 7;
  const chance = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  let at = monday;
  return Array.from({ length: 2_000 }, () => {
    at += chance(10) === 0 ? chance(20) * DAY : chance(30) * MINUTE;
    const right = chance(10) < 7;
    const hints = chance(5) === 0 ? 1 : 0;
    const confidence = confidences[chance(4)];
    return answer(`question-${chance(40)}`, at, { right, hints, ...(confidence && { confidence }) });
  });
}

test('the schedule of 2,000 reviews is the one that FSRS makes by itself', () => {
  const events = history();
  const own = fsrs();
  const cards = new Map<string, Card>();
  for (const event of events) {
    if (event.type !== 'answer') continue;
    const card: Card = cards.get(event.question) ?? createEmptyCard(new Date(event.at));
    const grade = { again: 1, hard: 2, good: 3, easy: 4 } as const;
    cards.set(event.question, own.next(card, new Date(event.at), grade[ratingOf(event)]).card);
  }
  const { answers } = foldProgress(events, 'web');
  const ours = [...answers].map(([id, { schedule: s }]) => [id, s.due, s.stability, s.difficulty, s.lapses]);
  const theirs = [...cards].map(([id, c]) => [id, c.due.getTime(), c.stability, c.difficulty, c.lapses]);
  expect(ours).toEqual(theirs);
  expect(new Set([...cards.values()].map(({ state }) => state)).size).toBeGreaterThan(1);
});

test.each([
  [{ right: false, hints: 0, confidence: 'sure' }, 'again'],
  [{ right: true, hints: 1, confidence: 'sure' }, 'hard'],
  [{ right: true, hints: 0, confidence: 'guess' }, 'hard'],
  [{ right: true, hints: 0, confidence: 'fairly' }, 'good'],
  [{ right: true, hints: 0 }, 'good'],
  [{ right: true, hints: 0, confidence: 'sure' }, 'easy'],
] as const)('%j is %s', (told, rating) => {
  expect(ratingOf(told)).toBe(rating);
});

test('the better it was known, the later it comes back', () => {
  const dues = ratings.map((rating) => scheduled(undefined, monday, rating).due);
  expect(dues).toEqual(dues.toSorted((a, b) => a - b));
  expect(new Set(dues).size).toBe(ratings.length);
});

test('a clock that jumps back makes no time pass, and counts from where it is now', () => {
  const learnt = scheduled(scheduled(undefined, monday, 'good'), monday + DAY, 'good');
  const back = scheduled(learnt, monday - 30 * DAY, 'good');
  expect(back.at).toBe(monday - 30 * DAY);
  expect(back.due).toBeGreaterThan(back.at);
  expect(back.due).toBeLessThan(back.at + 30 * DAY);
});

test('what was answered under a clock that was years ahead is asked as soon as the clock is right', () => {
  const ahead = scheduled(undefined, monday + 3_650 * DAY, 'easy');
  expect(isDue(ahead, monday)).toBe(true);
  const [now, later] = [scheduled(ahead, monday, 'good'), monday + 30 * DAY];
  expect(now.due).toBeLessThan(later);
});

test.each([Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY, -1e15])('a time of %d breaks nothing', (at) => {
  const { due } = scheduled(scheduled(undefined, at, 'good'), at, 'again');
  expect(Number.isFinite(due)).toBe(true);
});

test('a learner who knows better overrules, and an answer that is taken back has never been', () => {
  const rating = (of: number, rating: 'hard' | 'easy'): JournalEvent => ({
    ...{ type: 'rating', at: of + 1, course: 'web', question: 'q', of, rating },
  });
  const undo = (of: number): JournalEvent => ({
    ...{ type: 'undo', at: of + 1, course: 'web', question: 'q', of },
  });
  const first = answer('q', monday, { right: true });
  const second = answer('q', monday + DAY, { right: false, confidence: 'sure' });
  const fold = (...events: JournalEvent[]) => foldProgress(events, 'web');
  const one = fold(first);
  expect(fold(first, rating(monday, 'easy')).answers.get('q')?.schedule).toEqual(
    scheduled(undefined, monday, 'easy'),
  );
  expect(fold(first, rating(monday - 1, 'easy'))).toEqual(one);
  const taken = fold(first, second, undo(monday + DAY));
  expect(taken.answers).toEqual(one.answers);
  expect(taken.calibration).toEqual(one.calibration);
  expect(fold(first, undo(monday)).answers.size).toBe(0);
});

test('a clock that says 1970 or before schedules as any other, once, again and looked at later', () => {
  for (const at of [-86_400_000, 0, 1]) {
    const first = scheduled(undefined, at, 'again');
    for (const now of [at, 0, 1, 7 * 86_400_000]) {
      expect(likelyKnown(first, now), `${at} ${now}`).toBeGreaterThan(0);
      expect(scheduled(first, now, 'good').due, `${at} ${now}`).toBeGreaterThan(now);
    }
  }
});
