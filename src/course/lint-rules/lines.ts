import { courseMessages as say } from '../../messages/course.ts';
import { cells } from '../../text/cells.ts';
import type { Problems } from '../../text/problem.ts';
import type { SourceText } from '../source-text.ts';
import type { Linted } from './rule.ts';

/** An 80-column terminal less the margins and the indent of code. */
const widestCode = 74;
/** More of the same in one file says nothing new. */
const mostPerFile = 10;

/** Fences of ours: a drawing has a rule of its own, notes are folded, and the others are not shown. */
const ours = /^[`~]+\s*(?:diagram|transcript|configuration|simulate|prove|point|predict|whiteboard|notes)\b/;

/** What only a line's own text tells: footnotes outside of lessons, formulas, and code wider than the page. */
export function checkLines({ source }: Linted, problems: Problems): undefined {
  for (const { lesson } of source.lessons) checkText(lesson.source, true, problems);
  for (const { source: file } of [...source.quizzes, ...source.missions]) checkText(file, false, problems);
  const glossary = source.texts.find(({ path }) => path === 'glossary.md');
  if (glossary) checkText(glossary, false, problems);
}

function checkText({ text, file }: SourceText, hasFootnotes: boolean, problems: Problems): void {
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
      if (!hasFootnotes && /\[\^[\w-]{1,50}\]/.test(line)) tell(index + 1, 1, 'footnote', say.footnote);
      const formula = formulaIn(line);
      if (formula !== undefined) tell(index + 1, formula, 'formula', say.formula);
    } else if (!fence.isOurs && cells(line) > widestCode) {
      tell(index + 1, widestCode + 1, 'wide-code', say.codeTooWide(cells(line), widestCode));
    }
  }
}

/** The column of a formula between dollar signs; prices and shell variables are none, nor is what stands in code. */
function formulaIn(line: string): number | undefined {
  if (line.trimStart().startsWith('$$')) return line.indexOf('$$') + 1;
  const outsideCode = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
  const found = /(?<![\\$\w])\$(?=\S)[^$]{0,200}?[\\^_={}][^$]{0,200}?(?<=\S)\$(?![\w$])/.exec(outsideCode);
  return found === null ? undefined : found.index + 1;
}
