import type { Token, Tokens } from 'marked';
import { courseMessages as say } from '../messages/course.ts';
import type { Problem } from '../text/problem.ts';
import { type Place, Problems } from '../text/problem.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { nameOfFile } from './lesson-reader.ts';
import { inlineWords, type MarkdownBlock, readBlocks } from './markdown.ts';
import type { Quiz } from './model.ts';
import { type QuestionBlocks, type QuestionSource, readQuestion } from './question-reader.ts';
import type { SourceText } from './source-text.ts';

export const quizKeys = ['id', 'title', 'summary', 'stage', 'topology', 'tags', 'draft'] as const;

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

/** Reads one quiz. What is wrong with it never throws: it is told in `problems`. */
export function readQuiz(source: SourceText): QuizSource {
  const problems = new Problems();
  const frontMatter = readFrontMatter(source, problems);
  const { fields } = frontMatter;
  fields.knowOnly(quizKeys, say.inQuiz);
  const start: Place = { file: source.file, line: 1, column: 1 };
  const body = readBlocks(frontMatter.body, frontMatter.bodyLine);
  if ('trouble' in body) problems.error({ ...start, line: body.line }, 'unreadable', body.trouble);
  const blocks = 'trouble' in body ? [] : body.blocks;
  const heading = blocks.find(({ token }) => token.type === 'heading')?.token;
  const id = frontMatter.id ?? nameOfFile(source.path);
  const title = frontMatter.title ?? (heading ? inlineWords((heading as Tokens.Heading).tokens) : id);
  const stage = fields.text('stage');
  const context = { file: source.file, quiz: id, topology: fields.text('topology') };
  const { intro, parts } = partAtTags(blocks, start, problems);
  const questions = parts.map((part, index) => readQuestion(part, index + 1, context));
  if (questions.length === 0 && !('trouble' in body)) problems.error(start, 'empty-quiz', say.emptyQuiz);
  const closing = problems.list.find((problem) => ['unreadable', 'empty-quiz'].includes(problem.rule));
  const problem = frontMatter.problem ?? closing;
  const quiz: Quiz = {
    id,
    title: title.trim(),
    draft: fields.flag('draft'),
    file: source.file,
    intro: problem ? [] : intro,
    questions: problem ? [] : questions.map((question) => question.question),
    problem,
  };
  const all = [...problems.list, ...questions.flatMap((question) => question.problems)];
  return { quiz, source, frontMatter, stage, questions, problems: all };
}

const tag = /^ {0,3}<(\/?)quiz>[ \t]*$/i;

/** Cuts the blocks of a file at `<quiz>` and `</quiz>`; what stands before the first is the introduction. */
function partAtTags(
  blocks: readonly MarkdownBlock[],
  start: Place,
  problems: Problems,
): { intro: readonly Token[]; parts: QuestionBlocks[] } {
  const intro: Token[] = [];
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
  return { intro, parts };
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
