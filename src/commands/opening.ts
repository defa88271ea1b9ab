/** What most commands begin with: the course, the learner's journal, the terminal's abilities, a topology. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBuiltCourse } from '../course/built-course.ts';
import { type CourseFiles, diskFiles } from '../course/course-files.ts';
import type { Course } from '../course/model.ts';
import { findTopologyOrFile, type OpenTopology, topologiesOf } from '../course/topologies.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { type Journal, openJournal } from '../learner/journal.ts';
import { errors } from '../messages/errors.ts';
import { spokenCatalogue } from '../messages/language.ts';
import { learnerMessages } from '../messages/learner.ts';
import { type Abilities, abilitiesOf } from '../terminal/abilities.ts';
import { toldOn } from '../text/fold.ts';
import { plain } from '../text/plain-text.ts';
import { problemLine } from '../text/problem.ts';
import type { Topology } from '../topology/types.ts';
import { courseFiles, originElsewhere } from './asked-course.ts';
import { type Context, Failure } from './command.ts';
import { openProgress } from './progress.ts';

/** What is wrong in a file is told with one sentence each, but nobody reads a hundred. */
const mostProblems = 10;

/** The folder or the archive of the asked course, else the folder of the one that came with the program. */
export function courseFolder({ courseAsked, packageFolder }: Context): string {
  if (courseAsked === '') throw new Failure(errors.emptyCourse);
  return courseAsked ?? packageFolder;
}

/** The asked course. What is wrong inside of it is part of it; only a course that can't be read at all fails. */
export async function openCourse(context: Context): Promise<Course> {
  const built = context.courseAsked === undefined ? shippedCourse(context) : undefined;
  if (built === undefined) return openCourseAt(courseFolder(context), context);
  return inSpokenLanguage(built, diskFiles(context.packageFolder));
}

/** The course in a folder or an archive. @throws Failure */
export async function openCourseAt(path: string, context: Context): Promise<Course> {
  const { packageFolder, drafts = false } = context;
  const { CourseError, loadCourse } = await import('../course/load-course.ts');
  try {
    const files = await courseFiles(path, context);
    const originOf = (id: string) => originElsewhere(id, path, packageFolder);
    return inSpokenLanguage(loadCourse(path, { files, drafts, originOf }), files);
  } catch (error) {
    if (error instanceof CourseError) throw new Failure(error.message);
    throw error;
  }
}

/** The course in another language than English, where the program speaks one. */
async function inSpokenLanguage(course: Course, files: CourseFiles): Promise<Course> {
  if (spokenCatalogue() === undefined) return course;
  return (await import('./spoken-course.ts')).spokenCourse(course, files);
}

/** The shipped course as the build left it; undefined when there is none, or when its files were changed since. */
function shippedCourse({ packageFolder }: Context): Course | undefined {
  let text: string;
  try {
    text = readFileSync(join(packageFolder, 'dist', 'course.json'), 'utf8');
  } catch {
    return undefined;
  }
  return openBuiltCourse(text, diskFiles(packageFolder));
}

/** The program that a worker thread runs. */
export function workerEntry({ packageFolder }: Context): URL {
  return pathToFileURL(join(packageFolder, 'dist', 'worker.js'));
}

/** The learner's journal. A long history that is read for the first time says how far it is. */
export function openLearner({ world }: Context): Journal {
  const progress = openProgress(world);
  const journal = openJournal(dataDirectory(world), {
    machine: world.machine,
    far: (share) => progress.tell(() => learnerMessages.reading(share)),
  });
  progress.clear();
  return journal;
}

/** What the terminal can do, and what its person asked for. */
export function terminalOf({ asked, world }: Context): Abilities {
  const stdoutIsTerminal = world.stdout.isTTY === true;
  const interactive = stdoutIsTerminal && world.stdin.isTTY === true;
  const { env, platform } = world;
  return abilitiesOf(asked, { env, platform, interactive, stdoutIsTerminal });
}

/** One object on stdout, and nothing else; it says the same to a program and nothing to a terminal. */
export function printJson({ world }: Context, value: unknown): void {
  const text = JSON.stringify(value, null, 2).replace(/[^\x20-\x7E\n]/gu, (sign) =>
    plain(sign) === sign ? sign : asNumbers(sign),
  );
  world.stdout.write(`${text}\n`);
}

/** What JSON lets stand in a text and no terminal should get, as JSON writes it too: `\\u009b`. */
function asNumbers(sign: string): string {
  return sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** Tells on stderr what is wrong with the progress file, so that stdout stays what was asked for. */
export function tellProblems({ world }: Context, journal: Journal): void {
  for (const problem of journal.problems) world.stderr.write(toldOn(world.stderr, problem));
}

/** Topologies of a course by id. */
export async function topologyOpener(course: Pick<Course, 'topologies'>): Promise<OpenTopology> {
  const { readTopology } = await import('../topology/read.ts');
  return topologiesOf(course, readTopology);
}

/** Reads the topology that a command names by id or path. A path needs no course. */
export async function namedTopology(context: Context, idOrPath: string): Promise<OpenTopology> {
  const byPath = findTopologyOrFile({ topologies: [] }, idOrPath);
  const found = 'error' in byPath ? findTopologyOrFile(await openCourse(context), idOrPath) : byPath;
  if ('error' in found) throw new Failure(found.error);
  const { readTopology } = await import('../topology/read.ts');
  return (_name, changes) => readTopology(found.text, found.file, changes);
}

/** The topology that a command names, with the changes of `--set`. */
export async function openTopology(context: Context, idOrPath: string): Promise<Topology> {
  const open = await namedTopology(context, idOrPath);
  const { topology, problems } = open(idOrPath, context.given.texts('set'));
  if (topology !== undefined) return topology;
  throw tooWrong(problems.filter(({ severity }) => severity === 'error').map(problemLine));
}

/** What is wrong in what was asked for, in lines. */
export function tooWrong(lines: readonly string[]): Failure {
  return new Failure(lines.slice(0, mostProblems).join('\n'));
}
