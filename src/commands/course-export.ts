import type { ExportFormat, Loss } from '../course/export/format.ts';
import { exportFormats } from '../course/export/formats.ts';
import { type PortableQuiz, portableQuiz } from '../course/export/portable.ts';
import type { Course, Quiz } from '../course/model.ts';
import { quizzesOf } from '../learner/standing.ts';
import { exportWords as words } from '../messages/export.ts';
import { messagesOf } from '../messages/language.ts';
import { plain } from '../text/plain-text.ts';
import { quizCalled } from './called.ts';
import { type Command, type Context, Failure, type Given } from './command.ts';
import { courseFolder, openCourseAt, topologyOpener } from './opening.ts';
import { openOutputFile } from './output-file.ts';

const t = messagesOf('commands');

const mostQuizzes = 1_000;

export const command: Command = {
  name: 'course export',
  options: { to: 'text', output: 'text' },
  takes: { atLeast: 0, atMost: mostQuizzes, what: t`ids of quizzes` },
  completes: 'quiz',
  async run(context) {
    const { given } = context;
    const format = formatOf(given);
    // as it was written: the built course has let go of the markdown
    const course = await openCourseAt(courseFolder(context), context);
    const openTopology = await topologyOpener(course);
    const quizzes = chosen(course, given.words).map((quiz) => portableQuiz(quiz, openTopology));
    const written = format.write(quizzes, course);
    const content = typeof written === 'string' ? plain(written) : written;
    const output = given.text('output');
    if (output !== undefined) openOutputFile(output, words.emptyOutput).write([content]);
    else if (typeof content === 'string') context.world.stdout.write(content);
    else throw new Failure(words.needsFile(format.name));
    tellLosses(context, format, quizzes);
    return 0;
  },
};

function formatOf(given: Given): ExportFormat {
  const asked = given.text('to');
  const format = exportFormats.find(({ name }) => name === asked);
  if (format !== undefined) return format;
  const names = exportFormats.map(({ name }) => name);
  throw new Failure(words.whichFormat(names, asked));
}

/** The quizzes that are named, in that order; none named: all. */
function chosen(course: Course, ids: readonly string[]): readonly Quiz[] {
  const all = quizzesOf(course);
  if (all.length === 0) throw new Failure(words.noQuiz);
  if (ids.length === 0) return all;
  return ids.map((id) => quizCalled(course, id));
}

/** What other programs can't hold is said, where it does not end up in the file. */
function tellLosses({ world }: Context, format: ExportFormat, quizzes: readonly PortableQuiz[]): void {
  const questions = quizzes.flatMap((quiz) => quiz.questions);
  const counts = new Map<Loss, number>();
  for (const loss of questions.flatMap((question) => format.losses(question)))
    counts.set(loss, (counts.get(loss) ?? 0) + 1);
  const broken = quizzes.flatMap((quiz) => quiz.broken);
  const lines = [
    words.wrote(questions.length, quizzes.length, format.name),
    ...(counts.size > 0 ? [words.losses(counts)] : []),
    ...(broken.length > 0 ? [words.broken(broken)] : []),
  ];
  world.stderr.write(plain(`${lines.join('\n')}\n`));
}
