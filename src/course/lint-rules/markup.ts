import stringWidth from 'string-width';
import { everyToken } from '../../markdown/words.ts';
import { courseMessages as say } from '../../messages/course.ts';
import type { Problems } from '../../text/problem.ts';
import type { SourceText } from '../source-text.ts';
import type { Linted } from './rule.ts';

/** An 80-column terminal less the margins and the indent of code. */
const widestCode = 74;

/** Markdown that learners see otherwise than their author does in an editor or on a web page. */
export function checkMarkup({ source }: Linted, problems: Problems): undefined {
  for (const { lesson } of source.lessons) {
    for (const { blocks } of lesson.lesson.pages) {
      for (const block of blocks) {
        if (block.kind !== 'markdown') continue;
        const place = new PlaceFinder(lesson.source, block.line);
        for (const token of everyToken(block.tokens)) {
          const [rule, message] = judge(token.type, token.raw) ?? [];
          if (rule !== undefined && message !== undefined)
            problems.warning(place.of(token.raw), rule, message);
        }
      }
    }
    checkLines(lesson.source, problems);
  }
}

function judge(type: string, raw: string): readonly [rule: string, message: string] | undefined {
  if (type === 'html' && !raw.trimStart().startsWith('<!--')) return ['html', say.htmlTags];
  if (type === 'image') return ['image', raw.startsWith('![]') ? say.imageWithoutWords : say.image];
  if (type === 'blockquote' && /^\s*> ?\[![A-Z]+\]/.test(raw)) return ['alert', say.alertMark];
  return undefined;
}

/** What only a line's own text tells: footnotes, formulas, and code that is cut at the edge. */
function checkLines({ text, file }: SourceText, problems: Problems): void {
  let fence: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const at = { file, line: index + 1, column: 1 };
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (line.trim().startsWith(fence)) fence = undefined;
    } else if (fence === undefined) {
      if (/\[\^[\w-]+\]/.test(line)) problems.warning(at, 'footnote', say.footnote);
      if (/^\$\$/.test(line.trim())) problems.warning(at, 'formula', say.formula);
    } else if (stringWidth(line) > widestCode && !isDrawing(text, index)) {
      const message = say.codeTooWide(stringWidth(line), widestCode);
      problems.warning({ ...at, column: widestCode + 1 }, 'wide-code', message);
    }
  }
}

/** The fence around a line is ours: a drawing has a rule of its own, and YAML is not shown. */
function isDrawing(text: string, line: number): boolean {
  const above = text.split('\n').slice(0, line).reverse();
  const opened = above.find((each) => /^ {0,3}(?:`{3,}|~{3,})/.test(each)) ?? '';
  return /^ {0,3}(?:`{3,}|~{3,})\s*(?:diagram|simulate|predict)\b/.test(opened);
}

/** Where a token stands in its file: behind the one that was found before it. */
class PlaceFinder {
  readonly #source: SourceText;
  #from: number;

  constructor(source: SourceText, line: number) {
    this.#source = source;
    this.#from = source.text.split('\n', line - 1).join('\n').length;
  }

  of(raw: string): { file: string; line: number; column: number } {
    const { text, file } = this.#source;
    const first = raw.trim().split('\n')[0] ?? '';
    const found = text.indexOf(first, this.#from);
    const at = found === -1 ? this.#from : found;
    this.#from = found === -1 ? this.#from : found + first.length;
    const before = text.slice(0, at).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
