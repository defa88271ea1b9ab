/** Which questions it is time to ask again, and in which order. */
import type { Course, Lesson } from '../course/model.ts';
import type { Block } from '../course/page-blocks.ts';
import type { Place, Progress, QuestionProgress } from './progress.ts';
import { isDue, likelyKnown, type Schedule } from './schedule.ts';
import { lessonsOf, missionsOf, quizzesOf } from './standing.ts';

export interface Due {
  readonly quiz: string;
  readonly question: string;
}

export interface DueCounts {
  /** it is time for these */
  readonly now: number;
  /** and before this day is over, those of now among them */
  readonly today: number;
  /** and within seven days for these, those of now among them */
  readonly week: number;
  /** of those that it is time for: the learner was sure, and wrong */
  readonly surelyWrong: number;
  /** missions and predictions that are worth doing again */
  readonly replays: number;
  /** when the next one comes that is not due yet, milliseconds since 1970; undefined: none does */
  readonly next: number | undefined;
}

/** More than this in a day is a chore, and what is a chore is left. */
export const mostReviewsADay = 60;

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

interface Met extends Due {
  readonly answer: QuestionProgress;
}

/** Whether the learner was sure of the newest answer, and it was wrong. */
export function isSurelyWrong({ confidence, right }: QuestionProgress): boolean {
  return confidence === 'sure' && !right;
}

/**
 * What is due over the whole course: first what the learner was sure of and got wrong, then what is most likely
 * forgotten; where it can be, no two of one quiz follow each other.
 *
 * @param now milliseconds since 1970
 */
export function dueQuestions(course: Course, progress: Progress, now: number): readonly Due[] {
  const due = metQuestions(course, progress).filter(({ answer }) => isDue(answer.schedule, now));
  const ranked = due
    .map((met) => ({ met, known: likelyKnown(met.answer.schedule, now) }))
    .sort((a, b) => a.known - b.known)
    .map(({ met }) => met);
  const first = ranked.filter(({ answer }) => isSurelyWrong(answer));
  const others = ranked.filter(({ answer }) => !isSurelyWrong(answer));
  return [...interleaved(first), ...interleaved(others)].map(({ quiz, question }) => ({ quiz, question }));
}

export function dueCounts(course: Course, progress: Progress, now: number): DueCounts {
  const met = metQuestions(course, progress);
  const due = met.filter(({ answer }) => isDue(answer.schedule, now));
  const later = met.flatMap(({ answer: { schedule } }) => (isDue(schedule, now) ? [] : [schedule.due]));
  const today = dayFrom(now, 0);
  return {
    now: due.length,
    today: due.length + later.filter((at) => localDay(at) === today).length,
    week: due.length + later.filter((at) => at <= now + WEEK).length,
    replays: dueReplays(course, progress, now).length,
    surelyWrong: due.filter(({ answer }) => isSurelyWrong(answer)).length,
    next: later.length === 0 ? undefined : later.reduce((a, b) => Math.min(a, b)),
  };
}

/** Something that is done again rather than asked: a mission, a prediction or an explanation on its page. */
export interface Replay {
  readonly title: string;
  readonly place: Extract<Place, { readonly screen: 'mission' | 'lesson' }>;
}

/** What was played, predicted and explained, and is about to be forgotten. */
export function dueReplays(course: Course, progress: Progress, now: number): readonly Replay[] {
  const missions = missionsOf(course).filter(({ id }) => isTime(progress.replays.get(id), now));
  return [
    ...missions.map(({ id, title }): Replay => ({ title, place: { screen: 'mission', mission: id } })),
    ...lessonsOf(course).flatMap((lesson) => dueOnPages(lesson, progress, now)),
  ];
}

function dueOnPages(lesson: Lesson, { predictions, explanations }: Progress, now: number): readonly Replay[] {
  const done = [...(predictions.get(lesson.id) ?? []), ...(explanations.get(lesson.id) ?? [])];
  const due = new Set(done.flatMap(([id, { schedule }]) => (isTime(schedule, now) ? [id] : [])));
  if (due.size === 0) return [];
  return lesson.pages.flatMap(({ title, blocks }, page): readonly Replay[] => {
    const has = blocks.some((block) => due.has(idOf(block)));
    const place = { screen: 'lesson', lesson: lesson.id, page } as const;
    return has ? [{ title: `${lesson.title} › ${title}`, place }] : [];
  });
}

function idOf(block: Block): string {
  if (block.kind === 'predict') return block.prediction.id;
  return block.kind === 'whiteboard' ? block.whiteboard.id : '';
}

function isTime(schedule: Schedule | undefined, now: number): boolean {
  return schedule !== undefined && isDue(schedule, now);
}

/** How many questions may be reviewed yet today. */
export function leftToday({ reviews }: Progress, now: number): number {
  const today = localDay(now);
  let done = 0;
  for (const [hour, count] of reviews) if (localDay(hour * HOUR) === today) done += count;
  return Math.max(0, mostReviewsADay - done);
}

/** A day of the calendar where the learner is: daylight saving and journeys give some of them other lengths. */
export function localDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** The day so many days from now. Counted from noon: no change of the clock makes it another one. */
export function dayFrom(now: number, days: number): string {
  return localDay(new Date(now).setHours(12, 0, 0, 0) + days * 24 * HOUR);
}

/** How many questions come back on each of the next days, today first; what is late comes back today. */
export function dueByDay(course: Course, progress: Progress, days: number, now: number): readonly number[] {
  const counts = new Map<string, number>();
  for (const { answer } of metQuestions(course, progress)) {
    const { schedule } = answer;
    const day = localDay(isDue(schedule, now) ? now : schedule.due);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: days }, (_, index) => counts.get(dayFrom(now, index)) ?? 0);
}

/** The questions that were met and are still there. */
function metQuestions(course: Course, { answers }: Progress): readonly Met[] {
  return quizzesOf(course).flatMap(({ id, questionIds }) =>
    questionIds.flatMap((question) => {
      const answer = answers.get(question);
      return answer === undefined ? [] : [{ quiz: id, question, answer }];
    }),
  );
}

/** The same in an order in which neighbours are of different quizzes, as far as there are others. */
function interleaved(all: readonly Met[]): readonly Met[] {
  const left = [...all];
  const order: Met[] = [];
  while (left.length > 0) {
    const last = order.at(-1)?.quiz;
    const crowd = majority(left);
    const next = left.findIndex(({ quiz }) => quiz !== last && (crowd ?? quiz) === quiz);
    const other = next < 0 ? left.findIndex(({ quiz }) => quiz !== last) : next;
    order.push(...left.splice(Math.max(0, other), 1));
  }
  return order;
}

/** The quiz of more than half of them: if it is not taken now, two of it must follow each other later. */
function majority(all: readonly Met[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { quiz } of all) counts.set(quiz, (counts.get(quiz) ?? 0) + 1);
  return [...counts].find(([, count]) => count > all.length / 2)?.[0];
}
