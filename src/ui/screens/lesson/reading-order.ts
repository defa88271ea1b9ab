/** Lessons in the order in which they are read. */
import type { Course, Lesson, Stage } from '../../../course/model.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import type { Target } from '../../screen.ts';

/** A lesson by id, with its stage. */
export function findLesson(course: Course, id: string): { lesson: Lesson; stage: Stage } | undefined {
  for (const stage of course.stages) {
    const lesson = stage.lessons.find((each) => each.id === id);
    if (lesson !== undefined) return { lesson, stage };
  }
  return undefined;
}

export interface Following {
  readonly target: Target;
  readonly words: string;
}

/** What comes after a lesson: the stage's next lesson, its first quiz, the next stage's first lesson. */
export function following(course: Course, id: string): Following | undefined {
  const found = findLesson(course, id);
  if (found === undefined) return undefined;
  const { lessons, quizzes } = found.stage;
  const next = lessons[lessons.indexOf(found.lesson) + 1];
  if (next !== undefined) return toLesson(next);
  const [quiz] = quizzes;
  if (quiz !== undefined) {
    return { target: { screen: 'quiz', quiz: quiz.id }, words: words.nextQuiz(quiz.title) };
  }
  const later = course.stages
    .slice(course.stages.indexOf(found.stage) + 1)
    .flatMap((stage) => stage.lessons)[0];
  return later && toLesson(later);
}

function toLesson({ id, title }: Lesson): Following {
  return { target: { screen: 'lesson', lesson: id, page: 0 }, words: words.next(title) };
}

/** The lesson before, at its last page. */
export function lessonBefore(course: Course, id: string): Target | undefined {
  const lessons = course.stages.flatMap((stage) => stage.lessons);
  const before = lessons[lessons.findIndex((lesson) => lesson.id === id) - 1];
  return before && { screen: 'lesson', lesson: before.id, page: Math.max(0, before.pages.length - 1) };
}
