/** A round of questions: which questions are asked, at which one, and what was answered in this round. */
import type { Course, Question, Quiz } from '../../../course/model.ts';
import { quizzesOf } from '../../../learner/standing.ts';
import { quiz as words } from '../../../messages/quiz.ts';
import { type Context, type Effect, type Step, step, type TargetOf } from '../../screen.ts';

/** A question, and the quiz that the journal knows it by. */
export interface Asked {
  readonly quiz: string;
  readonly question: Question;
}

/** What came of a question in this round. */
export interface Result {
  readonly chosen: readonly number[];
  readonly right: boolean;
  /** skipped, or the answer was shown */
  readonly given: 'no' | 'skipped' | 'shown';
}

export interface QuizState {
  /** undefined: a review over all quizzes */
  readonly quiz: Quiz | undefined;
  readonly asked: readonly Asked[];
  readonly at: number;
  readonly phase: 'asking' | 'answered' | 'result';
  readonly cursor: number;
  /** of a question with several right answers */
  readonly marked: readonly number[];
  /** Enter was pressed with nothing marked */
  readonly mindMarks: boolean;
  readonly hints: number;
  /** by question id */
  readonly results: ReadonlyMap<string, Result>;
  /** what must be in sight while a question is asked */
  readonly lookAt: 'choice' | 'below';
  readonly top: number;
}

export type QuizAction =
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'pick'; readonly choice: number }
  | { readonly type: 'mark' }
  | { readonly type: 'answer' }
  | { readonly type: 'hint' }
  | { readonly type: 'skip' }
  | { readonly type: 'show' }
  | { readonly type: 'next' }
  | { readonly type: 'watch' }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'again'; readonly only: 'all' | 'wrong' }
  | { readonly type: 'look' }
  | { readonly type: 'leave' };

export type QuizStep = Step<QuizState, QuizAction>;

export function isSeveral(question: Question): boolean {
  return question.type === 'multiple-choice';
}

/** The question that is asked now. */
export function current({ asked, at }: QuizState): Asked | undefined {
  return asked[at];
}

/** The first open question from the given one on; with none open, asks what to do. */
export function openQuiz(target: TargetOf<'quiz'>, context: Context): QuizStep {
  if (!('quiz' in target)) return step(round(undefined, wrongOf(context), new Map()));
  const quiz = quizzesOf(context.course).find(({ id }) => id === target.quiz);
  const asked = quiz?.questions.map((question) => ({ quiz: quiz.id, question })) ?? [];
  const earlier = earlierResults(asked, context);
  const isOpen = ({ question }: Asked): boolean =>
    !earlier.has(question.id) && question.problem === undefined;
  const from = asked.findIndex(({ question }) => question.id === target.question);
  const next = asked.findIndex((each, index) => index >= from && isOpen(each));
  const open = next >= 0 ? next : asked.findIndex(isOpen);
  const state = round(quiz, asked, earlier);
  if (open >= 0) return step({ ...state, at: open });
  if (earlier.size === 0) return step(state);
  return step({ ...state, phase: 'result' }, askAgain(state));
}

/** A fresh round. */
export function round(
  quiz: Quiz | undefined,
  asked: readonly Asked[],
  results: QuizState['results'],
): QuizState {
  const fresh = {
    phase: 'asking',
    cursor: 0,
    marked: [],
    mindMarks: false,
    hints: 0,
    top: 0,
    lookAt: 'choice',
  } as const;
  return { quiz, asked, results, at: 0, ...fresh };
}

/** What was last answered wrong, in the order of the course. */
function wrongOf({ course, progress }: Context): readonly Asked[] {
  return allAsked(course).filter(({ question }) => progress.answers.get(question.id)?.right === false);
}

function allAsked(course: Course): readonly Asked[] {
  return quizzesOf(course).flatMap(({ id, questions }) =>
    questions.map((question) => ({ quiz: id, question })),
  );
}

function earlierResults(asked: readonly Asked[], { progress }: Context): ReadonlyMap<string, Result> {
  const results = asked.flatMap(({ question }) => {
    const answer = progress.answers.get(question.id);
    const given = answer?.chosen.length === 0 ? 'skipped' : 'no';
    return answer ? [[question.id, { chosen: answer.chosen, right: answer.right, given }] as const] : [];
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
