/** Which course is meant: a folder, an archive, an added course, a package; and the files of it. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type CourseFiles, diskFiles } from '../course/course-files.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import { errorReason } from '../disk/system-error.ts';
import { courseInUse, coursesCalled } from '../learner/course-shelf.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { courseShelfWords as words } from '../messages/archive.ts';
import { errors } from '../messages/errors.ts';
import { type Context, Failure, HERE, type World } from './command.ts';

/**
 * Where the asked course lies: what `--course` says, else the folder that the person stands in, else what `course use`
 * has chosen. Undefined: the shipped one is meant.
 */
export function askedCourse(
  asked: string | undefined,
  world: World,
  packageFolder: string,
): string | undefined {
  if (asked !== undefined) return namedCourse(asked, world, packageFolder);
  if (existsSync('course.yaml')) {
    // the shipped one is opened faster as it was built
    return realpathSync('.') === realpathSync(packageFolder) ? undefined : HERE;
  }
  return courseInUse(dataDirectory(world))?.file;
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

/** A path, the id of an added course, or the name of an installed package; what is none of them is taken for a path. */
function namedCourse(asked: string, world: World, packageFolder: string): string {
  if (asked === '' || existsSync(asked)) return asked;
  const [added, other] = calledSo(asked, world);
  if (added !== undefined && other !== undefined) {
    throw new Failure(words.several(asked, [added.key, other.key]));
  }
  return added?.file ?? packageNamed(asked, packageFolder) ?? asked;
}

function calledSo(id: string, world: World): ReturnType<typeof coursesCalled> {
  try {
    return coursesCalled(dataDirectory(world), id);
  } catch {
    // whoever can't read the shelf may still mean a package
    return [];
  }
}

/**
 * The folder of an installed package: in `node_modules` here or above (Node.js, "Loading from node_modules folders"), or
 * beside infra-tutor itself, where global packages lie.
 */
function packageNamed(name: string, packageFolder: string): string | undefined {
  if (!/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name)) return undefined;
  const here = resolve('.');
  const above = [here];
  for (let folder = here; dirname(folder) !== folder; folder = dirname(folder)) above.push(dirname(folder));
  return [
    ...above.map((folder) => join(folder, 'node_modules', name)),
    resolve(packageFolder, '..', name),
  ].find((folder) => existsSync(join(folder, 'course.yaml')));
}

/** Files of a course that may extend the shipped one. */
export function withShipped(files: CourseFiles, packageFolder: string): CourseFiles {
  return { ...files, base: (name) => (name === 'infra-tutor' ? diskFiles(packageFolder) : undefined) };
}

/** The files of a course in a folder or an archive. @throws Failure */
export async function courseFiles(
  path: string,
  { packageFolder }: Pick<Context, 'packageFolder'>,
): Promise<CourseFiles> {
  if (!isFile(path)) return withShipped(diskFiles(path), packageFolder);
  const { ArchiveError, mostInArchive, openArchive } = await import('../course/archive.ts');
  try {
    const files = await openArchive(readRegularFile(path, mostInArchive.packed), path);
    return withShipped(files, packageFolder);
  } catch (error) {
    if (error instanceof ArchiveError) throw new Failure(words.notOpened(path, error.message));
    throw new Failure(errors.cannotOpen(path, errorReason(error)));
  }
}

/** What can't even be asked for, such as a path with a zero byte, is no file either. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
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
