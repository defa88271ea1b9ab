/** The course and the screens that a learner gets, for walks through them. */
import { loadCourse } from '../../src/course/load-course.ts';
import type { Course } from '../../src/course/model.ts';
import { courseKey } from '../../src/learner/course-key.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import { missionsOf } from '../../src/learner/standing.ts';
import type { ScreenName } from '../../src/ui/screen.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import type { Shell } from '../../src/ui/shell.ts';
import type { Chance } from './chance.ts';

const EVERY = {
  map: true,
  lesson: true,
  quiz: true,
  exam: true,
  review: true,
  overview: true,
  placement: true,
  simulator: true,
  mission: true,
  incident: true,
  request: true,
  why: true,
  compare: true,
  way: true,
  spof: true,
  present: true,
  notes: true,
  whiteboard: true,
  intro: true,
  glossary: true,
  search: true,
  help: true,
} satisfies Record<ScreenName, true>;
export const everyScreen = Object.keys(EVERY) as ScreenName[];

/** The shipped course, with an exam in each stage; afterwards `loadScreen` has every screen at once. */
export async function shippedCourse(): Promise<Course> {
  await Promise.all(everyScreen.map((name) => loadScreen(name)));
  const course = loadCourse('.');
  const exam = { minutes: 5, draw: 3, attempts: 100, hints: true };
  const stages = course.stages.map((stage) => ({
    ...stage,
    quizzes: stage.quizzes.map((quiz, index) => (index === 1 ? { ...quiz, exam } : quiz)),
  }));
  return { ...course, stages };
}

/** A week after what `somethingDue` tells of. */
export const WEEK = 7 * 24 * 3_600_000;

/** What somebody did at time 0 who had the first question of each quiz shown: soon they are to be reviewed. */
export function somethingDue(course: Course): readonly JournalEvent[] {
  return course.stages
    .flatMap(({ quizzes }) => quizzes)
    .flatMap(({ id: quiz, questions: [first] }) =>
      first === undefined
        ? []
        : [
            {
              type: 'answer',
              at: 0,
              course: courseKey(course),
              quiz,
              question: first.id,
              answer: undefined,
              right: false,
              hints: 0,
              given: true,
            },
          ],
    );
}

/** What a tutor may begin with. */
type Opening = NonNullable<Parameters<Shell['start']>[0]>;

/** Some place of a course: the map, a lesson, a question or a topology, alone or before a room. */
export function somewhere(course: Course, chance: Chance): Opening {
  const stage = chance.one(some(course.stages));
  const quiz = chance.one(some(stage.quizzes));
  return chance.one<Opening>([
    { screen: 'map' },
    { screen: 'lesson', lesson: chance.one(some(stage.lessons)).id, page: chance.between(0, 3) },
    { screen: 'quiz', quiz: quiz.id, question: chance.one(some(quiz.questions)).id },
    { screen: 'simulator', topology: chance.one(some(course.topologies)).id },
    { screen: 'mission', mission: chance.one(some(missionsOf(course))).id },
    { screen: 'present', id: chance.one<{ readonly id: string }>([stage, quiz, ...stage.lessons]).id },
    { screen: 'notes', id: undefined, minutes: 50 },
  ]);
}

function some<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('the shipped course has some of everything');
  return [first, ...rest];
}
