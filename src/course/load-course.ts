import { type CourseFiles, diskFiles } from './course-files.ts';
import type { Course } from './model.ts';
import { readCourse } from './read-course.ts';

export { CourseError } from './read-course.ts';

export interface LoadOptions {
  /** drafts too, as an author's preview shows them; without it they stay out */
  readonly drafts?: boolean;
  /** where to read instead of the disk */
  readonly files?: CourseFiles;
  /** the origin of a course whose file names none */
  readonly originOf?: (id: string) => string | undefined;
}

/**
 * Opens the course in a folder. Whatever is wrong in its files is told in `problems` and where it would stand;
 * only a folder without a readable course.yaml throws, a `CourseError` whose message is for the person.
 */
export function loadCourse(root: string, options: LoadOptions = {}): Course {
  return shownCourse(readCourse(options.files ?? diskFiles(root)).course, options);
}

/** A course as those see it who may see drafts, or may not. */
export function shownCourse(course: Course, options: Omit<LoadOptions, 'files'>): Course {
  if (options.drafts) return course;
  const stages = course.stages.map((stage) => ({
    ...stage,
    lessons: stage.lessons.filter((lesson) => !lesson.draft),
    quizzes: stage.quizzes.filter((quiz) => !quiz.draft),
    missions: stage.missions.filter((mission) => !mission.draft),
  }));
  // not spread: that would read all of it
  const { root: folder, id, origin, title, language, topologies } = course;
  return {
    root: folder,
    id,
    origin: origin ?? options.originOf?.(id),
    title,
    language,
    stages,
    topologies,
    get glossary() {
      return course.glossary;
    },
    get problems() {
      return course.problems;
    },
  };
}
