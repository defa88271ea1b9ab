import { existsSync } from 'node:fs';
import { loadCourse } from '../course/load-course.ts';
import { errorReason } from '../disk/system-error.ts';
import { courseKey } from '../learner/course-key.ts';
import { type AddedCourse, addCourse, coursesCalled, takeIntoUse } from '../learner/course-shelf.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { courseShelfWords as words } from '../messages/course-shelf.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { plain } from '../text/plain-text.ts';
import { courseFiles, shippedId } from './asked-course.ts';
import { type Command, type Context, Failure } from './command.ts';
import { packWithoutErrors } from './course-pack.ts';
import { openCourseAt } from './opening.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'course add',
  options: {},
  takes: { atLeast: 1, atMost: 1, what: t`the archive or the folder of a course` },
  async run(context) {
    const [path = ''] = context.given.words;
    if (!existsSync(path)) throw new Failure(errors.cannotOpen(path, words.noFile));
    const { title } = await openCourseAt(path, context);
    const files = await courseFiles(path, context);
    const { id, origin } = loadCourse(path, { files });
    // packed anew, so that what is kept holds nothing but the course
    const packed = await packWithoutErrors(files);
    const elsewhere = shippedId(context.packageFolder) === id ? 'elsewhere' : undefined;
    const isNew = keep(context, courseKey({ id, origin: origin ?? elsewhere }), packed);
    const said = isNew ? words.added(title, id) : words.renewed(title);
    context.world.stdout.write(plain(`${said}\n`));
    return 0;
  },
};

/** Keeps the course and takes it into use; whether it was not here before. */
function keep({ world }: Context, key: string, packed: Uint8Array): boolean {
  const directory = dataDirectory(world);
  let added: AddedCourse | undefined;
  let isNew = false;
  try {
    isNew = !coursesCalled(directory, key).some((course) => course.key === key);
    added = addCourse(directory, key, packed);
    if (added !== undefined) takeIntoUse(directory, added);
  } catch (error) {
    throw new Failure(errors.cannotWrite(directory, errorReason(error)), 1);
  }
  if (added === undefined) throw new Failure(words.longId(key));
  return isNew;
}
