import { afterEach, expect, test } from 'vitest';
import type { Course, Mission } from '../../src/course/model.ts';
import type { Block } from '../../src/course/page-blocks.ts';
import {
  dayFrom,
  dueByDay,
  dueCounts,
  dueQuestions,
  dueReplays,
  leftToday,
  localDay,
  mostReviewsADay,
} from '../../src/learner/due.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { streakOf } from '../../src/learner/overview.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import type { Confidence } from '../../src/learner/schedule.ts';
import { smallCourse } from './small-course.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const monday = Date.UTC(2026, 2, 2, 8);

const [stage] = smallCourse.stages;
const [pair] = stage?.quizzes ?? [];
if (stage === undefined || pair === undefined) throw new Error('the small course has no quiz');
const ids = (quiz: string) => Array.from({ length: 4 }, (_, index) => `${quiz}-${index}`);
const quizzes = ['one', 'two', 'three'].map((id) => ({ ...pair, id, questionIds: ids(id), questions: [] }));
const course: Course = { ...smallCourse, stages: [{ ...stage, quizzes }] };

function answer(question: string, at: number, right: boolean, confidence?: Confidence): JournalEvent {
  const [quiz = ''] = question.split('-');
  const said = confidence && { confidence };
  const given = { answer: { form: 'one', chosen: 'a' }, right, hints: 0, given: false, ...said } as const;
  return { type: 'answer', at, course: 'small', quiz, question, ...given };
}

const after = (...events: JournalEvent[]) => foldProgress(events, 'small');
const due = (now: number, ...events: JournalEvent[]) =>
  dueQuestions(course, after(...events), now).map(({ question }) => question);

test('nothing is due that was never met, and nothing that the course has no more', () => {
  expect(due(monday + 999 * DAY)).toEqual([]);
  expect(due(monday + 999 * DAY, answer('gone-1', monday, false))).toEqual([]);
});

test('what was wrong and sure comes first, what was right and sure stays away', () => {
  const events = [
    answer('one-0', monday, true, 'sure'),
    answer('one-1', monday, false, 'guess'),
    answer('two-0', monday, true, 'fairly'),
    answer('two-1', monday + HOUR, false, 'sure'),
    answer('three-0', monday, false, 'fairly'),
  ];
  expect(due(monday + 2 * HOUR, ...events)[0]).toBe('two-1');
  expect(due(monday + 3 * DAY, ...events)[0]).toBe('two-1');
  expect(due(monday + 3 * DAY, ...events)).not.toContain('one-0');
  expect(due(monday + 30 * DAY, ...events)).toContain('one-0');
});

test('no two of one quiz follow each other while there are others', () => {
  const events = ['one', 'two', 'three'].flatMap((quiz) => ids(quiz).map((id) => answer(id, monday, false)));
  const order = due(monday + DAY, ...events).map((id) => id.split('-')[0]);
  expect(order).toHaveLength(12);
  expect(order.filter((quiz, index) => quiz === order[index - 1])).toEqual([]);
});

test('what is due is counted now and for the week, and the next one is told', () => {
  const events = [answer('one-0', monday, true), answer('one-1', monday, false, 'sure')];
  const soon = dueCounts(course, after(...events), monday + 5 * 60_000);
  expect(soon).toMatchObject({ now: 1, today: 2, week: 2, surelyWrong: 1, next: monday + 10 * 60_000 });
  expect(dueCounts(course, after(), monday)).toEqual({
    ...{ now: 0, today: 0, week: 0, surelyWrong: 0, replays: 0, next: undefined },
  });
});

test('what comes back is counted day by day, what is late today', () => {
  const events = [
    answer('one-0', monday - 60 * DAY, false, 'sure'),
    answer('one-1', monday - HOUR, true, 'sure'),
    answer('two-0', monday - HOUR, true, 'sure'),
    answer('three-0', monday - HOUR, true, 'fairly'),
  ];
  const progress = after(...events);
  const days = dueByDay(course, progress, 28, monday);
  expect(days[0]).toBe(2);
  expect(days.reduce((sum, count) => sum + count, 0)).toBe(4);
  // what was easy comes back together, eight days later
  expect(days.indexOf(2, 1)).toBe(8);
  expect(dueByDay(course, progress, 8, monday)).toEqual(days.slice(0, 8));
});

test.each(['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'])(
  'a day of 23 or 25 hours is one day of the calendar: %s',
  (name) => {
    process.env.TZ = name;
    for (const now of [
      Date.UTC(2026, 2, 1, 3),
      Date.UTC(2026, 2, 28, 23),
      Date.UTC(2026, 9, 24, 12),
      Date.UTC(2026, 9, 31, 12),
    ]) {
      const days = Array.from({ length: 28 }, (_, day) => dayFrom(now, day));
      expect(new Set(days).size).toBe(28);
      expect(days[0]).toBe(localDay(now));
    }
  },
);

test('a streak is of days in a row, and a day that has just begun does not end it', () => {
  const on = (day: number) => answer('one-0', monday + day * DAY, true);
  expect(streakOf(after(), monday)).toBe(0);
  expect(streakOf(after(on(0), on(1), on(2)), monday + 2 * DAY)).toBe(3);
  expect(streakOf(after(on(0), on(1), on(2)), monday + 3 * DAY)).toBe(3);
  expect(streakOf(after(on(0), on(1), on(2)), monday + 4 * DAY)).toBe(0);
  expect(streakOf(after(on(0), on(2)), monday + 2 * DAY)).toBe(1);
});

test('a mission that was lost is soon worth another play, one that was won with all its stars is not', () => {
  const mission = { id: 'green-lie' } as Mission;
  const withMission: Course = { ...course, stages: [{ ...stage, quizzes, missions: [mission] }] };
  const played = (stars: number): JournalEvent => ({
    ...{ type: 'mission', at: monday, course: 'small', mission: 'green-lie', stars, hints: 0 },
  });
  const dueAfter = (stars: number, ms: number) =>
    dueCounts(withMission, after(played(stars)), monday + ms).replays;
  expect([dueAfter(0, HOUR), dueAfter(3, HOUR), dueAfter(3, 60 * DAY)]).toEqual([1, 0, 1]);
  expect(dueCounts(course, after(played(0)), monday + HOUR).replays).toBe(0);
});

test('a prediction that was wrong is soon worth making again, on its page', () => {
  const guess = { guess: 'a', seed: 1, value: '5 s' };
  const predicted = (right: boolean, prediction = 'p'): JournalEvent => ({
    ...{ type: 'prediction', at: monday, course: 'small', lesson: 'first', prediction, right, ...guess },
  });
  const [first] = stage.lessons;
  const block = { kind: 'predict', prediction: { id: 'p' } } as unknown as Block;
  const pages = (first?.pages ?? []).map((page, index) => ({ ...page, blocks: index === 1 ? [block] : [] }));
  const lessons = first === undefined ? [] : [{ ...first, pages }];
  const withPrediction: Course = { ...course, stages: [{ ...stage, quizzes, lessons }] };
  const dueAfter = (event: JournalEvent) => dueReplays(withPrediction, after(event), monday + 5 * 60_000);
  expect(dueAfter(predicted(false))).toEqual([
    { title: 'Lesson first › Page 2', place: { screen: 'lesson', lesson: 'first', page: 1 } },
  ]);
  expect(dueAfter(predicted(true))).toEqual([]);
  expect(dueAfter(predicted(false, 'gone'))).toEqual([]);
});

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each(['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'])(
  'the limit is one of a day where the learner is: %s',
  (name) => {
    process.env.TZ = name;
    const events = Array.from({ length: 5 }, (_, index) =>
      answer(`one-${index % 4}`, monday + index, true, 'fairly'),
    );
    const progress = after(...events);
    expect(leftToday(progress, monday + 5)).toBe(mostReviewsADay - 5);
    expect(leftToday(progress, monday + DAY + HOUR)).toBe(mostReviewsADay);
  },
);

test('days that daylight saving makes longer or shorter are days', () => {
  process.env.TZ = 'America/New_York';
  const days = (from: number) =>
    new Set(Array.from({ length: 26 }, (_, hour) => localDay(from + hour * HOUR)));
  // 8 March 2026 has 23 hours there, 1 November 25; both begin at midnight local time
  const [spring, autumn] = [Date.UTC(2026, 2, 8, 5), Date.UTC(2026, 10, 1, 4)];
  const hoursOf = (from: number) =>
    Array.from({ length: 26 }, (_, hour) => localDay(from + hour * HOUR)).filter(
      (day) => day === localDay(from),
    );
  expect([hoursOf(spring).length, hoursOf(autumn).length]).toEqual([23, 25]);
  expect(days(spring).size).toBe(2);
});
