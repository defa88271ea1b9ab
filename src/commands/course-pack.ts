import { ArchiveError } from '../course/archive.ts';
import type { CourseFiles } from '../course/course-files.ts';
import { pathsOf } from '../course/course-parts.ts';
import { lintCourse } from '../course/lint.ts';
import { CourseError, loadCourse } from '../course/load-course.ts';
import { packCourse } from '../course/pack-course.ts';
import { errorReason } from '../disk/system-error.ts';
import { writeNewFile } from '../disk/write-file.ts';
import { courseShelfWords as words } from '../messages/course-shelf.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { plain } from '../text/plain-text.ts';
import { authorsFolder, courseFiles } from './asked-course.ts';
import { type Command, Failure } from './command.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'course pack',
  options: { output: 'text' },
  takes: { atLeast: 0, atMost: 1, what: t`the folder of a course` },
  async run(context) {
    const files = await courseFiles(authorsFolder(context, context.given.words[0]), context);
    const packed = await packWithoutErrors(files);
    const file = context.given.text('output') ?? `${folderName(loadCourse(files.root, { files }).id)}.tgz`;
    try {
      writeNewFile(file, packed, 0o644);
    } catch (error) {
      throw new Failure(errors.cannotWrite(file, errorReason(error)), 1);
    }
    context.world.stdout.write(plain(`${words.packed(file, pathsOf(files).length, packed.length)}\n`));
    return 0;
  },
};

/** The archive of a course in which lint finds no error: whoever gets it can't mend it. @throws Failure */
export async function packWithoutErrors(files: CourseFiles): Promise<Uint8Array> {
  try {
    const wrong = lintCourse(files).filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) throw new Failure(words.hasErrors(files.root, wrong.length), 1);
    return await packCourse(files, folderName(loadCourse(files.root, { files }).id));
  } catch (error) {
    if (error instanceof ArchiveError) throw new Failure(words.notPacked(files.root, error.message), 1);
    if (error instanceof CourseError) throw new Failure(error.message);
    throw error;
  }
}

/** An id as the name of a file or a folder. */
function folderName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60);
  return name.replace(/^[.-]+/, '') || 'course';
}
