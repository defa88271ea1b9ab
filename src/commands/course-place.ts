/**
 * Where the course lies that is meant: a folder, an archive, an added course, a package. Nothing here says anything, since
 * it is found before a language is chosen.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type CourseFiles, diskFiles } from '../course/course-files.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import { courseInUse, coursesCalled } from '../learner/course-shelf.ts';
import { dataDirectory, type Surroundings } from '../learner/data-directory.ts';
import { HERE } from './command.ts';

/** A path, undefined for the shipped course; or the added courses that are called so, where these are several. */
export type CoursePlace =
  | { readonly path: string | undefined }
  | { readonly several: readonly [string, string] };

/**
 * Where the asked course lies: what `--course` says, else the folder that the person stands in, else what `course use`
 * has chosen.
 */
export function placeOfCourse(
  asked: string | undefined,
  surroundings: Surroundings,
  packageFolder: string,
): CoursePlace {
  if (asked !== undefined) return namedCourse(asked, surroundings, packageFolder);
  if (existsSync('course.yaml')) {
    // the shipped one is opened faster as it was built
    return { path: realpathSync('.') === realpathSync(packageFolder) ? undefined : HERE };
  }
  return { path: courseInUse(dataDirectory(surroundings))?.file };
}

/** A path, the id of an added course, or the name of an installed package; what is none of them is taken for a path. */
function namedCourse(asked: string, surroundings: Surroundings, packageFolder: string): CoursePlace {
  if (asked === '' || existsSync(asked)) return { path: asked };
  const [added, other] = calledSo(asked, surroundings);
  if (added !== undefined && other !== undefined) return { several: [added.key, other.key] };
  return { path: added?.file ?? packageNamed(asked, packageFolder) ?? asked };
}

function calledSo(id: string, surroundings: Surroundings): ReturnType<typeof coursesCalled> {
  try {
    return coursesCalled(dataDirectory(surroundings), id);
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

/** The files in a folder or an archive. @throws ArchiveError, or what the system says */
export async function filesAt(path: string): Promise<CourseFiles> {
  if (!isFile(path)) return diskFiles(path);
  const { mostInArchive, openArchive } = await import('../course/archive.ts');
  return openArchive(readRegularFile(path, mostInArchive.packed), path);
}

/** What can't even be asked for, such as a path with a zero byte, is no file either. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
