/**
 * A course in another language than its own: what lies in `locales/TAG` says it in that language, file by file, and what is
 * not translated is shown as it was written. Ids, revisions, runs and keys are those of the original, so that progress is
 * the same in every language.
 */
import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { Located } from '../text/located.ts';
import { valueAt } from '../text/located.ts';
import { Problems } from '../text/problem.ts';
import { readYaml } from '../text/yaml.ts';
import { type CourseFiles, entriesOf } from './course-files.ts';
import { readGlossary } from './glossary.ts';
import { hintWordsOf } from './hints.ts';
import { Lazy } from './lazy.ts';
import { readLesson } from './lesson-reader.ts';
import { readMission } from './missions/mission-reader.ts';
import type { Course, GlossaryEntry, Lesson, Mission, Page, Question, Quiz, Stage } from './model.ts';
import type { Block, BlockOf } from './page-blocks.ts';
import { questionType } from './question-types/all.ts';
import { readQuiz } from './quiz-reader.ts';
import { readSource, type SourceText } from './source-text.ts';

/**
 * A course as it is shown to those who read this language.
 *
 * @param folders the files of the course, and after them those of the one that it extends
 */
export function translatedCourse(course: Course, folders: readonly CourseFiles[], language: string): Course {
  const translations = folders.flatMap((files) => translationIn(files, language) ?? []);
  if (translations.length === 0) return course;
  const glossary = new Lazy(() => glossaryOf(course, translations));
  // not spread: that would read all of it
  const { root, id, origin } = course;
  return {
    ...{ root, id, origin, language: course.language },
    title: translations[0]?.title ?? course.title,
    stages: course.stages.map((stage) => translatedStage(stage, translations)),
    topologies: course.topologies.map((topology) => ({
      ...topology,
      title: translations.flatMap((each) => each.topologies.get(topology.id) ?? [])[0] ?? topology.title,
    })),
    get glossary() {
      return glossary.value;
    },
    get problems() {
      return course.problems;
    },
  };
}

/** What a folder holds of a language. */
interface Translation {
  readonly title: string | undefined;
  readonly stages: ReadonlyMap<string, { readonly title?: string; readonly summary?: string }>;
  /** the titles of topologies, by id */
  readonly topologies: ReadonlyMap<string, string>;
  /** the translated file, by the path of the original inside the course; undefined: there is none that can be read */
  readonly source: (path: string) => SourceText | undefined;
  readonly original: (path: string) => SourceText | undefined;
  /** the path inside the course of a file, as the person knows it */
  readonly pathOf: (file: string) => string | undefined;
}

function translationIn(files: CourseFiles, language: string): Translation | undefined {
  const above = entriesOf(files, 'locales');
  if (!above.some(({ name, folder }) => folder && name === language)) return undefined;
  const folder = `locales/${language}`;
  const entry = new Lazy(() => titlesIn(files, folder));
  const hints = hintWordsOf(files, language);
  const sourceAt = (path: string): SourceText | undefined => {
    const read = readSource(files, path);
    return 'text' in read ? { ...read, hints } : undefined;
  };
  const known = new Map<string, ReadonlySet<string>>();
  const has = (path: string): boolean => {
    const at = path.lastIndexOf('/');
    const place = at < 0 ? folder : `${folder}/${path.slice(0, at)}`;
    const names = known.get(place) ?? new Set(entriesOf(files, place).map(({ name }) => name));
    known.set(place, names);
    return names.has(path.slice(at + 1));
  };
  return {
    ...entry.value,
    source: (path) => (has(path) ? sourceAt(`${folder}/${path}`) : undefined),
    original: sourceAt,
    pathOf(file) {
      const path = relative(files.root, file);
      return path.startsWith('..') ? undefined : path.split(sep).join('/');
    },
  };
}

/** The titles and summaries of `locales/TAG/course.yaml`. */
function titlesIn(files: CourseFiles, folder: string): Pick<Translation, 'title' | 'stages' | 'topologies'> {
  const read = readSource(files, `${folder}/course.yaml`);
  if (!('text' in read)) return { title: undefined, stages: new Map(), topologies: new Map() };
  const { tree } = readYaml(read.text, { file: read.file, line: 1, column: 1 }, new Problems());
  const entriesAt = (key: string) => {
    const value = valueAt(tree, key);
    return value?.type === 'map' ? [...value.entries] : [];
  };
  return {
    title: textIn(valueAt(tree, 'title')),
    stages: new Map(
      entriesAt('stages').map(([id, { value }]) => {
        const [title, summary] = [textIn(valueAt(value, 'title')), textIn(valueAt(value, 'summary'))];
        return [id, { ...(title && { title }), ...(summary && { summary }) }];
      }),
    ),
    topologies: new Map(
      entriesAt('topologies').flatMap(([id, { value }]) => {
        const title = textIn(value);
        return title === undefined ? [] : [[id, title] as const];
      }),
    ),
  };
}

function textIn(node: Located | undefined): string | undefined {
  return node?.type === 'scalar' && !node.empty && node.text !== '' ? node.text : undefined;
}

function translatedStage(stage: Stage, translations: readonly Translation[]): Stage {
  const words = translations.flatMap(({ stages }) => stages.get(stage.id) ?? []);
  const inWords = <T extends { readonly file: string }>(
    part: T,
    translate: (part: T, source: SourceText, original: () => SourceText | undefined) => T,
  ): T => {
    for (const { pathOf, source, original } of translations) {
      const path = pathOf(part.file);
      const found = path === undefined ? undefined : source(path);
      if (path !== undefined && found !== undefined) return translate(part, found, () => original(path));
    }
    return part;
  };
  return {
    ...stage,
    ...Object.assign({}, ...words.toReversed()),
    lessons: stage.lessons.map((lesson) => inWords(lesson, translatedLesson)),
    quizzes: stage.quizzes.map((quiz) => inWords(quiz, translatedQuiz)),
    missions: stage.missions.map((mission) => inWords(mission, translatedMission)),
  };
}

function glossaryOf(course: Course, translations: readonly Translation[]): readonly GlossaryEntry[] {
  const sources = translations.flatMap(({ source }) => source('glossary.md') ?? []);
  const own = sources.flatMap((source) => readGlossary(source).glossary);
  return own.length === 0 ? course.glossary : own;
}

/** A lesson in its translation's words; as it was written where that can't be shown. */
function translatedLesson(original: Lesson, source: SourceText): Lesson {
  const read = new Lazy(() => readLesson(source).lesson);
  const shown = () => (read.value.problem === undefined ? read.value : original);
  const pages = new Lazy(() =>
    shown() === original ? original.pages : withIdentities(read.value.pages, original.pages),
  );
  const { id, minutes, prerequisites, topology, tags, draft } = original;
  return {
    ...{ id, minutes, prerequisites, topology, tags, draft, original },
    file: source.file,
    get title() {
      return shown().title;
    },
    get summary() {
      return shown().summary;
    },
    get objectives() {
      return shown().objectives;
    },
    get pages() {
      return pages.value;
    },
    get problem() {
      return shown() === original ? original.problem : undefined;
    },
  };
}

/** The blocks that the journal knows by their words get the identity of those in the same place of the original. */
function withIdentities(pages: readonly Page[], originals: readonly Page[]): readonly Page[] {
  const predictions = blocksOf(originals, 'predict');
  const boards = blocksOf(originals, 'whiteboard');
  const areAll =
    blocksOf(pages, 'predict').length === predictions.length &&
    blocksOf(pages, 'whiteboard').length === boards.length;
  if (!areAll) return pages;
  const next = { prediction: 0, board: 0 };
  const identified = (block: Block): Block => {
    if (block.kind === 'predict') return asAsked(block, predictions[next.prediction++]);
    if (block.kind !== 'whiteboard') return block;
    const id = boards[next.board++]?.whiteboard.id ?? block.whiteboard.id;
    return { ...block, whiteboard: { ...block.whiteboard, id } };
  };
  return pages.map((page) => ({ ...page, blocks: page.blocks.map(identified) }));
}

function blocksOf<Kind extends Block['kind']>(pages: readonly Page[], kind: Kind): readonly BlockOf<Kind>[] {
  return pages.flatMap(({ blocks }) => blocks.filter((block): block is BlockOf<Kind> => block.kind === kind));
}

/** A prediction that is about the same run, and whose guesses the journal knows by the words of the original. */
function asAsked(block: BlockOf<'predict'>, original: BlockOf<'predict'> | undefined): BlockOf<'predict'> {
  if (original === undefined) return block;
  const { id, measure, number, guesses } = original.prediction;
  if (guesses.length !== block.prediction.guesses.length) return original;
  const said = guesses.map((guess, index) => ({
    ...guess,
    text: number === undefined ? (block.prediction.guesses[index]?.text ?? guess.text) : guess.text,
  }));
  const prediction = { ...block.prediction, id, measure, number, guesses: said };
  return { ...block, run: original.run, prediction };
}

/** A quiz in its translation's words, question by question: one that asks something else is asked as it was written. */
function translatedQuiz(
  original: Quiz,
  source: SourceText,
  originalSource: () => SourceText | undefined,
): Quiz {
  const read = new Lazy(() => {
    const written = originalSource();
    const ids = new Map(
      (written === undefined ? [] : readQuiz(written).questions).map(({ question, itemIds }) => [
        question.id,
        itemIds,
      ]),
    );
    return readQuiz(source, (id) => ids.get(id)).quiz;
  });
  const questions = new Lazy(() =>
    original.questions.map((question) => translatedQuestion(question, read.value.questions)),
  );
  const shown = () => (read.value.problem === undefined ? read.value : original);
  const { id, draft, exam } = original;
  return {
    ...{ id, draft, exam },
    file: source.file,
    get title() {
      return shown().title;
    },
    get intro() {
      return shown().intro;
    },
    get notes() {
      return shown().notes;
    },
    get questionIds() {
      return original.questionIds;
    },
    get questions() {
      return questions.value;
    },
    get problem() {
      return original.problem;
    },
  };
}

function translatedQuestion(original: Question, candidates: readonly Question[]): Question {
  const own = candidates.find(({ id }) => id === original.id);
  if (own === undefined || !asksTheSame(own, original)) return original;
  const { revision, fixed, proof, proofProblem, line } = original;
  return { ...own, revision, fixed, proof, proofProblem, line };
}

/** Whether what is right in the one is right in the other; words that are written may differ. */
export function asksTheSame(one: Question, other: Question): boolean {
  if (one.problem !== undefined || one.type !== other.type || one.asks.form !== other.asks.form) return false;
  if (one.asks.form === 'text') return true;
  if (one.asks.form === 'number') {
    return JSON.stringify(numberAsked(one)) === JSON.stringify(numberAsked(other));
  }
  if (one.asks.form === 'place')
    return other.asks.form === 'place' && one.asks.topology === other.asks.topology;
  const solution = (question: Question) =>
    JSON.stringify([
      'items' in question.asks ? question.asks.items.map(({ id }) => id).sort() : question.asks,
      questionType(question.type)?.solve(question).answer,
    ]);
  return solution(one) === solution(other);
}

/** The number that is right, and what it is counted in; what is counted has another word in another language. */
function numberAsked(question: Question): unknown {
  const unit = question.asks.form === 'number' ? question.asks.unit : undefined;
  return [unit?.kind === 'count' ? 'count' : unit, questionType(question.type)?.accepts(question)];
}

/** A mission in its translation's words. */
function translatedMission(original: Mission, source: SourceText): Mission {
  const { mission } = readMission(source);
  if (mission.problem !== undefined) return original;
  const { title, summary, briefing, debrief, hints, goals } = mission;
  return {
    ...original,
    ...{ title, summary, briefing, debrief },
    hints: hints.length === original.hints.length ? hints : original.hints,
    goals: original.goals.map((goal, index) => ({ ...goal, says: goals[index]?.says ?? goal.says })),
    file: source.file,
  };
}

/** Changes with what a file says: a translation names the one that it was made of, `translates: 1a2b3c4d`. */
export function textRevision(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8);
}

/** The files of a folder `locales/TAG`, by the paths of what they translate. */
export function translatedPaths(files: CourseFiles, language: string): readonly string[] {
  const entriesAt = (path: string) => entriesOf(files, `locales/${language}${path === '' ? '' : `/${path}`}`);
  const stages = entriesAt('lessons').filter(({ folder }) => folder);
  const folders = ['', 'quizzes', 'missions', ...stages.map(({ name }) => `lessons/${name}`)];
  return folders.flatMap((path) =>
    entriesAt(path).flatMap(({ name, folder }) => (folder ? [] : [path === '' ? name : `${path}/${name}`])),
  );
}
