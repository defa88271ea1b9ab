/** What is wrong in the files of a course that is being written, beneath whatever is shown. */
import { live as words } from '../../messages/live.ts';
import type { Glyphs } from '../../terminal/glyphs.ts';
import { type Problem, problemLine } from '../../text/problem.ts';
import { type Row, span } from '../../text/row.ts';
import { gap, indent, wrapped } from '../../text/row-layout.ts';

/** Rows of the sentence: what is longer goes on in what lint says. */
const MOST_ROWS = 3;

/** The first problem in a sentence, and how many more there are; nothing where all is well. */
export function noticeRows(problems: readonly Problem[], columns: number, glyphs: Glyphs): readonly Row[] {
  const [first] = problems;
  if (first === undefined) return [];
  const mark = `${glyphs.wrong} `;
  const width = columns - 2 - mark.length;
  const rows = wrapped(problemLine(first), width, 'bad').slice(0, MOST_ROWS);
  const more = problems.length > 1 ? wrapped(words.more(problems.length - 1), width, 'dim').slice(0, 1) : [];
  return [...rows, ...more].map((row, index) =>
    index === 0 ? [gap(1), span(mark, 'bad'), ...row] : (indent([row], mark.length + 1)[0] ?? row),
  );
}
