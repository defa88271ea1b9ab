/** What is wrong beneath whatever is shown: a disk that takes nothing, files of a course that is being written. */
import { live as words } from '../../messages/live.ts';
import { shell } from '../../messages/shell.ts';
import type { Glyphs } from '../../terminal/glyphs.ts';
import { type Problem, problemLine } from '../../text/problem.ts';
import { type Row, span } from '../../text/row.ts';
import { clipRow, gap, indent, wrapped } from '../../text/row-layout.ts';

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

/** As long as nothing that is done can be kept. */
export function refusedRows(reason: string | undefined, columns: number, glyphs: Glyphs): readonly Row[] {
  if (reason === undefined) return [];
  return [
    clipRow([gap(1), span(`${glyphs.wrong} ${shell.refused(reason)}`, 'bad')], columns, glyphs.ellipsis),
  ];
}
