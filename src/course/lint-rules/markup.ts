import type { Token, Tokens } from 'marked';
import { readMarkdown, tokensOf } from '../../markdown/read.ts';
import { everyToken } from '../../markdown/words.ts';
import { courseMessages as say } from '../../messages/course.ts';
import { notesWords } from '../../messages/present.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Problems } from '../../text/problem.ts';
import { isInside, linkedFrom } from '../links.ts';
import type { Course, Lesson } from '../model.ts';
import type { SourceText } from '../source-text.ts';
import { isNotes, NOTES } from '../speaker-notes.ts';
import { PlaceFinder } from './place-finder.ts';
import type { Linted } from './rule.ts';

/** More of the same in one file says nothing new. */
const mostPerFile = 10;

/** Languages that a web page draws as a picture. */
const drawn = ['mermaid', 'plantuml', 'puml', 'dot', 'graphviz', 'd2', 'svgbob', 'ditaa'];

/** Some tokens of a file, and the line where they begin. */
interface Part {
  readonly tokens: readonly Token[];
  readonly line: number;
}

/** What is wrong with a token. */
type Judged = readonly [severity: 'error' | 'warning', rule: string, message: string];

/** Markdown that learners see otherwise than their author does in an editor or on a web page. */
export function checkMarkup({ source, course }: Linted, problems: Problems): undefined {
  for (const { lesson } of source.lessons) {
    const parts = lesson.lesson.pages.flatMap(({ blocks, notes, line }) => [
      { tokens: tokensOf(notes), line },
      ...blocks.flatMap((block): readonly Part[] => {
        switch (block.kind) {
          case 'markdown':
            return [block];
          case 'predict':
            return [{ tokens: block.prediction.debrief, line: block.line }];
          case 'whiteboard': {
            const { points, mentor } = block.whiteboard;
            const tokens = [...points, ...mentor.flatMap(({ ask, answer }) => [ask, answer])].flat();
            return [{ tokens, line: block.line }];
          }
          default:
            return [];
        }
      }),
    ]);
    const footnotes = lesson.lesson.pages.flatMap((page) => page.footnotes);
    // each is looked at once, however many pages refer to it, and all in the order of the file
    const all = [...parts, ...new Set(footnotes)].sort((one, other) => one.line - other.line);
    const inLesson = (token: Token) => lessonToken(token, lesson.lesson, course) ?? anyToken(token);
    checkTokens(lesson.source, all, inLesson, problems);
  }
  for (const { source: file, frontMatter, ...part } of [...source.quizzes, ...source.missions]) {
    const { body, bodyLine } = frontMatter;
    checkTokens(file, partsOf(body, bodyLine), 'quiz' in part ? otherToken : tokenWithoutNotes, problems);
  }
  const glossary = source.texts.find(({ path }) => path === 'glossary.md');
  if (glossary) checkTokens(glossary, partsOf(glossary.text, 1), tokenWithoutNotes, problems);
}

function partsOf(text: string, firstLine: number): readonly Part[] {
  return readMarkdown(text, firstLine).blocks.map(({ token, line }) => ({ tokens: [token], line }));
}

function checkTokens(
  source: SourceText,
  parts: readonly Part[],
  judge: (token: Token) => Judged | undefined,
  problems: Problems,
): void {
  const places = new PlaceFinder(source);
  let found = 0;
  for (const { tokens, line } of parts) {
    places.beginAt(line);
    for (const token of everyToken(tokens)) {
      const judged = judge(token);
      if (judged === undefined) continue;
      if (++found > mostPerFile) return;
      const [severity, rule, message] = judged;
      problems[severity](places.of(token.raw), rule, message);
    }
  }
}

/** What a lesson shows in its own way: boxes that nobody ticks, and links that a key follows. */
function lessonToken(token: Token, lesson: Lesson, course: Course): Judged | undefined {
  if (token.type === 'list_item' && token.task) return ['warning', 'task-list', say.taskList];
  if (token.type !== 'link') return undefined;
  const { href } = token as Tokens.Link;
  if (isOutside(href)) return undefined;
  if (!isInside(href)) return ['warning', 'link', say.linkElsewhere];
  if (linkedFrom(lesson, href, course) !== undefined) return undefined;
  const ids = course.stages.flatMap(({ lessons, quizzes, missions }) => [
    ...lessons,
    ...quizzes,
    ...missions,
  ]);
  const name = href
    .replace(/#.*$/, '')
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '');
  const nearest = nearestWord(
    name,
    ids.map(({ id }) => id),
  );
  return ['error', 'dead-link', say.deadLink(href, nearest)];
}

/** Where a `notes` block would be shown as code: a mission, the glossary. */
function tokenWithoutNotes(token: Token): Judged | undefined {
  return isNotes(token) ? ['error', NOTES, notesWords.elsewhere] : otherToken(token);
}

/** What no key follows: a link outside of lessons. */
function otherToken(token: Token): Judged | undefined {
  if (token.type === 'link' && !isOutside((token as Tokens.Link).href))
    return ['warning', 'link', say.linkInside];
  return anyToken(token);
}

/** An address that is shown as it is written. */
function isOutside(href: string): boolean {
  return /^(?:https?:|mailto:)/i.test(href);
}

function anyToken({ type, raw, ...token }: Token): Judged | undefined {
  const language = type === 'code' && 'lang' in token ? String(token.lang ?? '').toLowerCase() : '';
  if (type === 'html' && !/^\s*(?:<!--|<\/?quiz>)/i.test(raw)) return ['warning', 'html', say.htmlTags];
  if (type === 'image')
    return ['warning', 'image', raw.startsWith('![]') ? say.imageWithoutWords : say.image];
  if (type === 'blockquote' && /^\s*> ?\[![A-Z]+\]/.test(raw)) return ['warning', 'alert', say.alertMark];
  if (drawn.includes(language)) return ['warning', 'drawing-language', say.drawingLanguage(language)];
  if (['math', 'latex', 'tex'].includes(language)) return ['warning', 'formula', say.formula];
  return undefined;
}
