import { errorReason } from '../disk/system-error.ts';
import { type AddedCourse, coursesCalled, takeIntoUse } from '../learner/course-shelf.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { courseShelfWords as words } from '../messages/course-shelf.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { plain } from '../text/plain-text.ts';
import { shippedId } from './asked-course.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openCourse, openCourseAt } from './opening.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'course use',
  options: {},
  takes: { atLeast: 1, atMost: 1, what: t`the id of a course` },
  async run(context) {
    const [id = ''] = context.given.words;
    const chosen = id === shippedId(context.packageFolder) ? undefined : courseCalled(id, context);
    // one that can't be opened is not taken into use
    const { title } =
      chosen === undefined
        ? await openCourse({ ...context, courseAsked: undefined })
        : await openCourseAt(chosen.file, context);
    const directory = dataDirectory(context.world);
    try {
      takeIntoUse(directory, chosen);
    } catch (error) {
      throw new Failure(errors.cannotWrite(directory, errorReason(error)), 1);
    }
    context.world.stdout.write(plain(`${words.inUse(title)}\n`));
    return 0;
  },
};

/** The one added course of this id. @throws Failure when there is none, or more than one */
function courseCalled(id: string, { world }: Context): AddedCourse {
  const directory = dataDirectory(world);
  let found: readonly AddedCourse[];
  try {
    found = coursesCalled(directory, id);
  } catch (error) {
    throw new Failure(errors.cannotOpen(directory, errorReason(error)));
  }
  const [course, other] = found;
  if (course === undefined) throw new Failure(words.unknown(id));
  if (other !== undefined)
    throw new Failure(
      words.several(
        id,
        found.map(({ key }) => key),
      ),
    );
  return course;
}
