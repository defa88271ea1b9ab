/** What each lesson is for, and how it goes with that. */
import { type ObjectiveOverview, objectiveOverviews } from '../../../learner/objectives.ts';
import { overview as words } from '../../../messages/overview.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, indent, padded, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';

const CELL = 9;

/** Under the heads of its columns a lesson a row, and below it what one can do after it. */
export function objectiveRows(context: Context): readonly Row[] {
  const { course, progress, now, columns } = context;
  const all = objectiveOverviews(course, progress, now);
  if (all.length === 0) return indent(wrapped(words.noObjectives, columns - 2), 1);
  const names = columnsIn(columns);
  const titleWidth = Math.max(10, Math.min(44, columns - 4 - names.length * CELL));
  const head: Row = [gap(3 + titleWidth), span(names.map((name) => name.padStart(CELL)).join(''), 'dim')];
  return [head, ...all.flatMap((each) => [...lessonRows(each, names, titleWidth, context), EMPTY])];
}

/** A narrow window has the columns that say most. */
function columnsIn(columns: number): readonly string[] {
  const { answered, right, sure, mastered, due } = words.columns;
  return columns >= 90 ? [answered, right, sure, mastered, due] : [right, mastered, due];
}

function lessonRows(
  { stage, lesson, isRead, questions }: ObjectiveOverview,
  names: readonly string[],
  titleWidth: number,
  { glyphs, columns }: Context,
): readonly Row[] {
  const { answered, right, sure, mastered, due } = words.columns;
  const values = new Map<string, number>([
    [answered, questions.answered],
    [right, questions.right],
    [sure, questions.sure],
    [mastered, questions.mastered],
    [due, questions.due],
  ]);
  const cells = names.map((name) => {
    const value = values.get(name) ?? 0;
    const text = name === right ? words.counts(value, questions.answered) : String(value);
    return (questions.answered === 0 ? '' : text).padStart(CELL);
  });
  const mark = isRead ? span(padded(glyphs.done, 2), 'good') : span(padded(glyphs.open, 2), 'dim');
  const title = clipRow(
    [span(padded(`${stage.number} ${lesson.title}`, titleWidth), 'strong')],
    titleWidth,
    glyphs.ellipsis,
  );
  const objectives = lesson.objectives.flatMap((objective) =>
    indent(wrapped(`${glyphs.bullet} ${objective}`, Math.min(columns, 100) - 7, 'dim'), 5),
  );
  return [[gap(1), mark, ...title, span(cells.join(''))], ...objectives];
}
