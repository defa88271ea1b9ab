/** A question, or the result of a round, as rows of the window's width. */
import type { Question } from '../../../course/model.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { markdownRows, markdownTextRows } from '../../../terminal/markdown.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row, Span } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, ends, gap, indent, rowWidth, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { resultRows } from './result-layout.ts';
import { type Asked, current, isSeveral, type QuizState, type Result } from './round.ts';

export interface QuizLayout {
  readonly rows: readonly Row[];
  /** the row where the choices begin */
  readonly choices: number;
  /** the row that must be in sight */
  readonly lookAt: number;
}

const WIDEST = 90;

/** Everything under the title. */
export function quizLayout(state: QuizState, context: Context): QuizLayout {
  const asked = current(state);
  if (state.phase === 'result' || asked === undefined) {
    return { rows: [EMPTY, ...indent(resultRows(state, context), 1)], choices: 0, lookAt: 0 };
  }
  return questionLayout(state, asked, context);
}

/** Columns of the text. */
export function textWidth({ columns }: Context): number {
  return Math.min(WIDEST, columns - 2);
}

function questionLayout(state: QuizState, { question }: Asked, context: Context): QuizLayout {
  const width = textWidth(context);
  const rows: Row[] = [EMPTY];
  const put = (more: readonly Row[], columns = 1): void => {
    rows.push(...indent(more, columns));
  };
  if (question.problem !== undefined) {
    put([...wrapped(words.broken, width), EMPTY, ...wrapped(problemLine(question.problem), width, 'bad')]);
    return { rows, choices: 0, lookAt: 0 };
  }
  put(markdownRows(question.prompt, { width, ascii: context.ascii }));
  if (isSeveral(question)) put([EMPTY, [span(words.several, 'dim')]]);
  put([EMPTY]);
  const choices = rows.length;
  let lookAt = choices;
  for (const [index] of question.choices.entries()) {
    put(choiceRows(question, index, state, context), 0);
    if (index === state.cursor) lookAt = rows.length - 1;
  }
  put(belowRows(question, state, context));
  return { rows, choices, lookAt: state.lookAt === 'below' ? rows.length - 1 : lookAt };
}

/** One choice: pointer, number, box, text, and once it is answered what it was and why. */
function choiceRows(question: Question, index: number, state: QuizState, context: Context): readonly Row[] {
  const { glyphs, ascii } = context;
  const choice = question.choices[index];
  if (choice === undefined) return [];
  const result = state.phase === 'answered' ? state.results.get(question.id) : undefined;
  const chosen = result ? result.chosen.includes(index) : state.cursor === index;
  const mark = result ? choiceMark(choice.correct, chosen, question, result, context) : undefined;
  const box = isSeveral(question) ? boxOf(result ? chosen : state.marked.includes(index), context) : '';
  const pointer = chosen ? glyphs.pointer : ' ';
  const lead: Row = [
    gap(2),
    span(pointer, 'accent'),
    span(` ${index + 1}  `, chosen ? 'strong' : 'plain'),
    span(box),
  ];
  const margin = rowWidth(lead);
  const markWidth = mark ? widthOf(mark.text) + 2 : 0;
  const text = markdownRows(choice.tokens, { width: textWidth(context) - margin - markWidth, ascii });
  const [first = EMPTY, ...more] = chosen ? text.map(strong) : text;
  const line: Row = [...lead, ...first];
  const marked = mark ? ends(line, [mark], textWidth(context) + 1, glyphs.ellipsis) : line;
  // who was wrong, or asked for the answer, is told why the right one is right
  const told = chosen || (choice.correct && !result?.right);
  const feedback = result && told ? feedbackRows(choice.feedback, margin, context) : [];
  return [marked, ...indent(more, margin), ...feedback];
}

function strong(row: Row): Row {
  return row.map(({ text, tone }) => ({ text, tone: tone === 'plain' ? 'strong' : tone }));
}

function boxOf(marked: boolean, { glyphs }: Context): string {
  return `${marked ? glyphs.checked : glyphs.unchecked} `;
}

function choiceMark(
  correct: boolean,
  chosen: boolean,
  question: Question,
  result: Result,
  { glyphs }: Context,
): Span | undefined {
  if (chosen) {
    return correct
      ? span(`${glyphs.done} ${words.marks.right}`, 'good')
      : span(`${glyphs.wrong} ${words.marks.wrong}`, 'bad');
  }
  if (!correct) return undefined;
  const missed = isSeveral(question) && result.given === 'no' ? words.marks.missed : words.marks.answer;
  return span(`${glyphs.done} ${missed}`, 'good');
}

function feedbackRows(text: string, margin: number, context: Context): readonly Row[] {
  if (text === '') return [];
  const width = textWidth(context) - margin - 2;
  const rows = markdownTextRows(text, { width, ascii: context.ascii });
  return indent(
    rows.map((row) => [span(`${context.glyphs.quoteBar} `, 'dim'), ...row]),
    margin,
  );
}

/** Under the choices: hints while it is asked, the verdict and the explanation once it is answered. */
function belowRows(question: Question, state: QuizState, context: Context): readonly Row[] {
  return state.phase === 'asking'
    ? hintRows(question, state, context)
    : verdictRows(question, state.results.get(question.id), context);
}

function hintRows(question: Question, state: QuizState, context: Context): readonly Row[] {
  const hints = question.hints.slice(0, state.hints).flatMap((hint, index) => {
    const head = words.hint(index + 1, question.hints.length);
    const width = textWidth(context) - widthOf(head) - 1;
    const [first = EMPTY, ...more] = markdownTextRows(hint, { width, ascii: context.ascii });
    return [[span(`${head} `, 'accent'), ...first], ...indent(more, widthOf(head) + 1)];
  });
  const mind = state.mindMarks ? wrapped(words.markFirst, textWidth(context), 'warn') : [];
  return [...(hints.length > 0 ? [EMPTY, ...hints] : []), ...(mind.length > 0 ? [EMPTY, ...mind] : [])];
}

function verdictRows(question: Question, result: Result | undefined, context: Context): readonly Row[] {
  if (result === undefined) return [];
  const { glyphs } = context;
  const width = textWidth(context);
  const verdict =
    result.given === 'shown'
      ? [span(words.verdict.shown, 'accent')]
      : result.right
        ? [span(`${glyphs.done} ${words.verdict.right}`, 'good')]
        : [span(`${glyphs.wrong} ${words.verdict.wrong}`, 'bad')];
  const explanation = markdownRows(question.explanation, { width, ascii: context.ascii });
  const watch = question.proof
    ? [
        EMPTY,
        ends(
          [span(`${glyphs.pointer} `, 'accent'), span(words.watch, 'accent')],
          [span('w', 'strong')],
          width,
          glyphs.ellipsis,
        ),
      ]
    : [];
  return [EMPTY, verdict, ...(rowsWithText(explanation) ? explanation : []), ...watch];
}

function rowsWithText(rows: readonly Row[]): boolean {
  return rows.some((row) => row.length > 0);
}
