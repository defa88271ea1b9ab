/** Where a learner stands, as data: for the screen, for `status` in lines and as JSON. */
import { mendingMission, mendingPage, type PagePlace } from '../course/mending-page.ts';
import type { Course, Mission, Question, Stage } from '../course/model.ts';
import { dayFrom, isSurelyWrong, localDay } from './due.ts';
import type { Counts, Progress, QuestionProgress } from './progress.ts';
import { type Confidence, confidences, isDue } from './schedule.ts';
import { type Reading, readingOf, type Score, scoreOf, standingAnswers } from './standing.ts';

export interface StageOverview {
  readonly stage: Stage;
  readonly lessons: Reading;
  readonly questions: QuestionCounts;
  /** milliseconds that were spent on its lessons, quizzes, missions and topologies */
  readonly spent: number;
}

export interface QuestionCounts extends Score {
  /** last answered right, and the learner was sure */
  readonly sure: number;
  /** known so well that it comes back in three weeks or later */
  readonly mastered: number;
  readonly due: number;
}

/** A question that the learner has trouble with, and where to read about it. */
export interface WeakSpot {
  readonly quiz: string;
  readonly question: Question;
  /** the learner was sure, and wrong */
  readonly surelyWrong: boolean;
  /** how often it was forgotten after it had been known */
  readonly lapses: number;
  readonly page: PagePlace | undefined;
  /** the mission that is more about it than any page is */
  readonly mission: Mission | undefined;
}

/** Stability in days from which a question counts as mastered: what Anki calls mature. */
const MATURE = 21;

const mostWeakSpots = 12;
const HOUR = 3_600_000;

export function stageOverviews(course: Course, progress: Progress, now: number): readonly StageOverview[] {
  return course.stages.map((stage) => ({
    stage,
    lessons: readingOf([stage], progress),
    questions: questionCounts(stage, progress, now),
    spent: spentOn(stage, progress),
  }));
}

function questionCounts({ quizzes }: Stage, progress: Progress, now: number): QuestionCounts {
  const answers = quizzes.flatMap((quiz) => [...standingAnswers(quiz, progress).values()]);
  return { ...scoreOf(quizzes, progress), ...countsOf(answers, now) };
}

/** How well some questions are known. */
export function countsOf(
  answers: readonly QuestionProgress[],
  now: number,
): Omit<QuestionCounts, keyof Score> {
  const count = (holds: (answer: QuestionProgress) => boolean): number => answers.filter(holds).length;
  return {
    sure: count(({ right, confidence }) => right && confidence === 'sure'),
    mastered: count(({ right, schedule }) => right && schedule.stability >= MATURE),
    due: count(({ schedule }) => isDue(schedule, now)),
  };
}

function spentOn({ lessons, quizzes, missions, topology }: Stage, { spent }: Progress): number {
  const ids = new Set([...lessons, ...quizzes, ...missions].map(({ id }) => id));
  if (topology !== undefined) ids.add(topology);
  return [...ids].reduce((sum, id) => sum + (spent.get(id) ?? 0), 0);
}

/** Of each confidence, how often it was right. */
export function calibrationOf({ calibration }: Progress): readonly (readonly [Confidence, Counts])[] {
  const { sure, fairly, guess } = calibration;
  return [
    ['sure', sure],
    ['fairly', fairly],
    ['guess', guess],
  ];
}

/** The same of some answers; only what was said at all. */
export function calibrationIn(
  answers: readonly { readonly right: boolean; readonly confidence?: Confidence | undefined }[],
): readonly (readonly [Confidence, Counts])[] {
  return confidences.flatMap((confidence) => {
    const said = answers.filter((answer) => answer.confidence === confidence);
    const counts = { answered: said.length, right: said.filter(({ right }) => right).length };
    return said.length === 0 ? [] : [[confidence, counts] as const];
  });
}

/** What the learner has most trouble with: first what was sure and wrong, then what is wrong, then what is forgotten often. */
export function weakSpots(course: Course, progress: Progress): readonly WeakSpot[] {
  const weak = course.stages.flatMap((stage) =>
    stage.quizzes.flatMap((quiz) => {
      const answers = standingAnswers(quiz, progress);
      return [...answers].flatMap(([id, answer]) =>
        isWeak(answer) ? [{ stage, quiz, id, answer, rank: rankOf(answer) }] : [],
      );
    }),
  );
  const worst = weak.toSorted((a, b) => b.rank - a.rank).slice(0, mostWeakSpots);
  return worst.flatMap(({ stage, quiz, id, answer }) => {
    const question = quiz.questions.find((each) => each.id === id);
    if (question === undefined) return [];
    const { lapses } = answer.schedule;
    const page = mendingPage(question, stage.lessons);
    const mission = mendingMission(question, stage.lessons, stage.missions);
    return [{ quiz: quiz.id, question, surelyWrong: isSurelyWrong(answer), lapses, page, mission }];
  });
}

function isWeak({ right, schedule }: QuestionProgress): boolean {
  return !right || schedule.lapses > 1;
}

function rankOf(answer: QuestionProgress): number {
  return (isSurelyWrong(answer) ? 1_000 : 0) + (answer.right ? 0 : 500) + answer.schedule.lapses;
}

/** Questions reviewed on each of the last days, the oldest first, today last. */
export function reviewsByDay({ reviews }: Progress, days: number, now: number): readonly number[] {
  const counts = new Map<string, number>();
  for (const [hour, count] of reviews) {
    const day = localDay(hour * HOUR);
    counts.set(day, (counts.get(day) ?? 0) + count);
  }
  return Array.from({ length: days }, (_, index) => counts.get(dayFrom(now, index + 1 - days)) ?? 0);
}

/** How many days in a row something was done, until today; a today on which nothing was done yet breaks nothing. */
export function streakOf({ active }: Progress, now: number): number {
  const days = new Set([...active].map((hour) => localDay(hour * HOUR)));
  let length = days.has(dayFrom(now, 0)) ? 1 : 0;
  for (let back = 1; days.has(dayFrom(now, -back)); back++) length++;
  return length;
}

/** All the time that was spent, in milliseconds. */
export function timeSpent({ spent }: Progress): number {
  return [...spent.values()].reduce((sum, ms) => sum + ms, 0);
}
