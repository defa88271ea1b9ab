import { mendingPage, type PagePlace } from '../course/mending-page.ts';
import type { Course, Lesson, Stage } from '../course/model.ts';
import { type Placed, stagesToSkip } from './placement.ts';

/** What a placement says. */
export interface Advice {
  readonly skip: readonly Stage[];
  /** the first lesson of the first stage that is not to be skipped; undefined: all may be */
  readonly begin: Lesson | undefined;
  /** pages in what may be skipped, each about a question that was answered wrong */
  readonly read: readonly PagePlace[];
}

export function adviceAfter(course: Course, placed: readonly Placed[]): Advice {
  const count = stagesToSkip(placed, course.stages.length);
  const skip = course.stages.slice(0, count);
  const wrong = placed.filter(({ stage, right }) => !right && stage < count);
  const pages = wrong.flatMap(({ stage, quiz, question }) => {
    const { lessons, quizzes } = course.stages[stage] ?? { lessons: [], quizzes: [] };
    const asked = quizzes.find(({ id }) => id === quiz)?.questions.find(({ id }) => id === question);
    return (asked && mendingPage(asked, lessons)) ?? [];
  });
  const read = [...new Map(pages.map((page) => [page.title, page])).values()];
  return { skip, begin: course.stages.slice(count).flatMap(({ lessons }) => lessons)[0], read };
}
