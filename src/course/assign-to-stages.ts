import { courseMessages as say } from '../messages/course.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Problem } from '../text/problem.ts';
import { Problems } from '../text/problem.ts';
import type { Listed, StageEntry } from './course-yaml.ts';
import type { LessonSource } from './lesson-reader.ts';
import type { MissionSource } from './missions/mission-reader.ts';
import type { Stage } from './model.ts';
import type { QuizSource } from './quiz-reader.ts';

/**
 * Puts lessons, quizzes and missions into stages: first those that course.yaml lists, in its order,
 * then those that lie in the stage's folder (or name the stage) and are not listed anywhere.
 */
export function assignToStages(
  entries: readonly StageEntry[],
  lessons: readonly { readonly folder: string; readonly lesson: LessonSource }[],
  quizzes: readonly QuizSource[],
  missions: readonly MissionSource[],
): { readonly stages: readonly Stage[]; readonly problems: readonly Problem[] } {
  const problems = new Problems();
  const lessonById = new Map(lessons.map(({ lesson }) => [lesson.lesson.id, lesson.lesson]));
  const quizById = new Map(quizzes.map(({ quiz }) => [quiz.id, quiz]));
  const missionById = new Map(missions.map(({ mission }) => [mission.id, mission]));
  const takeLesson = taker(lessonById, say.unknownLesson, 'unknown-lesson', problems);
  const takeQuiz = taker(quizById, say.unknownQuiz, 'unknown-quiz', problems);
  const takeMission = taker(missionById, say.unknownMission, 'unknown-mission', problems);
  const listed = entries.map((entry) => ({
    entry,
    lessons: entry.lessons.flatMap(takeLesson.listed),
    quizzes: entry.quizzes.flatMap(takeQuiz.listed),
    missions: entry.missions.flatMap(takeMission.listed),
  }));
  const stages = listed.map((stage, number): Stage => {
    const { id, title, summary, topology } = stage.entry;
    const dropped = lessons.filter(({ folder }) => folder === id).map(({ lesson }) => lesson.lesson);
    const last = number === entries.length - 1;
    const named = quizzes.filter((quiz) => quiz.stage === id).map(({ quiz }) => quiz);
    const homeless = last
      ? quizzes.filter((quiz) => !knows(entries, quiz.stage)).map(({ quiz }) => quiz)
      : [];
    return {
      id,
      number,
      title,
      summary,
      topology: topology?.text,
      lessons: [...stage.lessons, ...takeLesson.unlisted(dropped)],
      quizzes: [...stage.quizzes, ...takeQuiz.unlisted([...named, ...homeless])],
      missions: [...stage.missions, ...(last ? takeMission.unlisted([...missionById.values()]) : [])],
    };
  });
  return { stages, problems: problems.list };
}

function knows(entries: readonly StageEntry[], stage: string | undefined): boolean {
  return entries.some(({ id }) => id === stage);
}

/** Thousands of slips are no slips: nothing near is looked for any more. */
const mostLookUps = 100;

/** Hands out each lesson or quiz once. */
function taker<T extends { readonly id: string }>(
  byId: ReadonlyMap<string, T>,
  unknown: (id: string, nearest: string | undefined) => string,
  rule: string,
  problems: Problems,
): { listed: (one: Listed) => T[]; unlisted: (all: readonly T[]) => T[] } {
  const taken = new Set<string>();
  let lookUps = 0;
  return {
    listed({ text, at }) {
      const found = byId.get(text);
      const nearest = found || ++lookUps > mostLookUps ? undefined : nearestWord(text, byId.keys());
      if (!found) problems.error(at, rule, unknown(text, nearest));
      else if (taken.has(text)) problems.error(at, 'listed-twice', say.listedTwice(text));
      if (!found || taken.has(text)) return [];
      taken.add(text);
      return [found];
    },
    unlisted: (all) => all.filter(({ id }) => !taken.has(id) && taken.add(id)),
  };
}
