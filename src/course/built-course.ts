/**
 * The shipped course, read when the package is built, so that nobody waits for it at every start. It counts only
 * as long as the files of the course are the very ones that it was built from.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '../text/problem.ts';
import { type CourseFiles, entriesOf } from './course-files.ts';
import type { Course, Lesson, Question, Quiz } from './model.ts';

interface Built {
  readonly fingerprint: string;
  readonly course: Course;
}

/** A course as text. It must have been loaded from the folder `.`, so that its paths fit wherever it is installed. */
export function buildCourse(course: Course, files: CourseFiles): string {
  const built: Built = { fingerprint: fingerprintOf(files), course };
  return JSON.stringify(built, withoutSource);
}

/**
 * A token of marked's without the text that it was read from: a third of the course, which is looked at only while it
 * is read. What has no other words, such as HTML, keeps it.
 */
function withoutSource(_key: string, value: unknown): unknown {
  const isToken = typeof value === 'object' && value !== null && 'raw' in value && 'type' in value;
  return isToken && value.type !== 'html' && 'text' in value ? { ...value, raw: '' } : value;
}

/** The built course at its new place; undefined when it isn't what the files say, or is not whole. */
export function openBuiltCourse(text: string, files: CourseFiles): Course | undefined {
  let built: Built;
  try {
    built = JSON.parse(text);
  } catch {
    return undefined;
  }
  return built.fingerprint === fingerprintOf(files) ? placed(built.course, files.root) : undefined;
}

/** Every file of a course by its path and bytes. */
function fingerprintOf(files: CourseFiles): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const read = files.read(path);
    hash.update(`${path}\0`);
    if ('bytes' in read) hash.update(`${read.bytes.length}\0`).update(read.bytes);
    else hash.update(read.unread);
  };
  const addFolder = (folder: string): void => {
    for (const entry of entriesOf(files, folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.folder) addFolder(path);
      else add(path);
    }
  };
  add('course.yaml');
  add('glossary.md');
  addFolder('lessons');
  addFolder('quizzes');
  addFolder('missions');
  return hash.digest('hex');
}

/** The course with the paths of its folder, and with what JSON can't say. */
function placed(course: Course, root: string): Course {
  const at = <T extends { readonly file: string }>(part: T): T => ({ ...part, file: join(root, part.file) });
  const problem = (found: Problem | undefined) => found && at(found);
  const lesson = (part: Lesson): Lesson => ({ ...at(part), problem: problem(part.problem) });
  const question = (part: Question): Question => ({ ...part, problem: problem(part.problem) });
  const quiz = (part: Quiz): Quiz => ({
    ...at(part),
    questions: part.questions.map(question),
    problem: problem(part.problem),
  });
  return {
    ...course,
    root,
    stages: course.stages.map((stage) => ({
      ...stage,
      lessons: stage.lessons.map(lesson),
      quizzes: stage.quizzes.map(quiz),
      missions: stage.missions.map((part) => ({ ...at(part), problem: problem(part.problem) })),
    })),
    topologies: course.topologies.map(at),
    problems: course.problems.map(at),
  };
}
