/**
 * Courses that the learner has added: archives beside the progress, one a course, each named by the key that the journal
 * knows the course by. So a new edition takes the place of the old one, and what was done stays.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from '../disk/regular-file.ts';
import { errorCode } from '../disk/system-error.ts';
import { makeFolder, writeNewFile } from '../disk/write-file.ts';

export interface AddedCourse {
  /** what the journal calls it (course-key.ts) */
  readonly key: string;
  /** its archive */
  readonly file: string;
}

const ending = '.tgz';
const longestName = 200;

/** Every added course, by key; nothing where none was added. @throws what the system says */
export function addedCourses(directory: string): readonly AddedCourse[] {
  return namesIn(shelf(directory))
    .filter((name) => name.endsWith(ending))
    .flatMap((name) => {
      const key = keyOf(name);
      return key === undefined ? [] : [{ key, file: join(shelf(directory), name) }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Added courses that an id may mean: a key, or the id before the origin. */
export function coursesCalled(directory: string, id: string): readonly AddedCourse[] {
  const all = addedCourses(directory);
  const exact = all.filter(({ key }) => key === id);
  return exact.length > 0 ? exact : all.filter(({ key }) => key.startsWith(`${id}@`));
}

/**
 * Keeps an archive, whole or not at all, in the place of an earlier edition.
 *
 * @returns the course; undefined when its key is too long for a file's name
 * @throws what the system says
 */
export function addCourse(directory: string, key: string, packed: Uint8Array): AddedCourse | undefined {
  const name = `${nameOf(key)}${ending}`;
  if (name.length > longestName) return undefined;
  const file = join(shelf(directory), name);
  makeFolder(shelf(directory), 0o700);
  writeNewFile(file, packed, 0o600);
  return { key, file };
}

/** The archive of the course in use; undefined: the shipped one is. */
export function courseInUse(directory: string): AddedCourse | undefined {
  try {
    const key = readRegularFile(join(shelf(directory), 'in-use'), 1024).toString();
    return addedCourses(directory).find((course) => course.key === key);
  } catch {
    return undefined;
  }
}

/** Takes a course into use; undefined: the shipped one. @throws what the system says */
export function takeIntoUse(directory: string, course: AddedCourse | undefined): void {
  const file = join(shelf(directory), 'in-use');
  if (course === undefined) rmSync(file, { force: true });
  else writeNewFile(file, course.key, 0o600);
}

function shelf(directory: string): string {
  return join(directory, 'courses');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** As `%` and two digits whatever one system or another takes amiss in a name; capitals, since some know none. */
function nameOf(key: string): string {
  return [...Buffer.from(key)]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[a-z0-9._-]/.test(sign) ? sign : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

function keyOf(name: string): string | undefined {
  try {
    return decodeURIComponent(name.slice(0, -ending.length));
  } catch {
    return undefined;
  }
}
