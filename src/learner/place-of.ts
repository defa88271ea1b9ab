import type { Course, Stage } from '../course/model.ts';
import type { Place, Progress } from './progress.ts';
import { firstOpen, firstUnseen, hasOpenQuestion, lessonsOf, missionsOf, quizzesOf } from './standing.ts';

/** Topologies that a stage speaks of, its own first. */
export function topologiesOf(stage: Stage): readonly string[] {
  const named = [stage.topology, ...stage.lessons.map(({ topology }) => topology)];
  return [...new Set(named.filter((id) => id !== undefined))];
}

/**
 * Where a word leads: the id of a lesson, topology, quiz or mission of the course, or a stage's id or number.
 * A quiz or a mission may share its id with a topology: it has a command of its own. Undefined when there is nothing of that name.
 */
export function placeOf(course: Course, word: string, progress: Progress): Place | undefined {
  const lesson = lessonsOf(course).find(({ id }) => id === word);
  if (lesson !== undefined)
    return { screen: 'lesson', lesson: lesson.id, page: firstUnseen(lesson, progress) };
  if (runnable(course).includes(word)) return { screen: 'simulator', topology: word };
  const quiz = quizzesOf(course).find(({ id }) => id === word);
  if (quiz !== undefined) return { screen: 'quiz', quiz: quiz.id, question: firstOpen(quiz, progress) };
  const mission = missionsOf(course).find(({ id }) => id === word);
  if (mission !== undefined) return { screen: 'mission', mission: mission.id };
  const stage = course.stages.find(({ id, number }) => id === word || String(number) === word);
  return stage && beginningOf(stage, progress);
}

/** Topologies of the course, and those that a stage names: one that is missing says so where it would open. */
function runnable(course: Course): readonly string[] {
  return [...new Set([...course.topologies.map(({ id }) => id), ...course.stages.flatMap(topologiesOf)])];
}

/** Every word that `placeOf` knows. */
export function knownWords(course: Course): readonly string[] {
  return [
    ...lessonsOf(course).map(({ id }) => id),
    ...quizzesOf(course).map(({ id }) => id),
    ...missionsOf(course).map(({ id }) => id),
    ...runnable(course),
    ...course.stages.map(({ id }) => id),
  ];
}

/** The first lesson of a stage that isn't read, else its first open quiz, else its first lesson. */
function beginningOf(stage: Stage, progress: Progress): Place {
  const unread = stage.lessons.find(({ id }) => !progress.read.has(id));
  const quiz = stage.quizzes.find((candidate) => hasOpenQuestion(candidate, progress));
  if (unread === undefined && quiz !== undefined) {
    return { screen: 'quiz', quiz: quiz.id, question: firstOpen(quiz, progress) };
  }
  const lesson = unread ?? stage.lessons[0];
  if (lesson === undefined) return { screen: 'map' };
  return { screen: 'lesson', lesson: lesson.id, page: firstUnseen(lesson, progress) };
}
