import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { CourseFiles } from './course-files.ts';
import type { Course, Lesson, Page, Proof, Question, Quiz } from './model.ts';

/*
 * A course that was read when the package was built, so that the first screen needs no parser.
 * It is good only for exactly the files that it was read from: one changed byte, one file more, and it is refused.
 */

const folders = ['lessons', 'quizzes'];

/** A short word that changes with every byte of a course's files. */
export function courseFingerprint(files: CourseFiles): string {
  const hash = createHash('sha1');
  const add = (path: string): void => {
    const read = files.read(path);
    hash
      .update(`${path}\0`)
      .update('bytes' in read ? read.bytes : read.unread)
      .update('\0');
  };
  const addFolder = (folder: string, depth: number): void => {
    for (const { name, folder: isFolder } of files.list(folder) ?? []) {
      if (name.startsWith('.')) continue;
      if (!isFolder) add(`${folder}/${name}`);
      else if (depth > 0) addFolder(`${folder}/${name}`, depth - 1);
    }
  };
  for (const name of ['course.yaml', 'glossary.md']) add(name);
  for (const folder of folders) addFolder(folder, 1);
  return hash.digest('hex');
}

interface FrozenProof extends Omit<Proof, 'measures' | 'expect'> {
  readonly measures: readonly (readonly [number, string])[];
  readonly expect: readonly (readonly [number, string])[];
}
type FrozenQuestion = Omit<Question, 'proof'> & { readonly proof?: FrozenProof };
type FrozenQuiz = Omit<Quiz, 'questions'> & { readonly questions: readonly FrozenQuestion[] };
/** Pages stay text until somebody opens the lesson. */
type FrozenLesson = Omit<Lesson, 'pages'> & { readonly pages: readonly string[] };
type FrozenStage = Omit<Course['stages'][number], 'lessons' | 'quizzes'> & {
  readonly lessons: readonly FrozenLesson[];
  readonly quizzes: readonly FrozenQuiz[];
};
interface Frozen {
  readonly fingerprint: string;
  readonly course: Omit<Course, 'root' | 'stages'> & { readonly stages: readonly FrozenStage[] };
}

/** A course as text. Only one without problems may be frozen: their places would not survive a move. */
export function freezeCourse(course: Course, fingerprint: string): string {
  const [problem] = course.problems;
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
  const { root, ...rest } = course;
  const inside = (file: string): string => relative(root, file).replaceAll('\\', '/');
  const stages = course.stages.map(
    (stage): FrozenStage => ({
      ...stage,
      lessons: stage.lessons.map((lesson) => ({
        ...lesson,
        file: inside(lesson.file),
        pages: lesson.pages.map((page) => JSON.stringify(page)),
      })),
      quizzes: stage.quizzes.map((quiz) => ({
        ...quiz,
        file: inside(quiz.file),
        questions: quiz.questions.map(frozenQuestion),
      })),
    }),
  );
  const topologies = course.topologies.map((topology) => ({ ...topology, file: inside(topology.file) }));
  const frozen: Frozen = { fingerprint, course: { ...rest, topologies, stages } };
  return JSON.stringify(frozen);
}

function frozenQuestion({ proof, ...question }: Question): FrozenQuestion {
  if (!proof) return question;
  return { ...question, proof: { ...proof, measures: [...proof.measures], expect: [...proof.expect] } };
}

/** The course that was frozen, if the files are still those that it was read from. */
export function thawCourse(text: string, files: CourseFiles): Course | undefined {
  const frozen: Frozen = JSON.parse(text);
  if (frozen.fingerprint !== courseFingerprint(files)) return undefined;
  const { root } = files;
  const stages = frozen.course.stages.map((stage) => ({
    ...stage,
    topology: stage.topology,
    lessons: stage.lessons.map((lesson) => thawedLesson(lesson, join(root, lesson.file))),
    quizzes: stage.quizzes.map((quiz) => ({
      ...quiz,
      problem: undefined,
      file: join(root, quiz.file),
      questions: quiz.questions.map(thawedQuestion),
    })),
  }));
  const topologies = frozen.course.topologies.map((one) => ({ ...one, file: join(root, one.file) }));
  return { ...frozen.course, root, topologies, stages };
}

function thawedLesson(lesson: FrozenLesson, file: string): Lesson {
  return { ...lesson, topology: lesson.topology, problem: undefined, file, pages: lazily(lesson.pages) };
}

/** Pages by number, each read when it is first looked at. */
function lazily(texts: readonly string[]): readonly Page[] {
  const pages: Page[] = new Array(texts.length);
  for (const [index, text] of texts.entries()) {
    Object.defineProperty(pages, index, {
      configurable: true,
      enumerable: true,
      get() {
        const value: Page = JSON.parse(text);
        Object.defineProperty(pages, index, { value, enumerable: true });
        return value;
      },
    });
  }
  return pages;
}

function thawedQuestion({ proof, ...question }: FrozenQuestion): Question {
  const thawed = proof && { ...proof, measures: new Map(proof.measures), expect: new Map(proof.expect) };
  return { ...question, problem: undefined, proof: thawed };
}
