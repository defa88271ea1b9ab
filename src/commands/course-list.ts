import type { Course } from '../course/model.ts';
import { errorReason } from '../disk/system-error.ts';
import { courseKey } from '../learner/course-key.ts';
import { addedCourses, courseInUse } from '../learner/course-shelf.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { quizzesOf, scoreOf } from '../learner/standing.ts';
import { courseShelfWords as words } from '../messages/course-shelf.ts';
import { errors } from '../messages/errors.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openCourse, openCourseAt, openLearner, printJson, tellProblems } from './opening.ts';
import { talkOf } from './talk.ts';

/** One course that is here; one that can't be opened says why. */
interface Row {
  readonly key: string;
  readonly inUse: boolean;
  readonly course: Course | undefined;
  readonly problem: string | undefined;
}

export const command: Command = {
  name: 'course list',
  options: { json: 'flag' },
  async run(context) {
    const rows = await coursesHere(context);
    const journal = openLearner(context);
    tellProblems(context, journal);
    const scored = rows.map((row) => {
      const { course } = row;
      return { ...row, score: course && scoreOf(quizzesOf(course), journal.progress(courseKey(course))) };
    });
    if (context.given.flag('json')) {
      const courses = scored.map(({ key, inUse, course, problem, score }) => ({
        id: key,
        title: course?.title ?? null,
        in_use: inUse,
        questions: score?.all ?? null,
        right: score?.right ?? null,
        problem: problem ?? null,
      }));
      printJson(context, { courses });
      return 0;
    }
    const talk = talkOf(context);
    const width = Math.max(...scored.map(({ key }) => key.length));
    const lines = scored.map(({ key, inUse, course, problem, score }) =>
      course === undefined || score === undefined
        ? words.broken(key, problem ?? '')
        : words.row(inUse ? '*' : ' ', key.padEnd(width), course.title, words.done(score.right, score.all)),
    );
    talk.say(...lines, '', words.legend);
    return 0;
  },
};

/** The shipped course first, then those that were added. */
async function coursesHere(context: Context): Promise<readonly Row[]> {
  const directory = dataDirectory(context.world);
  const used = courseInUse(directory)?.key;
  const shipped = await openCourse({ ...context, courseAsked: undefined });
  const rows: Row[] = [
    { key: courseKey(shipped), inUse: used === undefined, course: shipped, problem: undefined },
  ];
  for (const { key, file } of addedOn(directory)) {
    const row = { key, inUse: key === used };
    try {
      rows.push({ ...row, course: await openCourseAt(file, context), problem: undefined });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      rows.push({ ...row, course: undefined, problem: error.message });
    }
  }
  return rows;
}

function addedOn(directory: string): ReturnType<typeof addedCourses> {
  try {
    return addedCourses(directory);
  } catch (error) {
    throw new Failure(errors.cannotOpen(directory, errorReason(error)));
  }
}
