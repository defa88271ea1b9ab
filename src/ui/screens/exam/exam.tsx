/** An exam: nothing is said of right and wrong until it is closed. */
import { examWords as words } from '../../../messages/exam.ts';
import { markdownRows, markdownTextRows } from '../../../terminal/markdown.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, wrapped } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { keepInSight, scrollWindow } from '../../widgets/scroll.ts';
import { answerWords, instructionOf } from '../quiz/forms/all.ts';
import { typedOn } from '../quiz/forms/filling.ts';
import { textWidth } from '../quiz/text-width.ts';
import { examKeys } from './keys.ts';
import { type ExamAction, type ExamState, leftOf, openedExam, reduceExam, type Sitting } from './state.ts';

export const examScreen = defineScreen<'exam', ExamState, ExamAction>({
  name: 'exam',
  title: words.title,
  open: openedExam,
  reduce: reduceExam,
  keys: examKeys,
  view: viewExam,
  typed: (state, text) => (state.phase === 'asking' ? typedOn(state.sheet, text) : undefined),
  tick: () => ({ type: 'time' }),
  ticking: ({ phase }) => phase === 'asking',
  place(state) {
    if (state.phase !== 'asking') return undefined;
    const question = state.questions[state.at]?.id ?? '';
    return { screen: 'quiz', quiz: state.open.quiz.id, question };
  },
});

function viewExam(state: ExamState, context: Context): Picture {
  const quiz = state.phase === 'result' ? state.quiz : state.open?.quiz;
  const title: Row = [span(quiz?.title ?? words.title, 'strong')];
  if (state.phase !== 'asking') {
    const rows = state.phase === 'rules' ? rulesRows(state, context) : resultRows(state, context);
    return { title, status: [], body: [EMPTY, ...indent(rows, 1)].slice(0, context.rows) };
  }
  const { rows, lookAt } = questionRows(state, context);
  const left = words.left(leftOf(state, context.now) / 1000);
  const top = keepInSight(0, lookAt, rows.length, context.rows);
  return {
    title,
    status: [span(words.status(state.at + 1, state.questions.length, left))],
    body: scrollWindow(rows, top, context.rows),
  };
}

function rulesRows({ open }: Extract<ExamState, { phase: 'rules' }>, context: Context): readonly Row[] {
  if (open === undefined) return [];
  const { quiz, exam, attempt } = open;
  const width = textWidth(context);
  const asked = Math.min(exam.draw ?? quiz.questionIds.length, quiz.questionIds.length);
  const intro = markdownRows(quiz.intro, { width, ascii: context.ascii });
  return [
    ...(quiz.intro.length > 0 ? [...intro, EMPTY] : []),
    ...words
      .rules(asked, exam.minutes, attempt, exam.attempts, exam.hints)
      .flatMap((rule) => [...wrapped(rule, width), EMPTY]),
  ];
}

function resultRows(
  { isOver, right, all }: Extract<ExamState, { phase: 'result' }>,
  context: Context,
): readonly Row[] {
  const width = textWidth(context);
  return [
    ...wrapped(isOver ? words.timeOver : words.closed, width),
    [span(words.result(right, all), 'strong')],
    EMPTY,
    ...wrapped(words.handIn(words.yourName), width, 'accent'),
    EMPTY,
    ...wrapped(words.look, width, 'dim'),
  ];
}

function questionRows(state: Sitting, context: Context): { rows: readonly Row[]; lookAt: number } {
  const question = state.questions[state.at];
  if (question === undefined) return { rows: [], lookAt: 0 };
  const width = textWidth(context);
  const { ascii } = context;
  const instruction = instructionOf(question.asks);
  const above = [
    EMPTY,
    ...indent(markdownRows(question.prompt, { width, ascii }), 1),
    ...(instruction === undefined ? [] : indent([EMPTY, [span(instruction, 'dim')]], 1)),
    EMPTY,
  ];
  const form = state.sheet?.rows(context) ?? { rows: [], lookAt: 0 };
  const below = indent(belowRows(state, width, ascii), 1);
  const isBelow = state.lacks !== '' || state.hints > 0;
  const rows = [...above, ...form.rows, ...below];
  return { rows, lookAt: isBelow ? rows.length - 1 : above.length + form.lookAt };
}

/** Hints that were taken, what is taken down as the answer, and what an answer lacks. */
function belowRows(
  { questions, at, answers, hints, lacks }: Sitting,
  width: number,
  ascii: boolean,
): readonly Row[] {
  const question = questions[at];
  const answer = question && answers.get(question.id);
  const said = question && answer ? answerWords(answer, question.asks).join(', ') : undefined;
  return [
    ...(question?.hints ?? [])
      .slice(0, hints)
      .flatMap((hint) => [EMPTY, ...markdownTextRows(hint, { width, ascii })]),
    ...(said === undefined ? [] : [EMPTY, ...wrapped(words.answered(said), width, 'dim')]),
    ...(lacks === '' ? [] : [EMPTY, ...wrapped(lacks, width, 'warn')]),
  ];
}
