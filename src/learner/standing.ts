/** How far a learner is, asked of the course and of what was folded from the journal. */
import type { Course, Lesson, Mission, Question, Quiz, Stage } from '../course/model.ts';
import type { Place, Progress, QuestionProgress } from './progress.ts';

/** Pages of a lesson that were seen and are still there. */
export function pagesSeen(lesson: Lesson, progress: Progress): number {
  const seen = progress.pages.get(lesson.id);
  if (seen === undefined) return 0;
  return [...seen].filter((page) => page < lesson.pages.length).length;
}

export interface Score {
  readonly all: number;
  readonly answered: number;
  readonly right: number;
}

/**
 * What was answered in a quiz and still counts. A question that its author has changed since is open again: its new words
 * are read only where something was answered that could be stale.
 */
export function standingAnswers(quiz: Quiz, { answers }: Progress): ReadonlyMap<string, QuestionProgress> {
  const met = quiz.questionIds.flatMap((id) => {
    const answer = answers.get(id);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  if (met.every(([, { revision }]) => revision === undefined)) return new Map(met);
  const changed = quiz.questions.filter((question) => hasChanged(question, answers.get(question.id)));
  const open = new Set(changed.map(({ id }) => id));
  return new Map(met.filter(([id]) => !open.has(id)));
}

/** Whether a question is no longer the one that was answered. */
export function hasChanged({ revision }: Question, answer: QuestionProgress | undefined): boolean {
  return answer?.revision !== undefined && answer.revision !== revision;
}

/** The questions of some quizzes: how many there are, how many were answered, and last answered right. */
export function scoreOf(quizzes: readonly Quiz[], progress: Progress): Score {
  const answers = quizzes.flatMap((quiz) => [...standingAnswers(quiz, progress).values()]);
  return {
    all: quizzes.reduce((sum, { questionIds }) => sum + questionIds.length, 0),
    answered: answers.length,
    right: answers.filter(({ right }) => right).length,
  };
}

export interface Missions {
  readonly all: number;
  readonly won: number;
  /** of three for each */
  readonly stars: number;
}

/** Some missions: how many there are, how many were won, and with how many stars in all. */
export function missionScore(missions: readonly Mission[], progress: Progress): Missions {
  const stars = missions.map(({ id }) => progress.missions.get(id) ?? 0);
  return {
    all: missions.length,
    won: stars.filter((each) => each > 0).length,
    stars: stars.reduce((sum, each) => sum + each, 0),
  };
}

export interface Reading {
  readonly all: number;
  readonly read: number;
}

/** The lessons of some stages: how many there are, and how many were read to the end. */
export function readingOf(stages: readonly Stage[], progress: Progress): Reading {
  const lessons = stages.flatMap((stage) => stage.lessons);
  return { all: lessons.length, read: lessons.filter(({ id }) => progress.read.has(id)).length };
}

/** Whether the course still has what a place leads to. */
export function isThere(course: Course, place: Place): boolean {
  if (place.screen === 'lesson') return lessonsOf(course).some(({ id }) => id === place.lesson);
  if (place.screen === 'quiz') return quizzesOf(course).some(({ id }) => id === place.quiz);
  if (place.screen === 'mission') return missionsOf(course).some(({ id }) => id === place.mission);
  return true;
}

/** The run or the mission that was left in the middle last, and can be gone on with; undefined: there is none. */
export function leftRun(course: Course, { left }: Progress): LeftRun | undefined {
  const runs = [...left.values()].flatMap((place): readonly LeftRun[] => {
    if (!isThere(course, place)) return [];
    if (place.screen === 'simulator' && place.kept !== undefined) return [{ place, at: place.kept.at }];
    if (place.screen !== 'mission' || place.kept?.run === undefined) return [];
    return [{ place, at: place.kept.run.at }];
  });
  return runs.at(-1);
}

/** The review as it was left, else from its beginning. */
export function leftReview({ left }: Progress): Place {
  return left.get('review') ?? { screen: 'review' };
}

export interface LeftRun {
  readonly place: Extract<Place, { screen: 'simulator' | 'mission' }>;
  /** how far it was, in simulated microseconds */
  readonly at: number;
}

/** The file that a place shows; undefined where it shows none. */
export function fileOf(course: Course, place: Place): string | undefined {
  if (place.screen === 'lesson') return lessonsOf(course).find(({ id }) => id === place.lesson)?.file;
  if (place.screen === 'quiz') return quizzesOf(course).find(({ id }) => id === place.quiz)?.file;
  if (place.screen === 'mission') return missionsOf(course).find(({ id }) => id === place.mission)?.file;
  if (place.screen === 'simulator') return course.topologies.find(({ id }) => id === place.topology)?.file;
  return undefined;
}

/** Where to go on: where the learner stopped, else at the first lesson that isn't read to its end. */
export function goOnAt(course: Course, progress: Progress): Place {
  const { place } = progress;
  if (place !== undefined && place.screen !== 'map' && isThere(course, place)) return place;
  const next = nextLesson(course, progress);
  if (next !== undefined) return { screen: 'lesson', lesson: next.id, page: firstUnseen(next, progress) };
  const quiz = quizzesOf(course).find((candidate) => hasOpenQuestion(candidate, progress));
  if (quiz === undefined) return { screen: 'map' };
  return { screen: 'quiz', quiz: quiz.id, question: firstOpen(quiz, progress) };
}

/** The lesson that was read last and not to its end, else the first that is not begun. */
export function nextLesson(course: Course, progress: Progress): Lesson | undefined {
  const unread = lessonsOf(course).filter(({ id }) => !progress.read.has(id));
  const newestFirst = [...progress.pages.keys()].reverse();
  const begun = newestFirst
    .flatMap((id) => unread.find((lesson) => lesson.id === id) ?? [])
    .find((lesson) => pagesSeen(lesson, progress) > 0);
  return begun ?? unread.find(({ pages }) => pages.length > 0);
}

export function firstUnseen(lesson: Lesson, progress: Progress): number {
  const seen = progress.pages.get(lesson.id);
  if (seen === undefined) return 0;
  const page = lesson.pages.findIndex((_, index) => !seen.has(index));
  return Math.max(0, page);
}

export function hasOpenQuestion(quiz: Quiz, progress: Progress): boolean {
  // nobody stumbles into an exam, and what was not drawn stays open for ever
  return quiz.exam === undefined && standingAnswers(quiz, progress).size < quiz.questionIds.length;
}

/** The first question without an answer, else the first. */
export function firstOpen(quiz: Quiz, progress: Progress): string {
  const answers = standingAnswers(quiz, progress);
  return quiz.questionIds.find((id) => !answers.has(id)) ?? quiz.questionIds[0] ?? '';
}

export function lessonsOf(course: Course): readonly Lesson[] {
  return course.stages.flatMap(({ lessons }) => lessons);
}

export function missionsOf(course: Course): readonly Mission[] {
  return course.stages.flatMap(({ missions }) => missions);
}

export function quizzesOf(course: Course): readonly Quiz[] {
  return course.stages.flatMap(({ quizzes }) => quizzes);
}
