/** An exam on the screen: the rules, one question at a time in any order, and what came of it. A clock runs all the while. */
import { drawnQuestions } from '../../../course/exam.ts';
import type { Answer, Question, Quiz } from '../../../course/model.ts';
import { heardAt, type OpenExam, openExam, timeLeft } from '../../../learner/exam.ts';
import { examResults } from '../../../learner/exam-results.ts';
import type { ExamProgress } from '../../../learner/progress.ts';
import { shuffled } from '../../../learner/shuffled.ts';
import { quizzesOf } from '../../../learner/standing.ts';
import { examWords as words } from '../../../messages/exam.ts';
import { type Context, type Step, step, type TargetOf } from '../../screen.ts';
import { sheetFor } from '../quiz/forms/all.ts';
import type { Filling } from '../quiz/forms/filling.ts';
import type { Sheet } from '../quiz/forms/form.ts';

export type ExamState =
  | { readonly phase: 'rules'; readonly open: OpenExam | undefined }
  | Sitting
  | {
      readonly phase: 'result';
      readonly quiz: Quiz;
      readonly isOver: boolean;
      readonly right: number;
      readonly all: number;
    };

export interface Sitting {
  readonly phase: 'asking';
  readonly open: OpenExam;
  readonly clock: ExamProgress;
  readonly questions: readonly Question[];
  readonly at: number;
  /** by question: what is taken down */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly sheet: Sheet | undefined;
  /** what the sheet lacked when Enter was pressed */
  readonly lacks: string;
  readonly hints: number;
}

export type ExamAction =
  | { readonly type: 'begin' }
  /** once the attempt is in the journal, or is found there */
  | { readonly type: 'sit' }
  | Filling
  | { readonly type: 'answer' }
  | { readonly type: 'hint' }
  | { readonly type: 'go'; readonly by: 1 | -1 }
  | { readonly type: 'end' }
  | { readonly type: 'close' }
  /** the clock is looked at */
  | { readonly type: 'time' }
  | { readonly type: 'leave' };

export type ExamStep = Step<ExamState, ExamAction>;

export function openedExam({ quiz: id }: TargetOf<'exam'>, context: Context): ExamStep {
  const quiz = quizzesOf(context.course).find((candidate) => candidate.id === id);
  const open = quiz && openExam(quiz, context.progress);
  const rules: ExamState = { phase: 'rules', open };
  return open?.running === undefined ? step(rules) : seated(rules, open, context);
}

export function reduceExam(state: ExamState, action: ExamAction, context: Context): ExamStep {
  if (action.type === 'leave') return step(state, { do: 'back' });
  if (state.phase === 'rules') return begun(state, action, context);
  if (state.phase === 'result') return step(state);
  const sitting = { ...state, clock: heardAt(state.clock, context.now) };
  if (leftOf(sitting, context.now) === 0) return closed(sitting, context);
  return sat(sitting, action, context);
}

/** Milliseconds. */
export function leftOf({ open, clock }: Sitting, now: number): number {
  return timeLeft(open.exam, clock, now);
}

function begun(
  state: Extract<ExamState, { phase: 'rules' }>,
  action: ExamAction,
  context: Context,
): ExamStep {
  const { open } = state;
  if (open === undefined) return step(state);
  if (action.type === 'sit') return seated(state, open, context);
  if (action.type !== 'begin') return step(state);
  const event = { type: 'exam-begun', quiz: open.quiz.id } as const;
  // its questions are drawn by the moment that the journal has
  return step(state, { do: 'record', event }, { do: 'with-topologies', action: { type: 'sit' } });
}

function seated(before: ExamState, open: OpenExam, context: Context): ExamStep {
  const { progress, now } = context;
  const running = progress.exams.get(open.quiz.id);
  if (running === undefined) return step(before);
  const questions = drawnQuestions(open.quiz, open.exam, running.begun).map((each) =>
    shuffled(each, progress),
  );
  const answers = new Map(running.answers.map(([id, { answer }]) => [id, answer]));
  const first = questions.findIndex(({ id }) => !answers.has(id));
  const rest = { open, clock: heardAt(running, now), questions, answers, sheet: undefined } as const;
  const sitting: Sitting = { phase: 'asking', ...rest, at: 0, lacks: '', hints: 0 };
  return leftOf(sitting, now) === 0 ? closed(sitting, context) : step(at(sitting, Math.max(0, first)));
}

function sat(state: Sitting, action: ExamAction, context: Context): ExamStep {
  switch (action.type) {
    case 'fill':
      return step({ ...state, sheet: action.sheet, lacks: '' });
    case 'hint':
      return step({ ...state, hints: state.hints + 1 });
    case 'go':
      return step(at(state, Math.min(Math.max(0, state.at + action.by), state.questions.length - 1)));
    case 'answer':
      return taken(state);
    case 'end':
      return sure(state);
    case 'close':
      return closed(state, context);
    default:
      return step(state);
  }
}

/** The sitting at a question, with what is taken down of it. */
function at(state: Sitting, number: number): Sitting {
  const question = state.questions[number];
  const sheet = question && sheetFor(question.asks, state.answers.get(question.id));
  return { ...state, at: number, sheet, lacks: '', hints: 0 };
}

/** Takes an answer down; whether it is right is told when all is over. */
function taken(state: Sitting): ExamStep {
  const question = state.questions[state.at];
  if (question === undefined || state.sheet === undefined) return step(state);
  const { answer } = state.sheet;
  if (typeof answer === 'string') return step({ ...state, lacks: answer });
  const { id, revision } = question;
  const { hints } = state;
  const event = {
    type: 'exam-answer',
    quiz: state.open.quiz.id,
    question: id,
    revision,
    answer,
    hints,
  } as const;
  const after = { ...state, answers: new Map(state.answers).set(id, answer) };
  if (state.at < state.questions.length - 1) return step(at(after, state.at + 1), { do: 'record', event });
  const { state: asked, effects } = sure(at(after, state.at));
  return step(asked, { do: 'record', event }, ...effects);
}

function sure(state: Sitting): ExamStep {
  const open = state.questions.filter(({ id }) => !state.answers.has(id)).length;
  return step(state, {
    do: 'ask',
    title: words.open(open),
    choices: [
      { label: words.goOn, action: { type: 'time' } },
      { label: words.endNow, action: { type: 'close' } },
    ],
  });
}

function closed(state: Sitting, context: Context): ExamStep {
  const { open } = state;
  const progress = context.progress.exams.get(open.quiz.id) ?? state.clock;
  const results = examResults(open, progress, context.openTopology);
  const isOver = leftOf(state, context.now) === 0;
  const right = results.filter((result) => result.right).length;
  return step(
    { phase: 'result', quiz: open.quiz, isOver, right, all: results.length },
    { do: 'record', event: { type: 'exam-ended', quiz: open.quiz.id, results } },
  );
}
