/** What lies in `locales`: catalogues of the program's sentences, and the course in other languages. */
import { catalogueWords } from '../../messages/catalogue.ts';
import { translationWords as say } from '../../messages/translation.ts';
import type { Place, Problems } from '../../text/problem.ts';
import { readCatalogue } from '../catalogue-reader.ts';
import { catalogueState } from '../catalogue-writer.ts';
import { type CourseFiles, entriesOf } from '../course-files.ts';
import { readFields } from '../fields.ts';
import type { FrontMatter } from '../front-matter.ts';
import { readGlossary } from '../glossary.ts';
import { hintWordsOf } from '../hints.ts';
import { type LessonSource, readLesson } from '../lesson-reader.ts';
import { type MissionSource, readMission } from '../missions/mission-reader.ts';
import type { Block } from '../page-blocks.ts';
import { type QuizSource, readQuiz } from '../quiz-reader.ts';
import { readSource, type SourceText, shownPath } from '../source-text.ts';
import { asksTheSame, textRevision, translatedPaths } from '../translated-course.ts';
import type { Linted } from './rule.ts';

export function checkTranslations(linted: Linted, problems: Problems): undefined {
  for (const { name, folder } of entriesOf(linted.files, 'locales')) {
    const tag = folder ? name : name.replace(/\.yaml$/, '');
    if (name.startsWith('.') || (!folder && tag === name)) continue;
    const at = { file: shownPath(linted.files, `locales/${name}`), line: 1, column: 1 };
    if (!isTag(tag)) problems.error(at, 'language', say.noTag(tag));
    else if (folder) checkFolder(linted, tag, problems);
    else checkCatalogue(linted.files, tag, problems);
  }
  checkHintWords(linted, problems);
}

/** What is a hint in another language is a part of the question here. */
function checkHintWords({ source, files: { program } }: Linted, problems: Problems): void {
  const words = (program?.languages ?? []).flatMap((language) => program?.catalogue(language)?.hints ?? []);
  for (const { question, at } of source.quizzes.flatMap((quiz) => quiz.questions)) {
    for (const token of question.prompt) {
      const word = token.type === 'blockquote' ? /^>\s*([^:\n]{1,40}?)\s*:/.exec(token.raw)?.[1] : undefined;
      if (word !== undefined && words.some((known) => known.toLowerCase() === word.toLowerCase()))
        problems.warning(at, 'hint-word', say.hintWord(word));
    }
  }
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** A catalogue: its form, what the program no longer says, and what nobody has translated. */
function checkCatalogue(files: CourseFiles, language: string, problems: Problems): void {
  const source = readSource(files, `locales/${language}.yaml`);
  if (!('text' in source)) return problems.add([source.problem]);
  const read = readCatalogue(language, source.text, source.file);
  problems.add(read.problems.list);
  const sentences = files.program?.sentences();
  if (sentences === undefined) return;
  const { missing, stale } = catalogueState(sentences, read);
  for (const { key, at } of stale) problems.warning(at, 'stale-sentence', catalogueWords.stale(key));
  // what the program's own catalogue has need not be here
  const known = files.program?.catalogue(language)?.sections;
  const untold = missing.filter(({ section, key }) => known?.get(section)?.has(key) !== true);
  if (untold.length === 0) return;
  const at = { file: source.file, line: 1, column: 1 };
  problems.warning(at, 'missing-sentences', catalogueWords.missing(untold.length, language));
}

/** Each file of a folder `locales/TAG` against what it translates. */
function checkFolder({ source, files }: Linted, language: string, problems: Problems): void {
  const hints = hintWordsOf(files, language);
  for (const path of translatedPaths(files, language)) {
    const read = readSource(files, `locales/${language}/${path}`);
    if (!('text' in read)) {
      problems.add([read.problem]);
      continue;
    }
    const at = { file: read.file, line: 1, column: 1 };
    const own = { ...read, hints };
    const isIt = (part: { readonly source: SourceText }): boolean => part.source.path === path;
    const lesson = source.lessons.map(({ lesson: each }) => each).find(isIt);
    const quiz = source.quizzes.find(isIt);
    const mission = source.missions.find(isIt);
    if (lesson !== undefined) checkLesson(readLesson(own), lesson, at, problems);
    else if (quiz !== undefined) checkQuiz(own, quiz, at, problems);
    else if (mission !== undefined) checkMission(readMission(own), mission, at, problems);
    else if (path === 'course.yaml') checkTitles(own, source.course, problems);
    else if (path === 'glossary.md' && 'bytes' in files.read(path)) problems.add(readGlossary(own).problems);
    else problems.error(at, 'translates-nothing', say.nothing(path));
  }
}

interface Translated {
  readonly source: SourceText;
  readonly frontMatter: FrontMatter;
}

/** Its id, and whether its original is still the one that was translated. */
function checkOrigin(
  { frontMatter }: Translated,
  id: string,
  original: SourceText,
  at: Place,
  problems: Problems,
): void {
  const own = frontMatter.id ?? id;
  if (own !== id) problems.error(frontMatter.fields.at('id'), 'translation', say.id(own, id));
  const now = textRevision(original.text);
  const told = frontMatter.fields.text('translates');
  if (told === undefined) problems.warning(at, 'translates', say.untold(now));
  else if (told !== now) problems.warning(frontMatter.fields.at('translates'), 'translates', say.stale(now));
}

function checkLesson(own: LessonSource, original: LessonSource, at: Place, problems: Problems): void {
  checkOrigin(own, original.lesson.id, original.source, at, problems);
  problems.add(own.problems);
  const [pages, others] = [own.lesson.pages, original.lesson.pages];
  if (pages.length !== others.length) {
    problems.error(at, 'translation', say.pages(pages.length, others.length));
    return;
  }
  for (const [index, page] of pages.entries()) {
    const [mine, theirs] = [partsOf(page.blocks), partsOf(others[index]?.blocks ?? [])];
    const differs = Math.max(mine.length, theirs.length);
    const first = Array.from({ length: differs }, (_, place) => place).find(
      (place) => mine[place]?.machine !== theirs[place]?.machine,
    );
    if (first === undefined) continue;
    const [block, other] = [mine[first], theirs[first]];
    const isSameKind = block !== undefined && block.kind === other?.kind;
    const told = block === undefined ? say.noBlock : (isSameKind ? say.otherBlock : say.block)(block.kind);
    const wanted = other === undefined ? say.noBlock : say.block(other.kind);
    const place = { ...at, line: block?.line ?? page.line };
    problems.error(place, 'translation', say.blocks(page.title, told, wanted));
  }
}

/** What of a page is for the program: the same in every language. */
function partsOf(
  blocks: readonly Block[],
): readonly { readonly kind: string; readonly line: number; readonly machine: string }[] {
  return blocks.flatMap((block) => {
    const machine = machineOf(block);
    return machine === undefined
      ? []
      : [{ kind: block.kind, line: block.line, machine: JSON.stringify([block.kind, machine]) }];
  });
}

function machineOf(block: Block): unknown {
  switch (block.kind) {
    case 'markdown':
      return undefined;
    case 'diagram':
      return [block.topology, block.growth?.form];
    case 'simulate':
      return block.run;
    case 'predict': {
      const { measure, guesses, number } = block.prediction;
      return [block.run, measure, guesses.map(({ range }) => range), number];
    }
    case 'whiteboard':
      return [block.whiteboard.minutes, block.whiteboard.points.length, block.whiteboard.mentor.length];
    case 'listing':
      return block.listing.form;
  }
}

function checkQuiz(source: SourceText, original: QuizSource, at: Place, problems: Problems): void {
  const ids = new Map(original.questions.map(({ question, itemIds }) => [question.id, itemIds]));
  const own = readQuiz(source, (id) => ids.get(id));
  checkOrigin(own, original.quiz.id, original.source, at, problems);
  problems.add(own.problems);
  for (const { question } of original.questions) {
    const mine = own.questions.find((each) => each.question.id === question.id);
    if (mine === undefined) problems.warning(at, 'translation', say.questionGone(question.id));
    else if (mine.question.problem === undefined && !asksTheSame(mine.question, question))
      problems.error(mine.at, 'translation', say.otherKey(question.id));
  }
  for (const { question, at: place } of own.questions) {
    if (!ids.has(question.id)) problems.error(place, 'translation', say.questionMore(question.id));
  }
}

function checkMission(own: MissionSource, original: MissionSource, at: Place, problems: Problems): void {
  checkOrigin(own, original.mission.id, original.source, at, problems);
  problems.add(own.problems);
  const [goals, others] = [own.mission.goals.length, original.mission.goals.length];
  if (goals !== others) problems.error(at, 'translation', say.goals(goals, others));
}

/** `locales/TAG/course.yaml`: titles and summaries of stages, and titles of topologies, by id. */
function checkTitles(source: SourceText, course: Linted['course'], problems: Problems): void {
  const start = { file: source.file, line: 1, column: 1 };
  const { fields } = readFields(source.text, start, start, problems);
  fields.knowOnly(['title', 'stages', 'topologies'], catalogueWords.titles());
  const check = (
    key: string,
    known: readonly { readonly id: string }[],
    sentence: (id: string) => string,
  ) => {
    const written = fields.value(key);
    for (const [id, { at }] of written?.type === 'map' ? written.entries : [])
      if (known.every((each) => each.id !== id)) problems.warning(at, 'translation', sentence(id));
  };
  check('stages', course.stages, say.stage);
  check('topologies', course.topologies, say.topology);
}
