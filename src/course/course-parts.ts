/** Which files of a folder are the course: what a reader of courses opens, and what its author says about it. */
import { type CourseFiles, entriesOf, type FolderEntry } from './course-files.ts';

const parts: readonly RegExp[] = [
  /^(course\.yaml|glossary\.md|README\.md|LICEN[CS]E(\.(md|txt))?)$/,
  /^lessons\/[^/.][^/]*\/[^/.][^/]*\.(md|markdown|ya?ml)$/i,
  /^quizzes\/[^/.][^/]*\.(md|markdown)$/i,
  /^missions\/[^/.][^/]*\.(md|markdown|ya?ml)$/i,
  /^locales\/[^/.]+\.yaml$/i,
  /^locales\/[^/.]+\/(course\.yaml|glossary\.md|(lessons\/[^/.][^/]*|quizzes|missions)\/[^/.][^/]*\.(md|markdown))$/i,
];

/** The folders at a course's top that may hold files of it; in `lessons` it is those of its folders. */
const folders: readonly string[] = ['lessons', 'quizzes', 'missions'];

/** Whether a path inside a course's folder, with `/`, is part of the course. */
export function isPartOfCourse(path: string): boolean {
  return parts.some((part) => part.test(path));
}

/** The folders in which the files of a course may lie, the one of the course itself (`''`) first. */
export function foldersOf(files: CourseFiles): readonly string[] {
  const languages = foldersIn(files, 'locales').map(({ name }) => `locales/${name}`);
  const locales = entriesOf(files, '').some(({ folder, name }) => folder && name === 'locales');
  return [
    '',
    ...below(files, ''),
    ...(locales ? ['locales'] : []),
    ...languages.flatMap((folder) => [folder, ...below(files, `${folder}/`)]),
  ];
}

/** The folders of lessons, quizzes and missions; `above` ends in `/`, or is empty. */
function below(files: CourseFiles, above: string): readonly string[] {
  const known = foldersIn(files, above.slice(0, -1)).filter(({ name }) => folders.includes(name));
  const stages = foldersIn(files, `${above}lessons`);
  return [
    ...known.map(({ name }) => `${above}${name}`),
    ...stages.map(({ name }) => `${above}lessons/${name}`),
  ];
}

function foldersIn(files: CourseFiles, path: string): readonly FolderEntry[] {
  return entriesOf(files, path).filter(({ folder, name }) => folder && !name.startsWith('.'));
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
