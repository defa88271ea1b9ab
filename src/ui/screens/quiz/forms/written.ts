/** What two forms share whose answer is written: how it stands there once it is judged. */
import type { Remark } from '../../../../course/model.ts';
import { quiz as words } from '../../../../messages/quiz.ts';
import type { Row } from '../../../../text/row.ts';
import type { Context } from '../../../screen.ts';
import { answerRow } from './field.ts';
import type { Judged } from './form.ts';
import { chosenMark, goodMark, remarkRows } from './item-rows.ts';

/** Where an answer's words begin. */
const MARGIN = 4;

/** The learner's own words, and the right ones where they differ. */
export function writtenRows(
  judged: Judged<{ readonly text: string }>,
  context: Context,
  shown: (text: string) => string = (text) => text,
): readonly Row[] {
  const { answer, right, remarks, solution } = judged;
  const said = (of: readonly Remark[]) => of.flatMap(({ text }) => remarkRows(text, MARGIN, context));
  const own =
    answer === undefined
      ? []
      : [answerRow(shown(answer.text), true, chosenMark(right, context), context), ...said(remarks)];
  if (right) return own;
  const mark = goodMark(words.marks.answer, context);
  return [...own, answerRow(solution.answer.text, false, mark, context), ...said(solution.remarks)];
}
