/** A question that was begun and left: how it is kept, and how it is opened again. */
import type { KeptAnswer } from '../../../learner/kept-place.ts';
import type { Place } from '../../../learner/progress.ts';
import { shell } from '../../../messages/shell.ts';
import { step, told } from '../../screen.ts';
import { sheetFor } from './forms/all.ts';
import { current, type QuizState, type QuizStep } from './round.ts';

/** Where to go on. A finished round is no place for that, and a placement has none. */
export function placeOf(state: QuizState): Place | undefined {
  const asked = current(state);
  if (state.phase === 'result' || asked === undefined) return { screen: 'map' };
  if (state.placement) return undefined;
  const kept = begunIn(state);
  const begun = kept === undefined ? {} : { kept };
  if (state.review === undefined) {
    return { screen: 'quiz', quiz: asked.quiz, question: asked.question.id, ...begun };
  }
  // what was wrong is due again within minutes: those that wait come before it
  const { at, results } = state;
  const next = state.asked.find(({ question }, index) => index >= at && !results.has(question.id));
  return next === undefined
    ? { screen: 'review' }
    : { screen: 'review', question: next.question.id, ...begun };
}

function begunIn(state: QuizState): KeptAnswer | undefined {
  const { phase, sheet, hints } = state;
  const revision = current(state)?.question.revision;
  if (revision === undefined || (phase !== 'asking' && phase !== 'confiding')) return undefined;
  const answer = typeof sheet?.answer === 'string' ? undefined : sheet?.answer;
  return answer === undefined && hints === 0 ? undefined : { revision, answer, hints };
}

/** The question that is asked, with what was put down before it was left. */
export function begunAgain(state: QuizState, kept: KeptAnswer | undefined): QuizStep {
  const question = current(state)?.question;
  if (kept === undefined || question === undefined || question.problem !== undefined) return step(state);
  if (kept.revision !== question.revision) {
    return step(state, told(shell.resume.question, { type: 'scroll', by: 0 }));
  }
  const sheet = sheetFor(question.asks, kept.answer);
  return step({ ...state, sheet, hints: Math.min(kept.hints, question.hints.length) });
}
