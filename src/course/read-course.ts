import { courseMessages as say } from '../messages/course.ts';
import type { Problem } from '../text/problem.ts';
import { assignToStages } from './assign-to-stages.ts';
import { type CourseFiles, entriesOf, type FolderEntry } from './course-files.ts';
import { type CourseEntry, readCourseYaml, type StageEntry } from './course-yaml.ts';
import { readGlossary } from './glossary.ts';
import { Lazy } from './lazy.ts';
import { type LessonSource, readLesson } from './lesson-reader.ts';
import { type MissionSource, readMission } from './missions/mission-reader.ts';
import type { Course, TopologyFile } from './model.ts';
import { type QuizSource, readQuiz } from './quiz-reader.ts';
import { readSource, type SourceText, shownPath } from './source-text.ts';
import { uniqueLessons, uniqueMissions, uniqueQuizzes, uniqueTopologies } from './unique-ids.ts';
import { unreadLesson, unreadMission, unreadQuiz } from './unread.ts';

/** Why a folder is no course at all; a sentence for the person. */
export class CourseError extends Error {
  override readonly name = 'CourseError';
}

/** A course with everything that lint wants to know of its files. */
export interface CourseSource {
  readonly course: Course;
  readonly entry: CourseEntry;
  readonly stages: readonly StageEntry[];
  /** what is wrong in the lists of course.yaml: names that lead nowhere */
  readonly listed: readonly Problem[];
  /** by the folder that they lie in, in the order of their files */
  readonly lessons: readonly { readonly folder: string; readonly lesson: LessonSource }[];
  readonly quizzes: readonly QuizSource[];
  readonly missions: readonly MissionSource[];
  /** every text that was read, for rules about characters */
  readonly texts: readonly SourceText[];
}

/** Reads a course. Only a folder without a readable course.yaml throws, a `CourseError`. */
export function readCourse(files: CourseFiles): CourseSource {
  const reading = new Reading(files);
  const courseText = openCourseFile(files);
  reading.texts.push(courseText);
  const entry = readCourseYaml(courseText);
  const folders = reading.folders('lessons');
  const stages = entry.stages ?? folders.map(stageOfFolder(courseText.file));
  const inOrder = [...stages.map((stage) => stage.id), ...folders];
  const stageFolders = [...new Set(inOrder)].filter((folder) => folders.includes(folder));
  const lessons = uniqueLessons(stageFolders.flatMap((folder) => reading.lessonsIn(folder)));
  const quizzes = uniqueQuizzes(reading.quizzes());
  const topologies = uniqueTopologies([
    ...stageFolders.flatMap((folder) => reading.topologiesIn(`lessons/${folder}`, folder)),
    ...reading.topologiesIn('missions', ''),
  ]);
  const missions = uniqueMissions(reading.missions());
  const glossary = new Lazy(() => reading.glossary());
  const assigned = assignToStages(stages, lessons, quizzes, missions);
  const course: Course = {
    root: files.root,
    id: entry.id,
    origin: entry.origin,
    title: entry.title,
    language: entry.language,
    stages: assigned.stages,
    get glossary() {
      return glossary.value.glossary;
    },
    topologies: topologies.topologies,
    get problems() {
      return problems.value;
    },
  };
  const problems = new Lazy(() => [
    ...entry.problems,
    ...assigned.problems,
    ...reading.problems,
    ...lessons.flatMap(({ lesson }) => lesson.problems),
    ...topologies.problems,
    ...quizzes.flatMap((quiz) => quiz.problems),
    ...missions.flatMap((mission) => mission.problems),
    ...glossary.value.problems,
  ]);
  return {
    course,
    entry,
    stages,
    listed: assigned.problems,
    lessons,
    quizzes,
    missions,
    texts: reading.texts,
  };
}

function openCourseFile(files: CourseFiles): SourceText {
  const listed = files.list('');
  if (!('entries' in listed)) {
    const { root } = files;
    throw new CourseError(
      listed.unread === 'missing' ? say.noFolder(root) : say.noCourse(root, say.unread(listed)),
    );
  }
  const read = readSource(files, 'course.yaml');
  if ('text' in read) return read;
  const missing = listed.entries.every(({ name }) => name !== 'course.yaml');
  throw new CourseError(
    missing ? say.noCourseFile(files.root) : `${read.problem.file}: ${read.problem.message}`,
  );
}

/** A stage for a folder of lessons that no course.yaml speaks of. */
function stageOfFolder(file: string): (folder: string) => StageEntry {
  return (folder) => ({
    id: folder,
    title: folder,
    summary: '',
    topology: undefined,
    lessons: [],
    quizzes: [],
    missions: [],
    at: { file, line: 1, column: 1 },
  });
}

/** Reads the files of a course one by one, and keeps what was read and what could not be. */
class Reading {
  readonly texts: SourceText[] = [];
  readonly problems: Problem[] = [];
  readonly #files: CourseFiles;
  readonly #unlisted = new Set<string>();

  constructor(files: CourseFiles) {
    this.#files = files;
  }

  folders(folder: string): readonly string[] {
    return this.#entries(folder)
      .filter((entry) => entry.folder && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  }

  lessonsIn(folder: string): { folder: string; lesson: LessonSource }[] {
    return this.#paths(`lessons/${folder}`, /\.(md|markdown)$/i).map((path) => {
      const read = this.#read(path);
      const lesson = 'text' in read ? readLesson(read) : unreadLesson(this.#source(path), read.problem);
      return { folder, lesson };
    });
  }

  quizzes(): QuizSource[] {
    return this.#paths('quizzes', /\.(md|markdown)$/i).map((path) => {
      const read = this.#read(path);
      return 'text' in read ? readQuiz(read) : unreadQuiz(this.#source(path), read.problem);
    });
  }

  missions(): MissionSource[] {
    return this.#paths('missions', /\.(md|markdown)$/i).map((path) => {
      const read = this.#read(path);
      return 'text' in read ? readMission(read) : unreadMission(this.#source(path), read.problem);
    });
  }

  topologiesIn(folder: string, stage: string): { topology: TopologyFile; source: SourceText }[] {
    return this.#paths(folder, /\.ya?ml$/i).flatMap((path) => {
      const read = this.#read(path);
      if ('text' in read) return [{ topology: topologyOf(read, stage), source: read }];
      this.problems.push(read.problem);
      const source = this.#source(path);
      return [{ topology: { ...topologyOf(source, stage), problem: read.problem }, source }];
    });
  }

  glossary(): ReturnType<typeof readGlossary> {
    if (!entriesOf(this.#files, '').some(({ name }) => name === 'glossary.md'))
      return { glossary: [], problems: [] };
    const read = this.#read('glossary.md');
    return 'text' in read ? readGlossary(read) : { glossary: [], problems: [read.problem] };
  }

  #paths(folder: string, ending: RegExp): string[] {
    return this.#entries(folder)
      .filter(({ name, folder: isFolder }) => !isFolder && ending.test(name) && !name.startsWith('.'))
      .filter(({ name }) => !/^readme\./i.test(name))
      .map(({ name }) => `${folder}/${name}`);
  }

  /** What lies in a folder; why it can't be told is told once, and a folder that isn't there holds nothing. */
  #entries(folder: string): readonly FolderEntry[] {
    const listed = this.#files.list(folder);
    if ('entries' in listed) return listed.entries;
    if (listed.unread !== 'missing' && !this.#unlisted.has(folder)) {
      const place = { file: shownPath(this.#files, folder), line: 1, column: 1 };
      this.problems.push({ ...place, rule: 'unreadable', severity: 'error', message: say.unread(listed) });
    }
    this.#unlisted.add(folder);
    return [];
  }

  #read(path: string): ReturnType<typeof readSource> {
    const read = readSource(this.#files, path);
    if ('text' in read) this.texts.push(read);
    return read;
  }

  #source(path: string): SourceText {
    return { file: shownPath(this.#files, path), path, text: '' };
  }
}

/** The id and title of a topology, from its first lines: whoever runs it reads the rest. */
function topologyOf(source: SourceText, stage: string): TopologyFile {
  const written = (key: string): string | undefined => {
    const value = new RegExp(`^${key}:[ \\t]+(.*)$`, 'm')
      .exec(source.text)?.[1]
      ?.replace(/\s#.*$/, '')
      .trim();
    return value?.replace(/^(["'])(.*)\1$/, '$2') || undefined;
  };
  const name = (source.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const id = written('id') ?? name;
  return { id, title: written('title') ?? id, stage, file: source.file, text: source.text };
}
