/** The quiz: one question at a time, and how the round went. */

import { placementLength } from '../../../learner/placement.ts';
import { quizzesOf } from '../../../learner/standing.ts';
import { placement } from '../../../messages/placement.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { review as reviewWords } from '../../../messages/review.ts';
import { span } from '../../../text/row.ts';
import { gap } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture, type Screen, step, type TargetOf } from '../../screen.ts';
import { keepInSight, lastTop, scrollWindow } from '../../widgets/scroll.ts';
import { begunAgain, placeOf } from './begun.ts';
import { typedOn } from './forms/filling.ts';
import { quizKeys } from './keys.ts';
import { openPlacement } from './placement.ts';
import { quizLayout } from './quiz-layout.ts';
import { openReview } from './review.ts';
import {
  current,
  openQuiz,
  type QuizAction,
  type QuizState,
  type QuizStep,
  reloadedQuiz,
  rightIn,
} from './round.ts';
import { reduceQuiz } from './state.ts';

/** What a quiz and a review have in common: all but how they begin. */
const asking: Omit<Screen<never, QuizState, QuizAction>, 'name' | 'title' | 'open'> = {
  reduce: reduceQuiz,
  keys: quizKeys,
  view: viewQuiz,
  typed: (state, text) => (state.phase === 'asking' ? typedOn(state.sheet, text) : undefined),
  reloaded: reloadedQuiz,
  place: placeOf,
};

export const quizScreen = defineScreen<'quiz', QuizState, QuizAction>({
  ...asking,
  name: 'quiz',
  title: words.title,
  open: (target, context) => withBegun(openQuiz(target, context), target),
});

export const reviewScreen = defineScreen<'review', QuizState, QuizAction>({
  ...asking,
  name: 'review',
  title: reviewWords.title,
  open: (target, context) => withBegun(openReview(context, target.question), target),
});

export const placementScreen = defineScreen<'placement', QuizState, QuizAction>({
  ...asking,
  name: 'placement',
  title: placement.title,
  open: (_, context) => openPlacement(context),
});

/** What was put down before it was left belongs to the question that was asked then, and to no other. */
function withBegun({ state, effects }: QuizStep, target: TargetOf<'quiz'> | TargetOf<'review'>): QuizStep {
  if (state.phase !== 'asking' || current(state)?.question.id !== target.question) return { state, effects };
  const begun = begunAgain(state, target.kept);
  return step(begun.state, ...effects, ...begun.effects);
}

/** The question or the result as rows. */
export function viewQuiz(state: QuizState, context: Context): Picture {
  const { rows, lookAt } = quizLayout(state, context);
  const right = rightIn(state);
  const all = state.asked.length;
  const isResult = state.phase === 'result' || all === 0;
  const asking = state.placement
    ? placement.status(state.at + 1, placementLength)
    : words.status(state.at + 1, all, right);
  const status = isResult ? words.resultStatus(right, all) : asking;
  const top = isAsked(state) ? keepInSight(0, lookAt, rows.length, context.rows) : state.top;
  const seen = scrollWindow(rows, top, context.rows);
  const below = lastTop(rows.length, context.rows) - top;
  return {
    title: [span(titleOf(state, context), 'strong')],
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

function isAsked({ phase }: QuizState): boolean {
  return phase === 'asking' || phase === 'confiding';
}

/** Of a review, the quiz that the question is from. */
function titleOf(state: QuizState, { course }: Context): string {
  if (state.placement) return placement.title;
  if (state.review === undefined) return state.quiz?.title ?? words.title;
  const quiz = state.phase === 'result' ? undefined : current(state)?.quiz;
  const title = quizzesOf(course).find(({ id }) => id === quiz)?.title;
  return title === undefined ? reviewWords.title : reviewWords.titleOf(title);
}
