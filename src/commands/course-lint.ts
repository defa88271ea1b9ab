import { join } from 'node:path';
import { diskFiles } from '../course/course-files.ts';
import { lintCourse } from '../course/lint.ts';
import { fixCourse } from '../course/lint-fix.ts';
import { CourseError } from '../course/load-course.ts';
import { errorReason } from '../disk/system-error.ts';
import { replaceFile } from '../disk/write-file.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { lintWords as words } from '../messages/teach.ts';
import { plainLine } from '../text/plain-text.ts';
import { problemLine } from '../text/problem.ts';
import { authorsFolder, courseFiles } from './asked-course.ts';
import { type Command, type Context, Failure } from './command.ts';
import { githubLine, sarifOf } from './lint-formats.ts';
import { printJson } from './opening.ts';
import { talkOf } from './talk.ts';
import { versionOf } from './version.ts';

const t = messagesOf('commands');

const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

export const command: Command = {
  name: 'course lint',
  options: { fix: 'flag', strict: 'flag', format: 'text', json: 'flag' },
  takes: { atLeast: 0, atMost: 1, what: t`the folder of a course` },
  async run(context) {
    const { given } = context;
    const format = formatOf(context);
    const files = await courseFiles(authorsFolder(context, given.words[0]), context);
    try {
      const fixed = given.flag('fix') ? mend(files.root) : [];
      const problems = lintCourse(files);
      print[format](context, { course: files.root, fixed, problems });
      const counts = given.flag('strict')
        ? problems
        : problems.filter(({ severity }) => severity === 'error');
      return counts.length > 0 ? 1 : 0;
    } catch (error) {
      if (error instanceof CourseError) throw new Failure(error.message);
      throw error;
    }
  },
};

function formatOf({ given }: Context): Format {
  if (given.flag('json')) return 'json';
  const asked = given.text('format') ?? 'text';
  const format = FORMATS.find((known) => known === asked);
  if (format === undefined) throw new Failure(errors.whichFormat(asked, FORMATS));
  return format;
}

/** What lint found, for whoever reads it: one entry a format. */
interface Found {
  readonly course: string;
  readonly fixed: readonly string[];
  readonly problems: ReturnType<typeof lintCourse>;
}

const print: Readonly<Record<Format, (context: Context, found: Found) => void>> = {
  text: (context, { course, fixed, problems }) => {
    const talk = talkOf(context);
    talk.say(...fixed.map(words.fixed), ...problems.map(lineOf), words.total(course, countsOf(problems)));
  },
  json: (context, found) => printJson(context, found),
  github: ({ world }, { problems }) => {
    world.stdout.write(problems.map((problem) => `${plainLine(githubLine(problem))}\n`).join(''));
  },
  sarif: (context, { problems }) => printJson(context, sarifOf(problems, versionOf(context.packageFolder))),
};

function mend(root: string): readonly string[] {
  return fixCourse(diskFiles(root)).map(({ path, file, text }) => {
    try {
      replaceFile(join(root, path), text);
    } catch (error) {
      throw new Failure(errors.cannotWrite(file, errorReason(error)), 1);
    }
    return file;
  });
}

type Problems = Found['problems'];

function lineOf(problem: Problems[number]): string {
  return problem.severity === 'warning' ? `${problemLine(problem)} (${words.warning})` : problemLine(problem);
}

function countsOf(problems: Problems): { errors: number; warnings: number } {
  const count = problems.filter(({ severity }) => severity === 'error').length;
  return { errors: count, warnings: problems.length - count };
}
