/** Which files of a folder are the course: what a reader of courses opens, and what its author says about it. */
import { type CourseFiles, entriesOf } from './course-files.ts';

const parts: readonly RegExp[] = [
  /^(course\.yaml|glossary\.md|README\.md|LICEN[CS]E(\.(md|txt))?)$/,
  /^lessons\/[^/.][^/]*\/[^/.][^/]*\.(md|markdown|ya?ml)$/i,
  /^quizzes\/[^/.][^/]*\.(md|markdown)$/i,
  /^missions\/[^/.][^/]*\.(md|markdown|ya?ml)$/i,
  /^locales\/[^/.][^/]*\.ya?ml$/i,
];

/** Folders whose files may be part of a course; in `lessons` only those of its folders are. */
const folders = ['', 'lessons', 'quizzes', 'missions', 'locales'];

/** Whether a path inside a course's folder, with `/`, is part of the course. */
export function isPartOfCourse(path: string): boolean {
  return parts.some((part) => part.test(path));
}

/** The paths of a course's files, sorted by their code units: in the same order on every machine. */
export function pathsOf(files: CourseFiles): readonly string[] {
  const inFolder = (folder: string): string[] =>
    entriesOf(files, folder).flatMap(({ name, folder: isFolder }) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isFolder) return folder === 'lessons' ? inFolder(path) : [];
      return isPartOfCourse(path) ? [path] : [];
    });
  return folders.flatMap(inFolder).sort();
}
