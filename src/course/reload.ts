/** A course that is read again after its author has saved something. */
import { join } from 'node:path';
import type { Problem } from '../text/problem.ts';
import { readTopology } from '../topology/read.ts';
import type { CourseFiles } from './course-files.ts';
import { pathsOf } from './course-parts.ts';
import type { Course } from './model.ts';
import { CourseError, type CourseSource, readCourse } from './read-course.ts';
import { shownPath } from './source-text.ts';

/** What there is to show now. */
export interface Reloaded {
  readonly course: Course;
  /** the errors in what was changed; where it was good before, the course has it as it was */
  readonly errors: readonly Problem[];
}

type Bytes = ReadonlyMap<string, Uint8Array>;

/** Reads a course again and again. A file that has become wrong counts as it was when it was last good. */
export class Reloader {
  readonly #show: (course: Course) => Course;
  /** every file as it was when it was last good, by its path in the course */
  #good: Bytes;
  #last: Course;

  /**
   * @param files as they are now, which is taken for good
   * @param last what is shown now
   * @param show makes what learners see of what was read, e.g. without drafts
   */
  constructor(files: CourseFiles, last: Course, show: (course: Course) => Course) {
    this.#good = bytesOf(files);
    this.#last = last;
    this.#show = show;
  }

  reload(files: CourseFiles): Reloaded {
    const now = bytesOf(files);
    const changed = [...now]
      .filter(([path, bytes]) => !isSame(bytes, this.#good.get(path)))
      .map(([path]) => path);
    const { source, errors } = readWithErrors(files, changed);
    const wrong = new Set(errors.map(({ file }) => file));
    const bad = changed.filter((path) => wrong.has(shownPath(files, path)));
    const { kept, shown } = this.#asLastGood(files, bad) ?? { kept: new Map(), shown: source };
    this.#good = new Map([...[...now].filter(([path]) => !bad.includes(path)), ...kept]);
    if (shown !== undefined) this.#last = this.#show(shown.course);
    return { course: this.#last, errors };
  }

  /** The course with some of its files as they were when they were last good; those that never were stay as they are. */
  #asLastGood(
    files: CourseFiles,
    bad: readonly string[],
  ): { readonly kept: Bytes; readonly shown: CourseSource | undefined } | undefined {
    const kept = new Map(bad.flatMap((path) => entryOf(this.#good, path)));
    if (kept.size === 0) return undefined;
    const { source: shown, errors } = readWithErrors(overlaid(files, kept), [...kept.keys()]);
    const wrong = new Set(errors.map(({ file }) => file));
    const good = [...kept.keys()].filter((path) => !wrong.has(shownPath(files, path)));
    return good.length === kept.size ? { kept, shown } : this.#asLastGood(files, good);
  }
}

/** The course, if it can be read at all, and the errors in some of its files. */
function readWithErrors(
  files: CourseFiles,
  paths: readonly string[],
): { readonly source: CourseSource | undefined; readonly errors: readonly Problem[] } {
  try {
    const source = readCourse(files);
    const found = paths.flatMap((path) => problemsIn(source, path));
    const listed = paths.length === 0 ? [] : source.listed;
    return { source, errors: [...found, ...listed].filter(({ severity }) => severity === 'error') };
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    const place = { file: join(files.root, 'course.yaml'), line: 1, column: 1 };
    return {
      source: undefined,
      errors: [{ ...place, rule: 'unreadable', severity: 'error', message: error.message }],
    };
  }
}

/** What is wrong in one file. Those that nobody changed are not read for it. */
function problemsIn(source: CourseSource, path: string): readonly Problem[] {
  if (path === 'course.yaml') return source.entry.problems;
  const isIt = (part: { readonly source: { readonly path: string } }): boolean => part.source.path === path;
  const part =
    source.lessons.map(({ lesson }) => lesson).find(isIt) ??
    source.quizzes.find(isIt) ??
    source.missions.find(isIt);
  if (part !== undefined) return part.problems;
  const file = join(source.course.root, path);
  const topology = source.course.topologies.find((each) => each.file === file);
  if (topology === undefined) return [];
  if (topology.problem !== undefined) return [topology.problem];
  return readTopology(topology.text, topology.file).problems;
}

function entryOf(bytes: Bytes, path: string): readonly (readonly [string, Uint8Array])[] {
  const found = bytes.get(path);
  return found === undefined ? [] : [[path, found]];
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(one, other) === 0;
}

/** The files, some of them as they were. */
function overlaid(files: CourseFiles, kept: Bytes): CourseFiles {
  return {
    ...files,
    read(path) {
      const bytes = kept.get(path);
      return bytes === undefined ? files.read(path) : { bytes };
    },
  };
}

/** Every file of a course that can be read. */
function bytesOf(files: CourseFiles): Bytes {
  const all = new Map<string, Uint8Array>();
  for (const path of pathsOf(files)) {
    const read = files.read(path);
    if ('bytes' in read) all.set(path, read.bytes);
  }
  return all;
}
