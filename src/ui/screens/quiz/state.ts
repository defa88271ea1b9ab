/** What every key does to a round. */
import { grade } from '../../../course/grade.ts';
import type { Answer } from '../../../course/model.ts';
import type { Confidence } from '../../../learner/schedule.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { type Context, step } from '../../screen.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { begun, nextPlaced } from './placement.ts';
import { quizLayout } from './quiz-layout.ts';
import { confiding, knownAfter, openReview, played, rated, reviewed, undone } from './review.ts';
import {
  type Asked,
  askedAt,
  askedOf,
  current,
  type QuizAction,
  type QuizState,
  type QuizStep,
  type Result,
  round,
  wrongIn,
} from './round.ts';

export function reduceQuiz(state: QuizState, action: QuizAction, context: Context): QuizStep {
  switch (action.type) {
    case 'leave':
      return step(state, { do: 'back' });
    case 'look':
      return step({ ...state, phase: 'result', top: 0 });
    case 'again':
      return step(again(state, action.only === 'all' ? state.asked : wrongIn(state), context));
    case 'scroll':
      return step({ ...state, top: scrolledTop(state, action.by, context) });
    case 'next':
      return step(next(state, context));
    case 'watch':
      return watched(state);
    case 'undo':
      return undone(state, (at) => askedAt(state, at), context);
    case 'more':
      return openReview(context);
    case 'play':
      return played(state, context);
    case 'begin':
      return begun(state, context);
    case 'rate':
      return rated(state, action.rating, context);
    case 'change':
      return step({ ...state, phase: 'asking', lookAt: 'answer' });
    case 'confide':
      return confided(state, action.confidence, context);
    default:
      return state.phase === 'asking' ? asking(state, action, context) : step(state);
  }
}

/** The same questions once more, their items in another order. */
function again({ quiz }: QuizState, asked: readonly Asked[], context: Context): QuizState {
  const anew = asked.map((each) => askedOf(each.quiz, each.question, context));
  return round(quiz, anew, new Map());
}

function asking(state: QuizState, action: QuizAction, context: Context): QuizStep {
  const asked = current(state);
  if (asked === undefined) return step(state);
  const { question } = asked;
  switch (action.type) {
    case 'fill':
      return step({ ...state, sheet: action.sheet, lacks: '', lookAt: 'answer' });
    case 'hint':
      return step({ ...state, lookAt: 'below', hints: Math.min(state.hints + 1, question.hints.length) });
    case 'answer':
      return answered(state, asked, context);
    case 'skip':
      if (question.problem) return step(next(state, context));
      return given(state, asked, 'skipped', context);
    case 'show':
      return given(state, asked, 'shown', context);
    default:
      return step(state);
  }
}

function answered(state: QuizState, asked: Asked, context: Context): QuizStep {
  const { sheet } = state;
  if (sheet === undefined) return step(next(state, context));
  const { answer } = sheet;
  if (typeof answer === 'string') return step({ ...state, lacks: answer, lookAt: 'below' });
  if (state.review) return step(confiding(state));
  return judged(state, asked, answer, undefined, context);
}

function confided(state: QuizState, confidence: Confidence, context: Context): QuizStep {
  const asked = current(state);
  const answer = state.sheet?.answer;
  if (asked === undefined || answer === undefined || typeof answer === 'string') return step(state);
  return judged(state, asked, answer, confidence, context);
}

function judged(
  state: QuizState,
  asked: Asked,
  answer: Answer,
  confidence: Confidence | undefined,
  context: Context,
): QuizStep {
  const graded = grade(asked.question, answer, context.openTopology);
  return settled(state, asked, { answer, ...graded, given: 'no', confidence }, context);
}

function given(state: QuizState, asked: Asked, how: 'skipped' | 'shown', context: Context): QuizStep {
  if (asked.question.problem !== undefined) return step(state);
  const { state: after, effects } = settled(
    state,
    asked,
    { answer: undefined, right: false, remarks: [], given: how },
    context,
  );
  return step(how === 'skipped' ? next(after, context) : after, ...effects);
}

function settled(state: QuizState, asked: Asked, result: Result, context: Context): QuizStep {
  const { quiz, question } = asked;
  const { answer, right, given, confidence } = result;
  const review = knownAfter(state, asked, result, context);
  const results = new Map(state.results).set(question.id, result);
  return step(fromAnswer({ ...state, phase: 'answered', results, review }, context), {
    do: 'record',
    event: {
      type: 'answer',
      quiz,
      question: question.id,
      revision: question.revision,
      answer,
      right,
      hints: state.hints,
      given: given !== 'no',
      ...(confidence === undefined ? {} : { confidence }),
    },
  });
}

/** The next question of the round without a result, else the result. */
function next(state: QuizState, context: Context): QuizState {
  if (state.placement) return nextPlaced(state, context);
  const { asked, results, review } = state;
  if (review && context.now >= review.until) return reviewed(state);
  const isOpen = ({ question }: Asked): boolean => !results.has(question.id);
  const later = asked.findIndex((each, index) => index > state.at && isOpen(each));
  // what was open before the place where the round began
  const at =
    later >= 0 ? later : asked.findIndex((each) => isOpen(each) && each.question.problem === undefined);
  if (at >= 0) return askedAt(state, at);
  return review ? reviewed(state) : { ...state, phase: 'result', top: 0 };
}

function watched(state: QuizState): QuizStep {
  const run = current(state)?.question.proof?.run;
  if (state.phase !== 'answered' || run === undefined) return step(state);
  return step(state, {
    do: 'open',
    target: { screen: 'simulator', topology: run.topology, run, lookFor: words.watching },
  });
}

/** The answered question; where it is taller than the window, scrolled past the prompt that was read already. */
function fromAnswer(state: QuizState, context: Context): QuizState {
  const { rows, answer } = quizLayout(state, context);
  return { ...state, top: scrolled(0, answer - 1, rows.length, context.rows) };
}

function scrolledTop(state: QuizState, by: number, context: Context): number {
  return scrolled(state.top, by, quizLayout(state, context).rows.length, context.rows);
}
