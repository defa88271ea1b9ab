/** What a stage offers on the map, and how far the learner is with it. */
import type { Course, Lesson, Mission, Quiz, Stage } from '../../../course/model.ts';
import { topologiesOf } from '../../../learner/place-of.ts';
import type { Progress } from '../../../learner/progress.ts';
import { isThere, nextLesson, pagesSeen, readingOf, scoreOf } from '../../../learner/standing.ts';

export type Entry =
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  | { readonly kind: 'mission'; readonly mission: Mission }
  | { readonly kind: 'break'; readonly topologies: readonly string[] };

/** The entries of a stage in the order of the map: lessons, quizzes, missions, something to break. */
export function entriesOf(stage: Stage | undefined): readonly Entry[] {
  if (stage === undefined) return [];
  const topologies = topologiesOf(stage);
  return [
    ...stage.lessons.map((lesson): Entry => ({ kind: 'lesson', lesson })),
    ...stage.quizzes.map((quiz): Entry => ({ kind: 'quiz', quiz })),
    ...stage.missions.map((mission): Entry => ({ kind: 'mission', mission })),
    ...(topologies.length > 0 ? [{ kind: 'break', topologies } satisfies Entry] : []),
  ];
}

/** What an entry is known by. */
export function entryId(entry: Entry | undefined): string | undefined {
  switch (entry?.kind) {
    case 'lesson':
      return entry.lesson.id;
    case 'quiz':
      return entry.quiz.id;
    case 'mission':
      return entry.mission.id;
    default:
      return undefined;
  }
}

/** Everything read and every question answered right. */
export function isDone(stage: Stage, progress: Progress): boolean {
  const lessons = readingOf([stage], progress);
  const questions = scoreOf(stage.quizzes, progress);
  const all = lessons.all + questions.all;
  return all > 0 && lessons.read + questions.right === all;
}

export function isBegun(stage: Stage, progress: Progress): boolean {
  return (
    stage.lessons.some((lesson) => pagesSeen(lesson, progress) > 0) ||
    scoreOf(stage.quizzes, progress).answered > 0
  );
}

/**
 * The lesson, quiz or mission where the learner stopped: the last place, else the lesson that is begun and not read
 * to its end, else the first that is not read.
 */
export function stoppedAt(course: Course, progress: Progress): string | undefined {
  const { place } = progress;
  if (place !== undefined && isThere(course, place)) {
    if (place.screen === 'lesson') return place.lesson;
    if (place.screen === 'quiz') return place.quiz;
    if (place.screen === 'mission') return place.mission;
  }
  return nextLesson(course, progress)?.id;
}
