import type { Token } from 'marked';
import type { MarkdownBlock } from '../markdown/read.ts';
import { headingWords } from '../markdown/words.ts';
import { courseMessages as say } from '../messages/course.ts';
import type { Problem } from '../text/problem.ts';
import { type Place, Problems } from '../text/problem.ts';
import { readExam } from './exam.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { Lazy } from './lazy.ts';
import { nameOfFile } from './lesson-reader.ts';
import { readBlocks } from './markdown-body.ts';
import type { Question, Quiz } from './model.ts';
import { questionIdsIn } from './outline.ts';
import {
  type QuestionBlocks,
  type QuestionContext,
  type QuestionSource,
  readQuestion,
} from './question-reader.ts';
import { ofTranslations, type SourceText } from './source-text.ts';
import { isNotes, withNotes } from './speaker-notes.ts';

export const quizKeys = [
  'id',
  'title',
  'summary',
  'stage',
  'topology',
  'tags',
  'draft',
  'fixed',
  'exam',
] as const;

/** A quiz, and what lint wants to know of its file. */
export interface QuizSource {
  readonly quiz: Quiz;
  readonly source: SourceText;
  readonly frontMatter: FrontMatter;
  /** id of the stage that the quiz says it belongs to */
  readonly stage: string | undefined;
  readonly questions: readonly QuestionSource[];
  readonly problems: readonly Problem[];
}

/**
 * Reads one quiz. What is wrong with it never throws: it is told in `problems`. Its front matter is read now, its
 * questions when they are asked for.
 *
 * @param itemIds of a translation: what the items of a question are called in its original
 */
export function readQuiz(
  source: SourceText,
  itemIds: QuestionContext['itemIds'] = () => undefined,
): QuizSource {
  const problems = new Problems();
  const frontMatter = readFrontMatter(source, problems);
  const { fields } = frontMatter;
  fields.knowOnly([...quizKeys, ...ofTranslations(source)], say.inQuiz);
  const id = frontMatter.id ?? nameOfFile(source.path);
  const stage = fields.text('stage');
  const context = {
    file: source.file,
    quiz: id,
    topology: fields.text('topology'),
    fixed: fields.flag('fixed'),
    hints: source.hints ?? [],
    itemIds,
  };
  const body = new Lazy(() => readBody(frontMatter, context));
  const ids = new Lazy(() => questionIdsIn(frontMatter.body, id));
  const problem = (): Problem | undefined =>
    frontMatter.problem ?? (body.isMade || ids.value === undefined ? body.value.closing : undefined);
  const quiz: Quiz = {
    id,
    get title() {
      return (frontMatter.title ?? body.value.title).trim();
    },
    draft: fields.flag('draft'),
    exam: readExam(fields, problems),
    file: source.file,
    get intro() {
      return problem() ? [] : body.value.intro;
    },
    get notes() {
      return problem() ? '' : body.value.notes;
    },
    get questionIds() {
      if (problem()) return [];
      return ids.value ?? body.value.questions.map(({ question }) => question.id);
    },
    get questions() {
      return frontMatter.problem ? [] : body.value.asked;
    },
    get problem() {
      return problem();
    },
  };
  return {
    quiz,
    source,
    frontMatter,
    stage,
    get questions() {
      return body.value.questions;
    },
    get problems() {
      return [...problems.list, ...body.value.problems];
    },
  };
}

interface Body {
  readonly title: string;
  readonly intro: readonly Token[];
  readonly notes: string;
  readonly questions: readonly QuestionSource[];
  /** the questions that can be asked: none where there is nothing to show */
  readonly asked: readonly Question[];
  readonly problems: readonly Problem[];
  /** why there is nothing to show */
  readonly closing: Problem | undefined;
}

function readBody(frontMatter: FrontMatter, context: QuestionContext): Body {
  const problems = new Problems();
  const start: Place = { file: context.file, line: 1, column: 1 };
  const { blocks, refused } = readBlocks(
    frontMatter.body,
    { ...start, line: frontMatter.bodyLine },
    problems,
  );
  const heading = blocks.find(({ token }) => token.type === 'heading')?.token;
  const { intro, notes, parts } = partAtTags(blocks, start, problems);
  const questions = parts.map((part, index) => readQuestion(part, index + 1, context));
  if (questions.length === 0 && !refused) problems.error(start, 'empty-quiz', say.emptyQuiz);
  const closing = problems.list.find(({ rule }) => rule === 'unreadable' || rule === 'empty-quiz');
  return {
    title: heading ? headingWords(heading) : context.quiz,
    intro,
    notes,
    questions,
    asked: closing ? [] : questions.map(({ question }) => question),
    problems: [...problems.list, ...questions.flatMap((question) => question.problems)],
    closing,
  };
}

const tag = /^ {0,3}<(\/?)quiz>[ \t]*$/i;

/** Cuts the blocks of a file at `<quiz>` and `</quiz>`; what stands before the first is the introduction. */
function partAtTags(
  blocks: readonly MarkdownBlock[],
  start: Place,
  problems: Problems,
): { intro: readonly Token[]; notes: string; parts: QuestionBlocks[] } {
  const intro: Token[] = [];
  let notes = '';
  const parts: QuestionBlocks[] = [];
  let open: QuestionBlocks | undefined;
  const shut = (line: number): void => {
    open?.faults.push({ line, sentence: say.quizNotClosed });
    open = undefined;
  };
  for (const block of blocks) {
    const tags = tagsOf(block);
    if (tags.length === 0) {
      if (open) open.blocks.push(block);
      else if (parts.length === 0 && isNotes(block.token))
        notes = withNotes(notes, block.token, { ...start, line: block.line }, problems);
      else if (parts.length === 0 && isText(block)) intro.push(block.token);
      else if (isText(block))
        problems.warning({ ...start, line: block.line }, 'outside-quiz', say.outsideQuiz);
      continue;
    }
    const alone = tags.length === 1 && block.token.raw.trim() === tags[0]?.text.trim();
    if (!alone && open && tags[0]?.closes) open.blocks.push(block);
    for (const { closes, line } of tags) {
      if (closes && !open) problems.error({ ...start, line }, 'quiz-tag', say.closedTwice);
      if (!closes) {
        if (open) shut(open.line);
        open = { line, blocks: [], faults: [] };
        parts.push(open);
      }
      if (!alone) open?.faults.push({ line, sentence: say.tagNotAlone });
      if (closes) open = undefined;
    }
  }
  if (open) shut(open.line);
  return { intro, notes, parts };
}

/** The tags in a block. One that shares its block with other text lacks an empty line around it. */
function tagsOf({ token, line }: MarkdownBlock): { text: string; closes: boolean; line: number }[] {
  if (token.type === 'code' || !/<\/?quiz>/i.test(token.raw)) return [];
  return token.raw
    .replace(/^\n+/, '')
    .split('\n')
    .flatMap((text, index) => {
      const match = tag.exec(text);
      return match ? [{ text, closes: match[1] === '/', line: line + index }] : [];
    });
}

/** Text that a reader would miss: titles, comments and empty lines are none. */
function isText({ token }: MarkdownBlock): boolean {
  return !['space', 'heading', 'html', 'def', 'hr'].includes(token.type);
}
