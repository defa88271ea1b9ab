/** A review: what is due over all quizzes, for ten minutes, with the question how sure one is. */
import { type Due, dueQuestions, dueReplays, leftToday } from '../../../learner/due.ts';
import { type Rating, ratingOf, scheduled } from '../../../learner/schedule.ts';
import { quizzesOf } from '../../../learner/standing.ts';
import { type Context, step } from '../../screen.ts';
import {
  type Asked,
  askedOf,
  current,
  type QuizState,
  type QuizStep,
  type Result,
  type Review,
  round,
} from './round.ts';

const TEN_MINUTES = 600_000;

/** A round of what is due now, as far as the day allows; where it was left, if that is due. */
export function openReview(context: Context, left?: string): QuizStep {
  const { course, progress, now } = context;
  const due = beginningWith(left, dueQuestions(course, progress, now));
  const quizzes = new Map(quizzesOf(course).map((quiz) => [quiz.id, quiz]));
  const asked = due.slice(0, leftToday(progress, now)).flatMap((each): readonly Asked[] => {
    const question = quizzes.get(each.quiz)?.questions.find(({ id }) => id === each.question);
    return question && !question.problem ? [askedOf(each.quiz, question, context)] : [];
  });
  const review = {
    until: now + TEN_MINUTES,
    left: due.length - asked.length,
    known: undefined,
    last: undefined,
  };
  const state = round(undefined, asked, new Map());
  return step({ ...state, review, phase: asked.length === 0 ? 'result' : 'asking' });
}

/** The same, this question first. */
function beginningWith(question: string | undefined, due: readonly Due[]): readonly Due[] {
  const isFirst = (each: Due): boolean => each.question === question;
  return [...due.filter(isFirst), ...due.filter((each) => !isFirst(each))];
}

/** The answer is put down; how sure is the learner? */
export function confiding(state: QuizState): QuizState {
  return { ...state, phase: 'confiding', lacks: '', lookAt: 'below' };
}

/** When a question comes back that was just answered; undefined in a quiz. */
export function knownAfter(
  state: QuizState,
  asked: Asked,
  { right, confidence }: Result,
  { progress, now }: Context,
): Review | undefined {
  const { review, hints } = state;
  if (review === undefined) return undefined;
  const rating = ratingOf({ right, hints, confidence });
  const before = progress.answers.get(asked.question.id)?.schedule;
  const known = { before, rating, schedule: scheduled(before, now, rating) };
  return { ...review, known, last: state.at };
}

/** The learner knows better how well it was known. */
export function rated(state: QuizState, rating: Rating, { progress }: Context): QuizStep {
  const { review } = state;
  const question = current(state)?.question.id;
  const of = question === undefined ? undefined : progress.answers.get(question)?.at;
  if (review?.known === undefined || question === undefined || of === undefined) return step(state);
  const { before } = review.known;
  const known = { before, rating, schedule: scheduled(before, of, rating) };
  const event = { type: 'rating', question, of, rating } as const;
  return step({ ...state, review: { ...review, known } }, { do: 'record', event });
}

/** Takes back the last answer, and asks that question again. */
export function undone(state: QuizState, askAt: (at: number) => QuizState, { progress }: Context): QuizStep {
  const { review } = state;
  const asked = review?.last === undefined ? undefined : state.asked[review.last];
  const of = asked && progress.answers.get(asked.question.id)?.at;
  if (review?.last === undefined || asked === undefined || of === undefined) return step(state);
  const results = new Map(state.results);
  results.delete(asked.question.id);
  const again = { ...askAt(review.last), results, review: { ...review, known: undefined, last: undefined } };
  return step(again, { do: 'record', event: { type: 'undo', question: asked.question.id, of } });
}

/** The first of what a review reminds of. */
export function played(state: QuizState, { course, progress, now }: Context): QuizStep {
  const [replay] = dueReplays(course, progress, now);
  return replay === undefined ? step(state) : step(state, { do: 'open', target: replay.place });
}

/** The end of a review: only what was answered counts, the rest waits. */
export function reviewed(state: QuizState): QuizState {
  const { review, asked, results } = state;
  const done = asked.filter(({ question }) => results.has(question.id));
  const left = (review?.left ?? 0) + asked.length - done.length;
  const lastAsked = review?.last === undefined ? undefined : asked[review.last];
  const last = lastAsked && done.indexOf(lastAsked);
  const over = review && { ...review, left, known: undefined, last };
  return { ...state, phase: 'result', top: 0, asked: done, review: over };
}
