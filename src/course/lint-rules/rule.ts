import type { Problem, Problems } from '../../text/problem.ts';
import type { CourseFiles } from '../course-files.ts';
import type { Course } from '../model.ts';
import type { CourseSource } from '../read-course.ts';

/** What a rule looks at. */
export interface Linted {
  readonly source: CourseSource;
  readonly course: Course;
  readonly files: CourseFiles;
}

/** A group of rules of the linter. To add one is to add a file here and a line in `lint.ts`. */
export type LintRule = (linted: Linted, problems: Problems) => readonly Problem[] | undefined;
