import { randomUUID } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { newCourse } from '../course/new-course.ts';
import { editorFilesOfCourse } from '../course/schemas/editor-files.ts';
import { errorReason } from '../disk/system-error.ts';
import { makeFolder } from '../disk/write-file.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { newCourseWords as words } from '../messages/teach.ts';
import { plain } from '../text/plain-text.ts';
import { type Command, Failure } from './command.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'course new',
  options: {},
  takes: { atLeast: 1, atMost: 1, what: t`the name of a folder` },
  async run({ given, world }) {
    const [name = ''] = given.words;
    checkIsFree(name);
    const course = newCourse(idOf(name), randomUUID().slice(0, 8));
    const files = [...course, ...editorFilesOfCourse()];
    try {
      for (const { path, text } of files) {
        makeFolder(dirname(join(name, path)));
        // A file that came to be meanwhile is somebody's: never written over.
        writeFileSync(join(name, path), text, { flag: 'wx' });
      }
    } catch (error) {
      throw new Failure(errors.cannotWrite(name, errorReason(error)), 1);
    }
    world.stdout.write(plain(`${[words.made(name, course.length), ...words.next(name)].join('\n')}\n`));
    return 0;
  },
};

/** A folder's name as an id; what can be none gives the usual one. */
function idOf(folder: string): string | undefined {
  const id = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id : undefined;
}

/** The folder of a new course must not be there yet, or be empty. */
function checkIsFree(name: string): void {
  try {
    const found = statSync(name, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (!found.isDirectory()) throw new Failure(words.isFile(name));
    if (readdirSync(name).length > 0) throw new Failure(words.taken(name));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(errors.cannotWrite(name, errorReason(error)));
  }
}
