import { courseMessages as say } from '../messages/course.ts';
import { type Problem, Problems } from '../text/problem.ts';
import { assignToStages } from './assign-to-stages.ts';
import { type CourseFiles, entriesOf, type FolderEntry } from './course-files.ts';
import { type CourseEntry, readCourseYaml, type StageEntry } from './course-yaml.ts';
import { extendedStages, takenAway } from './extend-stages.ts';
import { readGlossary } from './glossary.ts';
import { hintWordsOf } from './hints.ts';
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
  /** the topologies in its own files; those below are its own too, and not of a course that it extends */
  readonly topologies: readonly TopologyFile[];
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
  reading.hints = entry.language === 'en' ? [] : hintWordsOf(files, entry.language);
  const folders = reading.folders('lessons');
  const extending = new Problems();
  const base = baseOf(entry, files, extending);
  const own = entry.stages ?? folders.map(stageOfFolder(courseText.file));
  const stages = base === undefined ? own : extendedStages(base.stages, own, extending);
  const isKept = keptOf(own);
  const inOrder = [...stages.map((stage) => stage.id), ...folders];
  const stageFolders = [...new Set(inOrder)].filter((folder) => folders.includes(folder));
  const kept = {
    lessons: base?.lessons.filter(({ lesson }) => isKept(lesson.lesson.id)) ?? [],
    quizzes: base?.quizzes.filter(({ quiz }) => isKept(quiz.id)) ?? [],
    missions: base?.missions.filter(({ mission }) => isKept(mission.id)) ?? [],
  };
  const allLessons = uniqueLessons([
    ...kept.lessons,
    ...stageFolders.flatMap((folder) => reading.lessonsIn(folder)),
  ]);
  const allQuizzes = uniqueQuizzes([...kept.quizzes, ...reading.quizzes()]);
  const topologies = uniqueTopologies([
    ...stageFolders.flatMap((folder) => reading.topologiesIn(`lessons/${folder}`, folder)),
    ...reading.topologiesIn('missions', ''),
  ]);
  const allMissions = uniqueMissions([...kept.missions, ...reading.missions()]);
  const lessons = allLessons.slice(kept.lessons.length);
  const quizzes = allQuizzes.slice(kept.quizzes.length);
  const missions = allMissions.slice(kept.missions.length);
  const under =
    base?.topologies.filter(({ id }) => topologies.topologies.every((one) => one.id !== id)) ?? [];
  const glossary = new Lazy(() => reading.glossary());
  const assigned = assignToStages(stages, allLessons, allQuizzes, allMissions);
  const course: Course = {
    root: files.root,
    id: entry.id,
    origin: entry.origin,
    title: entry.title,
    language: entry.language,
    stages: assigned.stages,
    get glossary() {
      const words = glossary.value.glossary;
      const terms = new Set(words.map(({ term }) => term.toLowerCase()));
      return [
        ...words,
        ...(base?.course.glossary.filter(({ term }) => !terms.has(term.toLowerCase())) ?? []),
      ];
    },
    topologies: [...topologies.topologies, ...under],
    get problems() {
      return problems.value;
    },
  };
  const problems = new Lazy(() => [
    ...entry.problems,
    ...extending.list,
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
    listed: [...extending.list, ...assigned.problems],
    topologies: topologies.topologies,
    lessons,
    quizzes,
    missions,
    texts: reading.texts,
  };
}

/** The course that this one extends; what is wrong with that is told. */
function baseOf(entry: CourseEntry, files: CourseFiles, problems: Problems): CourseSource | undefined {
  const { extends: over } = entry;
  if (over === undefined) return undefined;
  const found = files.base?.(over.name);
  if (found === undefined) {
    problems.error(over.at, 'extends', say.nothingToExtend(over.name));
    return undefined;
  }
  const base = readCourse(found);
  const { edition } = base.entry;
  if (over.edition !== undefined && over.edition !== edition)
    problems.warning(over.at, 'extends', say.otherEdition(over.name, over.edition, edition));
  return base;
}

/** Tells what of an extended course is still there. */
function keptOf(own: readonly StageEntry[]): (id: string) => boolean {
  const gone = takenAway(own);
  return (id) => !gone.has(id);
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
    hasTitle: false,
    before: [],
    after: [],
    hide: [],
    replace: [],
    at: { file, line: 1, column: 1 },
  });
}

/** Reads the files of a course one by one, and keeps what was read and what could not be. */
class Reading {
  readonly texts: SourceText[] = [];
  readonly problems: Problem[] = [];
  /** what begins a hint, beside `Hint` */
  hints: readonly string[] = [];
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
    if (!('text' in read)) return read;
    const source = { ...read, hints: this.hints };
    this.texts.push(source);
    return source;
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
