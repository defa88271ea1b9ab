import type { Token } from 'marked';
import { everyToken, newlines } from '../../markdown/words.ts';
import { courseMessages as say } from '../../messages/course.ts';
import { cells } from '../../text/cells.ts';
import type { Place, Problems } from '../../text/problem.ts';
import type { Question } from '../model.ts';
import type { SourceText } from '../source-text.ts';
import type { Linted } from './rule.ts';

/** An 80-column terminal less the margins and the indent of code. */
const widestCode = 74;
/** More of the same in one file says nothing new. */
const mostPerFile = 10;

/** Fences that hold YAML of ours: a drawing has a rule of its own, and the others are not shown. */
const ours = /^[`~]+\s*(?:diagram|simulate|prove|point|predict)\b/;

/** Some tokens of a file, and the line where they begin. */
interface Part {
  readonly tokens: readonly Token[];
  readonly line: number;
}

/** Markdown that learners see otherwise than their author does in an editor or on a web page. */
export function checkMarkup({ source }: Linted, problems: Problems): undefined {
  for (const { lesson } of source.lessons) {
    const blocks = lesson.lesson.pages.flatMap((page) => page.blocks);
    check(
      lesson.source,
      blocks.flatMap((block) => (block.kind === 'markdown' ? block : [])),
      problems,
    );
  }
  for (const { source: file, quiz } of source.quizzes) check(file, quiz.questions.flatMap(partsOf), problems);
}

function partsOf({ prompt, asks, explanation, line }: Question): readonly Part[] {
  const items = 'items' in asks ? asks.items.flatMap(({ tokens }) => tokens) : [];
  return [{ tokens: [...prompt, ...items, ...explanation], line }];
}

function check(source: SourceText, parts: readonly Part[], problems: Problems): void {
  checkTokens(source, parts, problems);
  checkLines(source, problems);
}

function checkTokens(source: SourceText, parts: readonly Part[], problems: Problems): void {
  const places = new PlaceFinder(source);
  let found = 0;
  for (const { tokens, line } of parts) {
    places.beginAt(line);
    for (const token of everyToken(tokens)) {
      const judged = judge(token.type, token.raw);
      if (judged === undefined) continue;
      if (++found > mostPerFile) return;
      problems.warning(places.of(token.raw), ...judged);
    }
  }
}

function judge(type: string, raw: string): readonly [rule: string, message: string] | undefined {
  if (type === 'html' && !raw.trimStart().startsWith('<!--')) return ['html', say.htmlTags];
  if (type === 'image') return ['image', raw.startsWith('![]') ? say.imageWithoutWords : say.image];
  if (type === 'link' && /\]\((?!https?:|mailto:)[^)]*\)$/i.test(raw)) return ['link', say.linkInside];
  if (type === 'blockquote' && /^\s*> ?\[![A-Z]+\]/.test(raw)) return ['alert', say.alertMark];
  return undefined;
}

/** What only a line's own text tells: footnotes, formulas, and code that is cut at the edge. */
function checkLines({ text, file }: SourceText, problems: Problems): void {
  let fence: { readonly mark: string; readonly isOurs: boolean } | undefined;
  let found = 0;
  const tell = (line: number, column: number, rule: string, message: string): void => {
    if (++found <= mostPerFile) problems.warning({ file, line, column }, rule, message);
  };
  for (const [index, line] of text.split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = { mark, isOurs: ours.test(line.trim()) };
      else if (line.trim().startsWith(fence.mark)) fence = undefined;
    } else if (fence === undefined) {
      if (/\[\^[\w-]{1,50}\]/.test(line)) tell(index + 1, 1, 'footnote', say.footnote);
      if (line.trimStart().startsWith('$$')) tell(index + 1, 1, 'formula', say.formula);
    } else if (!fence.isOurs && cells(line) > widestCode) {
      tell(index + 1, widestCode + 1, 'wide-code', say.codeTooWide(cells(line), widestCode));
    }
  }
}

/** Where a token stands in its file: behind the one that was found before it. */
class PlaceFinder {
  readonly #source: SourceText;
  /** where each line begins */
  readonly #starts: readonly number[];
  #from = 0;

  constructor(source: SourceText) {
    this.#source = source;
    this.#starts = [0, ...[...source.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  /** What follows is looked for from this line on. */
  beginAt(line: number): void {
    this.#from = Math.max(this.#from, this.#starts[line - 1] ?? 0);
  }

  of(raw: string): Place {
    const { text, file } = this.#source;
    const first = raw.trim().split('\n', 1).join('');
    const found = text.indexOf(first, this.#from);
    const at = found === -1 ? this.#from : found;
    this.#from = at + (found === -1 ? 0 : first.length);
    const before = text.slice(0, at);
    return { file, line: newlines(before) + 1, column: at - before.lastIndexOf('\n') };
  }
}
