/** The course and the screens that a learner gets, for walks through them. */
import { loadCourse } from '../../src/course/load-course.ts';
import type { Course } from '../../src/course/model.ts';
import type { Place } from '../../src/learner/progress.ts';
import { missionsOf } from '../../src/learner/standing.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import type { Chance } from './chance.ts';

/** The shipped course; afterwards `loadScreen` has every screen at once. */
export async function shippedCourse(): Promise<Course> {
  const names = ['lesson', 'quiz', 'simulator', 'mission', 'glossary', 'search', 'help'] as const;
  await Promise.all(names.map((name) => loadScreen(name)));
  return loadCourse('.');
}

/** Some place of a course: the map, a lesson, a question or a topology. */
export function somewhere(course: Course, chance: Chance): Place {
  const stage = chance.one(some(course.stages));
  const quiz = chance.one(some(stage.quizzes));
  return chance.one<Place>([
    { screen: 'map' },
    { screen: 'lesson', lesson: chance.one(some(stage.lessons)).id, page: chance.between(0, 3) },
    { screen: 'quiz', quiz: quiz.id, question: chance.one(some(quiz.questions)).id },
    { screen: 'simulator', topology: chance.one(some(course.topologies)).id },
    { screen: 'mission', mission: chance.one(some(missionsOf(course))).id },
  ]);
}

function some<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('the shipped course has some of everything');
  return [first, ...rest];
}
