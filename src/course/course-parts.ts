/** Which files of a folder are the course: what a reader of courses opens, and what its author says about it. */
import { type CourseFiles, entriesOf } from './course-files.ts';

const parts: readonly RegExp[] = [
  /^(course\.yaml|glossary\.md|README\.md|LICEN[CS]E(\.(md|txt))?)$/,
  /^lessons\/[^/.][^/]*\/[^/.][^/]*\.(md|markdown|ya?ml)$/i,
  /^quizzes\/[^/.][^/]*\.(md|markdown)$/i,
  /^missions\/[^/.][^/]*\.(md|markdown|ya?ml)$/i,
];

/** The folders at a course's top that may hold files of it; in `lessons` it is those of its folders. */
const folders: readonly string[] = ['lessons', 'quizzes', 'missions'];

/** Whether a path inside a course's folder, with `/`, is part of the course. */
export function isPartOfCourse(path: string): boolean {
  return parts.some((part) => part.test(path));
}

/** The folders in which the files of a course may lie, the one of the course itself (`''`) first. */
export function foldersOf(files: CourseFiles): readonly string[] {
  const known = entriesOf(files, '').filter(({ folder, name }) => folder && folders.includes(name));
  const stages = entriesOf(files, 'lessons').filter(({ folder, name }) => folder && !name.startsWith('.'));
  return ['', ...known.map(({ name }) => name), ...stages.map(({ name }) => `lessons/${name}`)];
}

/** The paths of a course's files, sorted by their code units: in the same order on every machine. */
export function pathsOf(files: CourseFiles): readonly string[] {
  const paths = foldersOf(files).flatMap((folder) =>
    entriesOf(files, folder).flatMap(({ name, folder: isFolder }) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      return !isFolder && isPartOfCourse(path) ? [path] : [];
    }),
  );
  return paths.sort();
}
