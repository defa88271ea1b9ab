import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { courseRevision } from '../course/course-revision.ts';
import type { Course, Quiz } from '../course/model.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import { errorReason } from '../disk/system-error.ts';
import type { HandIn } from '../learner/class/hand-in.ts';
import { largestHandIn, readHandIn } from '../learner/class/read-hand-in.ts';
import { type Rerun, Scripts } from '../learner/class/rerun.ts';
import { ClassTally, type LearnerRow } from '../learner/class/tally.ts';
import { type Seen, type Sorted, seenOf, sortedHandIns } from '../learner/class/who-handed-in.ts';
import { courseKey } from '../learner/course-key.ts';
import { classWords as words } from '../messages/class.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { withPool } from '../workers/pool.ts';
import { quizCalled } from './called.ts';
import { classCsv } from './class-report/csv.ts';
import { classHtml } from './class-report/html.ts';
import { classJson } from './class-report/json.ts';
import { classLines } from './class-report/lines.ts';
import type { ClassReport } from './class-report/report.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openCourse, printJson, topologyOpener, workerEntry } from './opening.ts';
import { openOutputFile } from './output-file.ts';
import { openProgress, type Progress } from './progress.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

/** Different scripts that are run again: a few seconds of work for two cores. */
const usualRuns = 100;

export const command: Command = {
  name: 'class report',
  options: { quiz: 'text', csv: 'text', html: 'text', json: 'flag', runs: 'text' },
  takes: {
    atLeast: 1,
    atMost: Number.POSITIVE_INFINITY,
    what: t`the files that were handed in, or their folder`,
  },
  async run(context) {
    const { given } = context;
    const runs = runsOf(given.text('runs'));
    const files = given.words.flatMap(filesIn);
    if (files.length === 0) throw new Failure(words.noFiles);
    const course = await openCourse(context);
    const asked = given.text('quiz');
    const quiz = asked === undefined ? undefined : quizCalled(course, asked);
    const outputs = [
      { option: 'csv', write: classCsv },
      { option: 'html', write: classHtml },
    ].flatMap(({ option, write }) => {
      const file = given.text(option);
      return file === undefined ? [] : [{ write, output: openOutputFile(file, words.noOutput(option)) }];
    });
    const report = await reportOn(context, course, { files, quiz, runs });
    for (const { write, output } of outputs) output.write(write(report));
    if (given.flag('json')) printJson(context, classJson(report));
    else {
      const talk = talkOf(context);
      talk.say(...classLines(report, talk.width));
    }
    return report.learners.length > 0 ? 0 : 1;
  },
};

function runsOf(text: string | undefined): number {
  if (text === undefined) return usualRuns;
  if (!/^\d{1,6}$/.test(text) || Number(text) > 100_000) throw new Failure(words.runs(text));
  return Number(text);
}

/** What a report is asked for. */
interface AskedReport {
  readonly files: readonly string[];
  /** the quiz that is reported on alone; undefined: all of the course is */
  readonly quiz: Quiz | undefined;
  /** different scripts that are run again at most */
  readonly runs: number;
}

/** What was handed in of one quiz; of all when there is none. */
function ofQuiz(handIn: HandIn, quiz: Quiz | undefined): HandIn {
  if (quiz === undefined) return handIn;
  const answers = handIn.answers.filter((handed) => handed.quiz === quiz.id);
  return { ...handIn, answers, missions: [], predictions: [] };
}

/** A file as it is named; of a folder the hand-ins in it. */
function filesIn(path: string): readonly string[] {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    throw new Failure(errors.cannotOpen(path, errorReason(error)));
  }
}

/**
 * Reads every file twice, so that none has to be kept: first to see whose count, then to count those. What is wrong with
 * one is a note, and hinders no other.
 */
async function reportOn(
  context: Context,
  course: Course,
  { files, quiz, runs }: AskedReport,
): Promise<ClassReport> {
  const progress = openProgress(context.world);
  const { seen, notes } = firstLook(course, files, progress);
  const sorted = sortedHandIns(seen);
  const tally = new ClassTally(course, await topologyOpener(course));
  const scripts = new Scripts(course, runs);
  const revision = courseRevision(course);
  const learners: LearnerRow[] = [];
  const onLearners: string[] = [];
  for (const seen of sorted.counted) {
    const whole = read(seen.file);
    if (typeof whole === 'string') continue;
    const { name } = seen;
    const handIn = ofQuiz(whole, quiz);
    const learner = tally.take(seen, handIn);
    scripts.take(handIn, name);
    learners.push(learner);
    if (handIn.course.revision !== revision) onLearners.push(words.otherRevision(name, learner.strangers));
    else if (learner.strangers > 0) onLearners.push(words.strangers(name, learner.strangers));
    if (learner.otherwise > 0) onLearners.push(words.otherwise(name, learner.otherwise));
    progress.tell(() => words.reading(learners.length, sorted.counted.length));
  }
  const rerun = await withPool(workerEntry(context), (pool) => scripts.run(pool.run));
  progress.clear();
  return {
    course,
    title: quiz === undefined ? course.title : words.quiz(course.title, quiz.title),
    files: files.length,
    learners,
    items: tally.items,
    rerun,
    notes: [...notes, ...notesOn(sorted), ...onLearners, ...notesOnRuns(rerun)],
  };
}

/** Who handed in what, and why some of it doesn't count. */
function firstLook(course: Course, files: readonly string[], progress: Progress): FirstLook {
  const seen: Seen[] = [];
  const notes: string[] = [];
  const key = courseKey(course);
  for (const [index, file] of files.entries()) {
    const handIn = read(file);
    if (typeof handIn === 'string') notes.push(handIn);
    else if (courseKey(handIn.course) !== key) {
      notes.push(words.otherCourse(file, courseKey(handIn.course)));
    } else seen.push(seenOf(file, handIn));
    progress.tell(() => words.reading(index, files.length));
  }
  return { seen, notes };
}

interface FirstLook {
  readonly seen: readonly Seen[];
  readonly notes: readonly string[];
}

/** A hand-in, or why the file is none. */
function read(file: string): HandIn | string {
  try {
    const handIn = readHandIn(readRegularFile(file, largestHandIn).toString());
    return typeof handIn === 'string' ? words.noHandIn[handIn](file) : handIn;
  } catch (error) {
    return words.unread(file, errorReason(error));
  }
}

function notesOn({ older, alike }: Sorted): readonly string[] {
  return [
    ...older.map(({ seen, newest }) =>
      words.older(newest.name, seen.file, newest.file, seen.learner !== newest.learner),
    ),
    ...alike.map((group) => words.alike(group.map(({ name }) => name))),
  ];
}

function notesOnRuns({ differs }: Rerun): readonly string[] {
  return differs.map(({ name, id, kind, stars }) => words.differs(name, id, kind, stars));
}
