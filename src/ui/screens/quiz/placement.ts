/** A placement: ten questions over all stages, each chosen by the answers before, and what may be skipped. */
import type { Course } from '../../../course/model.ts';
import { nextToPlace, type Placed } from '../../../learner/placement.ts';
import { type Advice, adviceAfter } from '../../../learner/placement-advice.ts';
import { type Context, step } from '../../screen.ts';
import { type Asked, askedAt, askedOf, type QuizState, type QuizStep, round } from './round.ts';

/** A placement at its first question. */
export function openPlacement(context: Context): QuizStep {
  const first = nextAsked([], context);
  const state = round(undefined, first ? [first] : [], new Map());
  return step({ ...state, placement: true, phase: first ? 'asking' : 'result' });
}

/** The next question, or the end of them. */
export function nextPlaced(state: QuizState, context: Context): QuizState {
  const next = nextAsked(placedIn(state, context.course), context);
  if (next === undefined) return { ...state, phase: 'result', top: 0 };
  return askedAt({ ...state, asked: [...state.asked, next] }, state.asked.length);
}

function nextAsked(placed: readonly Placed[], context: Context): Asked | undefined {
  const next = nextToPlace(context.course, context.progress, placed);
  return next && askedOf(next.quiz, next.question, context);
}

/** What the answers say. */
export function adviceIn(state: QuizState, { course }: Context): Advice {
  return adviceAfter(course, placedIn(state, course));
}

/** Instead of the result the first lesson that is not to be skipped. */
export function begun(state: QuizState, context: Context): QuizStep {
  const { begin } = adviceIn(state, context);
  if (begin === undefined) return step(state, { do: 'back' });
  return step(state, { do: 'replace', target: { screen: 'lesson', lesson: begin.id, page: 0 } });
}

function placedIn({ asked, results }: QuizState, course: Course): readonly Placed[] {
  return asked.flatMap(({ quiz, question }) => {
    const result = results.get(question.id);
    const stage = course.stages.findIndex(({ quizzes }) => quizzes.some(({ id }) => id === quiz));
    return result === undefined ? [] : [{ stage, quiz, question: question.id, right: result.right }];
  });
}
