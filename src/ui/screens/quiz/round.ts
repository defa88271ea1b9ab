/** A round of questions: which questions are asked, at which one, and what was answered in this round. */
import { solve } from '../../../course/grade.ts';
import type { Course, Question, Quiz } from '../../../course/model.ts';
import type { Confidence, Rating, Schedule } from '../../../learner/schedule.ts';
import { shuffled } from '../../../learner/shuffled.ts';
import { hasChanged, quizzesOf, standingAnswers } from '../../../learner/standing.ts';
import { answerTo } from '../../../learner/stored-answer.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { type Context, type Effect, type Step, step, type TargetOf } from '../../screen.ts';
import { sheetFor } from './forms/all.ts';
import type { Filling } from './forms/filling.ts';
import type { Judged, Sheet } from './forms/form.ts';

/** A question, and the quiz that the journal knows it by. */
export interface Asked {
  readonly quiz: string;
  /** with its items in the order of this try */
  readonly question: Question;
  /** it is not the one any more that was answered earlier */
  readonly changed: boolean;
}

/** What came of a question in this round. */
export interface Result extends Omit<Judged, 'solution'> {
  /** how sure the learner was, where that was asked */
  readonly confidence?: Confidence | undefined;
}

/** What a review has beyond a round of a quiz. */
export interface Review {
  /** after this moment no further question is asked */
  readonly until: number;
  /** questions that are due and wait for another time */
  readonly left: number;
  /** what the answered question comes back by; undefined while one is asked */
  readonly known: Known | undefined;
  /** the question, by its place in the round, whose answer can be taken back */
  readonly last: number | undefined;
}

export interface Known {
  readonly before: Schedule | undefined;
  readonly rating: Rating;
  readonly schedule: Schedule;
}

export interface QuizState {
  /** undefined: it is not there, or this is a review over all quizzes */
  readonly quiz: Quiz | undefined;
  /** undefined: a round of a quiz */
  readonly review: Review | undefined;
  /** each next question depends on the answers before; at the end it says what may be skipped */
  readonly placement: boolean;
  readonly asked: readonly Asked[];
  readonly at: number;
  /** `confiding`: the answer is put down, and the learner says how sure it is */
  readonly phase: 'asking' | 'confiding' | 'answered' | 'result';
  /** what is put down as the answer; undefined: the question cannot be asked */
  readonly sheet: Sheet | undefined;
  /** what the sheet lacked when Enter was pressed */
  readonly lacks: string;
  readonly hints: number;
  /** by question id */
  readonly results: ReadonlyMap<string, Result>;
  /** what must be in sight while a question is asked */
  readonly lookAt: 'answer' | 'below';
  readonly top: number;
}

export type QuizAction =
  /** the answer, changed by a key of its form */
  | Filling
  | { readonly type: 'answer' }
  | { readonly type: 'hint' }
  | { readonly type: 'skip' }
  | { readonly type: 'show' }
  | { readonly type: 'next' }
  | { readonly type: 'watch' }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'again'; readonly only: 'all' | 'wrong' }
  | { readonly type: 'look' }
  | { readonly type: 'leave' }
  | { readonly type: 'confide'; readonly confidence: Confidence }
  | { readonly type: 'change' }
  | { readonly type: 'rate'; readonly rating: Rating }
  | { readonly type: 'undo' }
  | { readonly type: 'more' }
  | { readonly type: 'begin' }
  | { readonly type: 'play' };

export type QuizStep = Step<QuizState, QuizAction>;

/** The question that is asked now. */
export function current({ asked, at }: QuizState): Asked | undefined {
  return asked[at];
}

/** The first open question from the given one on; with none open, asks what to do. */
export function openQuiz(target: TargetOf<'quiz'>, context: Context): QuizStep {
  const quiz = quizzesOf(context.course).find(({ id }) => id === target.quiz);
  const asked = quiz?.questions.map((question) => askedOf(quiz.id, question, context)) ?? [];
  const earlier = quiz ? earlierResults(quiz, asked, context) : new Map();
  const isOpen = ({ question }: Asked): boolean =>
    !earlier.has(question.id) && question.problem === undefined;
  const from = asked.findIndex(({ question }) => question.id === target.question);
  const next = asked.findIndex((each, index) => index >= from && isOpen(each));
  const open = next >= 0 ? next : asked.findIndex(isOpen);
  const state = round(quiz, asked, earlier);
  if (open >= 0) return step(askedAt(state, open));
  if (earlier.size === 0) return step(state);
  return step({ ...state, phase: 'result' }, askAgain(state));
}

/** The same question of a quiz that was read again, from its beginning unless it is answered. */
export function reloadedQuiz(state: QuizState, _before: Course, context: Context): QuizState {
  const quiz = quizzesOf(context.course).find(({ id }) => id === state.quiz?.id);
  if (quiz === undefined || state.review !== undefined || state.placement) return state;
  const asked = quiz.questions.map((question) => askedOf(quiz.id, question, context));
  const id = current(state)?.question.id;
  const at = asked.findIndex(({ question }) => question.id === id);
  const fresh = { ...state, quiz, asked };
  if (state.phase === 'result') return fresh;
  if (state.phase === 'answered' && at >= 0) return { ...fresh, at };
  return { ...askedAt(fresh, Math.max(0, at)), hints: at >= 0 ? state.hints : 0 };
}

/** A question as this learner is asked it now. */
export function askedOf(quiz: string, question: Question, { progress }: Context): Asked {
  const changed = hasChanged(question, progress.answers.get(question.id));
  return { quiz, question: shuffled(question, progress), changed };
}

/** A fresh round. */
export function round(
  quiz: Quiz | undefined,
  asked: readonly Asked[],
  results: QuizState['results'],
): QuizState {
  const nothing = {
    review: undefined,
    placement: false,
    at: 0,
    phase: 'asking',
    sheet: undefined,
    lacks: '',
    hints: 0,
  } as const;
  return askedAt({ quiz, asked, results, ...nothing, lookAt: 'answer', top: 0 }, 0);
}

/** The round at this question, with nothing answered yet. */
export function askedAt(state: QuizState, at: number): QuizState {
  const question = state.asked[at]?.question;
  const sheet = question && !question.problem ? sheetFor(question.asks) : undefined;
  return { ...state, at, phase: 'asking', sheet, lacks: '', hints: 0, lookAt: 'answer', top: 0 };
}

/** The result of a question beside what is right; undefined while it has none. */
export function judgedOf(
  { results }: QuizState,
  question: Question,
  { openTopology }: Context,
): Judged | undefined {
  const result = results.get(question.id);
  const solution = result && solve(question, openTopology);
  return result && solution && { ...result, solution };
}

function earlierResults(
  quiz: Quiz,
  asked: readonly Asked[],
  { progress }: Context,
): ReadonlyMap<string, Result> {
  const standing = standingAnswers(quiz, progress);
  const results = asked.flatMap(({ question }): readonly (readonly [string, Result])[] => {
    const earlier = standing.get(question.id);
    if (earlier === undefined) return [];
    const answer = answerTo(question, earlier.answer);
    const given = earlier.given ? 'skipped' : 'no';
    return [[question.id, { answer, right: earlier.right, remarks: [], given }]];
  });
  return new Map(results);
}

function askAgain(state: QuizState): Effect<QuizAction> {
  const wrong = wrongIn(state).length;
  const choices: { label: string; action: QuizAction }[] = [
    { label: words.again.all, action: { type: 'again', only: 'all' } },
  ];
  if (wrong > 0) choices.push({ label: words.again.wrong(wrong), action: { type: 'again', only: 'wrong' } });
  choices.push({ label: words.again.result, action: { type: 'look' } });
  choices.push({ label: words.again.leave, action: { type: 'leave' } });
  return { do: 'ask', title: words.again.title, choices };
}

/** The questions of this round that were not answered right. */
export function wrongIn({ asked, results }: QuizState): readonly Asked[] {
  return asked.filter(({ question }) => results.get(question.id)?.right === false);
}

export function rightIn({ asked, results }: QuizState): number {
  return asked.filter(({ question }) => results.get(question.id)?.right === true).length;
}
