/** A question, or the result of a round, as rows of the window's width. */
import type { Question, Quiz } from '../../../course/model.ts';
import { placement } from '../../../messages/placement.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { review as reviewWords } from '../../../messages/review.ts';
import { markdownRows, markdownTextRows } from '../../../terminal/markdown.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, ends, indent, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';
import { instructionOf, judgedRows } from './forms/all.ts';
import type { FormRows } from './forms/form.ts';
import { resultRows } from './result-layout.ts';
import { type Asked, current, judgedOf, type QuizState, type Result } from './round.ts';
import { textWidth } from './text-width.ts';

export interface QuizLayout {
  readonly rows: readonly Row[];
  /** the row where the answer begins */
  readonly answer: number;
  /** the row that must be in sight */
  readonly lookAt: number;
}

const laidOut = new WeakMap<QuizState, { readonly key: string; readonly layout: QuizLayout }>();

/** Everything under the title; the same object again while state and window are the same. */
export function quizLayout(state: QuizState, context: Context): QuizLayout {
  const key = `${context.columns} ${context.rows} ${context.ascii}`;
  const known = laidOut.get(state);
  if (known?.key === key) return known.layout;
  const layout = layOut(state, context);
  laidOut.set(state, { key, layout });
  return layout;
}

function layOut(state: QuizState, context: Context): QuizLayout {
  const asked = current(state);
  if (state.phase === 'result' || asked === undefined) {
    return { rows: [EMPTY, ...indent(resultRows(state, context), 1)], answer: 0, lookAt: 0 };
  }
  return questionLayout(state, asked, context);
}

function questionLayout(state: QuizState, { question, changed }: Asked, context: Context): QuizLayout {
  const width = textWidth(context);
  const rows: Row[] = [EMPTY];
  const put = (more: readonly Row[]): void => {
    rows.push(...indent(more, 1));
  };
  if (question.problem !== undefined) {
    put([...wrapped(words.broken, width), EMPTY, ...wrapped(problemLine(question.problem), width, 'bad')]);
    return { rows, answer: 0, lookAt: 0 };
  }
  const intro = introOf(state);
  if (intro.length > 0) put([...markdownRows(intro, { width, ascii: context.ascii }), EMPTY]);
  if (state.placement && state.at === 0 && state.phase === 'asking') {
    put([...wrapped(placement.intro, width, 'dim'), EMPTY]);
  }
  if (changed && state.phase === 'asking') put([...wrapped(words.changed, width, 'warn'), EMPTY]);
  put(markdownRows(question.prompt, { width, ascii: context.ascii }));
  const instruction = instructionOf(question.asks);
  if (instruction !== undefined) put([EMPTY, [span(instruction, 'dim')]]);
  put([EMPTY]);
  const answer = rows.length;
  const form = formRows(state, question, context);
  rows.push(...form.rows);
  put(belowRows(question, state, context));
  return { rows, answer, lookAt: state.lookAt === 'below' ? rows.length - 1 : answer + form.lookAt };
}

/** What the author says before the first question. */
function introOf({ quiz, at, phase }: QuizState): Quiz['intro'] {
  return at === 0 && phase === 'asking' ? (quiz?.intro ?? []) : [];
}

/** The sheet while it is filled in, then what came of it. */
function formRows(state: QuizState, question: Question, context: Context): FormRows {
  const judged = state.phase === 'answered' ? judgedOf(state, question, context) : undefined;
  if (judged !== undefined) return { rows: judgedRows(judged, question.asks, context), lookAt: 0 };
  return state.sheet?.rows(context) ?? { rows: [], lookAt: 0 };
}

/** Under the answer: hints while it is asked, the verdict and the explanation once it is answered. */
function belowRows(question: Question, state: QuizState, context: Context): readonly Row[] {
  if (state.phase === 'asking') return hintRows(question, state, context);
  if (state.phase === 'confiding') return howSureRows(context);
  const verdict = verdictRows(question, state.results.get(question.id), context);
  return [...verdict, ...comesBackRows(state, question, context)];
}

function hintRows(question: Question, state: QuizState, context: Context): readonly Row[] {
  const hints = question.hints.slice(0, state.hints).flatMap((hint, index) => {
    const head = words.hint(index + 1, question.hints.length);
    const width = textWidth(context) - widthOf(head) - 1;
    const [first = EMPTY, ...more] = markdownTextRows(hint, { width, ascii: context.ascii });
    return [[span(`${head} `, 'accent'), ...first], ...indent(more, widthOf(head) + 1)];
  });
  const lacks = state.lacks === '' ? [] : [EMPTY, ...wrapped(state.lacks, textWidth(context), 'warn')];
  return [...(hints.length > 0 ? [EMPTY, ...hints] : []), ...lacks];
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

function howSureRows({ glyphs }: Context): readonly Row[] {
  const { sure, fairly, guess } = reviewWords.confidence;
  const choice = (key: string, text: string): Row => [span(key, 'strong'), span(` ${text}   `)];
  return [
    EMPTY,
    [span(`${glyphs.pointer} `, 'accent'), span(reviewWords.howSure, 'accent')],
    indentRow([...choice('s', sure), ...choice('f', fairly), ...choice('g', guess)]),
  ];
}

function indentRow(row: Row): Row {
  return [span('  '), ...row];
}

/** When the question of a review comes back, and that its learner may know better. */
function comesBackRows(state: QuizState, question: Question, context: Context): readonly Row[] {
  const known = state.review?.known;
  if (known === undefined) return [];
  const { rating, schedule } = known;
  const width = textWidth(context);
  const result = state.results.get(question.id);
  const isSurelyWrong = result?.confidence === 'sure' && !result.right;
  return [
    EMPTY,
    ...(isSurelyWrong ? wrapped(reviewWords.surelyWrong, width, 'warn') : []),
    ...wrapped(reviewWords.comesBack(schedule.due - schedule.at, rating), width),
    ...wrapped(reviewWords.overrule, width, 'dim'),
  ];
}

function rowsWithText(rows: readonly Row[]): boolean {
  return rows.some((row) => row.length > 0);
}
