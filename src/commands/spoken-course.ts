import type { CourseFiles } from '../course/course-files.ts';
import type { Course } from '../course/model.ts';
import { translatedCourse } from '../course/translated-course.ts';
import { spokenCatalogue } from '../messages/language.ts';

/** A course in the language that the program speaks, as far as it is translated. */
export function spokenCourse(course: Course, files: CourseFiles): Course {
  const language = spokenCatalogue()?.language;
  if (language === undefined || language === course.language) return course;
  const base = files.base?.('infra-tutor');
  return translatedCourse(course, base === undefined ? [files] : [files, base], language);
}
