/** What keys and news do to a presentation. */
import type { Course } from '../../../course/model.ts';
import type { BlockOf } from '../../../course/page-blocks.ts';
import type { Slide } from '../../../course/slides.ts';
import { quiz as quizWords } from '../../../messages/quiz.ts';
import type { JobNews } from '../../job.ts';
import { type Context, step, type TargetOf } from '../../screen.ts';
import { keepInSight, lastTop, scrolled } from '../../widgets/scroll.ts';
import { openedRun } from '../lesson/opened-run.ts';
import { announced } from './announced.ts';
import { answerAt, predictionAt } from './answer.ts';
import { presented, slideAt, slideLayout } from './slide-layout.ts';
import type { PresentAction, PresentState, PresentStep } from './state.ts';

/** A slide that was just turned to. */
const UNTOUCHED = { top: 0, left: 0, stroke: 0, run: 0, sources: false } as const;

export function openPresentation({ id }: TargetOf<'present'>, context: Context): PresentStep {
  const state: PresentState = {
    id,
    at: 0,
    ...UNTOUCHED,
    blank: false,
    answered: new Set(),
    told: new Map(),
    startedAt: context.now,
  };
  return step(state, { do: 'announce', presented: announced(state, context) });
}

/** The same slide of a course that was read again, by its number; what is gone is gone. */
export function reloadedPresentation(state: PresentState, _before: Course, context: Context): PresentState {
  return turnedTo(state, Math.min(state.at, lastOf(state, context)));
}

/** The notes beside it hear of everything that they show. */
export function reducePresent(state: PresentState, action: PresentAction, context: Context): PresentStep {
  const next = afterAction(state, action, context);
  const told = announced(next.state, context);
  if (JSON.stringify(told) === JSON.stringify(announced(state, context))) return next;
  return step(next.state, { do: 'announce', presented: told }, ...next.effects);
}

function afterAction(state: PresentState, action: PresentAction, context: Context): PresentStep {
  const slide = slideAt(state, context);
  if (slide === undefined) return step(state);
  if (action.type === 'heard') return step(heard(state, action.news));
  if (action.type === 'quit') return step(state, { do: 'quit' });
  // whoever shows nothing sees nothing change
  if (state.blank || action.type === 'blank') return step({ ...state, blank: !state.blank });
  switch (action.type) {
    case 'forward':
      return step(forward(state, slide, context));
    case 'back':
      return step(back(state, context));
    case 'to-end':
      return step(turnedTo(state, action.which === 'first' ? 0 : lastOf(state, context)));
    case 'scroll':
      return step(scrolledBy(state, action.by, slide, context));
    case 'sideways': {
      const { beyond } = slideLayout(slide, state, context);
      return step({ ...state, left: Math.min(beyond, Math.max(0, state.left + action.by * SIDEWAYS)) });
    }
    case 'sources':
      return step({ ...state, sources: !state.sources, top: 0 });
    case 'draw':
      return step({ ...state, stroke: hasMore(state, slide, context) ? state.stroke + 1 : 0 });
    case 'next-run':
      return step(pointedAtNext(state, slide, context));
    case 'answer':
      return answered(state, slide, context);
    case 'run':
      return opened(state, slide, context);
    case 'watch':
      return watched(state, slide);
    case 'enter':
      return entered(state, slide, context);
  }
}

/** Columns that one key moves what is too wide. */
const SIDEWAYS = 8;

function lastOf(state: PresentState, context: Context): number {
  return Math.max(0, (presented(state, context)?.slides.length ?? 1) - 1);
}

function turnedTo(state: PresentState, at: number): PresentState {
  return at === state.at ? state : { ...state, at, ...UNTOUCHED };
}

function hasMore(state: PresentState, slide: Slide, context: Context): boolean {
  return state.stroke + 1 < slideLayout(slide, state, context).strokes;
}

/** The next stroke, else the rest of what is too long, else the next slide. */
function forward(state: PresentState, slide: Slide, context: Context): PresentState {
  if (hasMore(state, slide, context)) return { ...state, stroke: state.stroke + 1 };
  const { rows } = slideLayout(slide, state, context);
  if (state.top < lastTop(rows.length, context.rows)) {
    return scrolledBy(state, context.rows - 2, slide, context);
  }
  return turnedTo(state, Math.min(lastOf(state, context), state.at + 1));
}

/** The stroke before, else the slide before, as it was when it was whole. */
function back(state: PresentState, context: Context): PresentState {
  if (state.sources) return { ...state, sources: false, top: 0 };
  if (state.stroke > 0) return { ...state, stroke: state.stroke - 1 };
  if (state.at === 0) return state;
  const before = turnedTo(state, state.at - 1);
  const slide = slideAt(before, context);
  const strokes = slide === undefined ? 0 : slideLayout(slide, before, context).strokes;
  return { ...before, stroke: Math.max(0, strokes - 1) };
}

function scrolledBy(state: PresentState, by: number, slide: Slide, context: Context): PresentState {
  const { rows } = slideLayout(slide, state, context);
  return { ...state, top: scrolled(state.top, by, rows.length, context.rows) };
}

function pointedAtNext(state: PresentState, slide: Slide, context: Context): PresentState {
  const { rows, runs } = slideLayout(slide, state, context);
  if (runs.length === 0) return state;
  const run = (state.run + 1) % runs.length;
  return { ...state, run, top: keepInSight(state.top, runs[run]?.row ?? 0, rows.length, context.rows) };
}

/** The answer where it is hidden, else a run where there is one, else on. */
function entered(state: PresentState, slide: Slide, context: Context): PresentStep {
  if (answerAt(slide, state, context) === 'hidden') return answered(state, slide, context);
  if (slideLayout(slide, state, context).runs.length > 0) return opened(state, slide, context);
  return step(forward(state, slide, context));
}

/** Shows the answer. What is right about a prediction, its run says. */
function answered(state: PresentState, slide: Slide, context: Context): PresentStep {
  if (answerAt(slide, state, context) !== 'hidden') return step(state);
  if (slide.kind === 'question') {
    return step({ ...state, answered: new Set([...state.answered, slide.question.id]) });
  }
  const block = predictionAt(slide, state, context);
  if (block === undefined) return step(state);
  const { run, prediction } = block;
  const { id, measure, guesses } = prediction;
  // a run that is asked for ends the one before
  const done = [...state.told].filter(([, outcome]) => outcome !== 'running');
  const told = new Map([...done, [id, 'running' as const]]);
  const job = { kind: 'predict', run, prediction: { measure, guesses }, seed: context.seed } as const;
  return step({ ...state, told }, { do: 'work', job });
}

/** What came of the run that was asked for last. */
function heard(state: PresentState, news: JobNews): PresentState {
  const told = new Map(state.told);
  for (const [id, outcome] of state.told) {
    if (outcome !== 'running') continue;
    if (news.state === 'predicted') told.set(id, news.outcome);
    else if (news.state === 'failed') told.set(id, { refused: [news.why] });
  }
  return { ...state, told };
}

function opened(state: PresentState, slide: Slide, context: Context): PresentStep {
  const run = slideLayout(slide, state, context).runs[state.run];
  if (run === undefined || slide.kind !== 'page') return step(state);
  if (run.kind === 'predict') return step(state, { do: 'open', target: predicted(run, context) });
  return step(state, { do: 'open', target: openedRun(run, slide.lesson.id) });
}

/** The run that the room was asked about: the very one that gives the answer. */
function predicted({ run, prediction }: BlockOf<'predict'>, { seed }: Context): TargetOf<'simulator'> {
  return { screen: 'simulator', topology: run.topology, run, lookFor: prediction.ask, seed };
}

/** The run that proves an answer, once the room has seen it. */
function watched(state: PresentState, slide: Slide): PresentStep {
  if (slide.kind !== 'question' || !state.answered.has(slide.question.id)) return step(state);
  const run = slide.question.proof?.run;
  if (run === undefined) return step(state);
  return step(state, {
    do: 'open',
    target: { screen: 'simulator', topology: run.topology, run, lookFor: quizWords.watching },
  });
}
