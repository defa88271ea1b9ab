/** The quiz: one question at a time, and how the round went. */
import { quiz as words } from '../../../messages/quiz.ts';
import { span } from '../../../text/row.ts';
import { gap } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { keepInSight, lastTop, scrollWindow } from '../../widgets/scroll.ts';
import { quizKeys } from './keys.ts';
import { quizLayout } from './quiz-layout.ts';
import { current, openQuiz, type QuizAction, type QuizState, rightIn } from './round.ts';
import { reduceQuiz } from './state.ts';

export const quizScreen = defineScreen<'quiz', QuizState, QuizAction>({
  name: 'quiz',
  title: words.title,
  open: openQuiz,
  reduce: reduceQuiz,
  keys: quizKeys,
  view: viewQuiz,
  typed(state, text) {
    const sheet = state.phase === 'asking' ? state.sheet?.type(text) : undefined;
    return sheet && { type: 'fill', sheet };
  },
  place: (state) => {
    const asked = current(state);
    // a finished round is no place to go on at, and a review has none
    if (state.phase === 'result' || asked === undefined) return { screen: 'map' };
    return state.quiz && { screen: 'quiz', quiz: asked.quiz, question: asked.question.id };
  },
});

/** The question or the result as rows. */
export function viewQuiz(state: QuizState, context: Context): Picture {
  const { rows, lookAt } = quizLayout(state, context);
  const right = rightIn(state);
  const all = state.asked.length;
  const isResult = state.phase === 'result' || all === 0;
  const status = isResult ? words.resultStatus(right, all) : words.status(state.at + 1, all, right);
  const top = state.phase === 'asking' ? keepInSight(0, lookAt, rows.length, context.rows) : state.top;
  const seen = scrollWindow(rows, top, context.rows);
  const below = lastTop(rows.length, context.rows) - top;
  return {
    title: [span(state.quiz?.title ?? words.review, 'strong')],
    status: all === 0 ? [] : [span(status)],
    body:
      below > 0
        ? [
            ...seen.slice(0, -1),
            [gap(1), span(`${context.glyphs.more} ${words.moreBelow(below + 1)}`, 'dim')],
          ]
        : seen,
  };
}
