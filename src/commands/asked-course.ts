/** Which course is meant: a folder, an archive, an added course, a package; and the files of it. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type CourseFiles, diskFiles } from '../course/course-files.ts';
import { errorReason } from '../disk/system-error.ts';
import { courseShelfWords as words } from '../messages/course-shelf.ts';
import { errors } from '../messages/errors.ts';
import { type Context, Failure, HERE, type World } from './command.ts';
import { filesAt, placeOfCourse } from './course-place.ts';
import { programWords } from './language.ts';

/** The path of the asked course (course-place.ts); undefined: the shipped one is meant. @throws Failure */
export function askedCourse(
  asked: string | undefined,
  world: World,
  packageFolder: string,
): string | undefined {
  const place = placeOfCourse(asked, world, packageFolder);
  if ('several' in place) throw new Failure(words.several(asked ?? '', place.several));
  return place.path;
}

/**
 * The course that an author means: what is named, or the folder that they stand in; never the shipped one by mistake.
 *
 * @param named the folder or archive among the words of the command, where there is one
 * @throws Failure
 */
export function authorsFolder({ courseAsked, given }: Context, named?: string): string {
  const folder = named ?? (given.text('course') === undefined ? undefined : courseAsked);
  if (folder !== undefined) return folder;
  if (existsSync('course.yaml')) return HERE;
  throw new Failure(errors.noCourseHere);
}

/** Files of a course that may extend the shipped one. */
export function withShipped(files: CourseFiles, packageFolder: string): CourseFiles {
  return {
    ...files,
    base: (name) => (name === 'infra-tutor' ? diskFiles(packageFolder) : undefined),
    program: programWords(packageFolder),
  };
}

/** The files of a course in a folder or an archive. @throws Failure */
export async function courseFiles(
  path: string,
  { packageFolder }: Pick<Context, 'packageFolder'>,
): Promise<CourseFiles> {
  try {
    return withShipped(await filesAt(path), packageFolder);
  } catch (error) {
    const { ArchiveError } = await import('../course/archive.ts');
    if (error instanceof ArchiveError) throw new Failure(words.notOpened(path, error.message));
    throw new Failure(errors.cannotOpen(path, errorReason(error)));
  }
}

/**
 * A course from elsewhere that has taken the id of the shipped one is another course all the same.
 *
 * @param path where it lies
 */
export function originElsewhere(id: string, path: string, packageFolder: string): string | undefined {
  try {
    if (realpathSync(path) === realpathSync(packageFolder)) return undefined;
  } catch {
    // what lies nowhere yet isn't the shipped one
  }
  return shippedId(packageFolder) === id ? 'elsewhere' : undefined;
}

/** The id of the course that came with the program; undefined when it can't be read. */
export function shippedId(packageFolder: string): string | undefined {
  try {
    return /^id: *(\S+)/m.exec(readFileSync(join(packageFolder, 'course.yaml'), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
