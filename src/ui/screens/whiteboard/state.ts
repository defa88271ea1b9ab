/** Explaining aloud: the clock, the points that were made, the mentor's questions, and what is written down of it. */
import type { Whiteboard } from '../../../course/page-blocks.ts';
import type { ExplanationProgress } from '../../../learner/progress.ts';
import { type Context, type Step, step, type TargetOf } from '../../screen.ts';
import { findLesson } from '../lesson/reading-order.ts';

export type Graded = Omit<ExplanationProgress, 'schedule'>;

export type Phase =
  | { readonly at: 'ready' }
  /** milliseconds since 1970 */
  | { readonly at: 'explaining'; readonly begun: number; readonly now: number }
  | {
      readonly at: 'grading';
      readonly seconds: number;
      readonly chosen: number;
      readonly said: ReadonlySet<number>;
    }
  | {
      readonly at: 'mentor';
      readonly seconds: number;
      readonly said: ReadonlySet<number>;
      /** the place of the question that is asked now */
      readonly asked: number;
      readonly shown: boolean;
      readonly answered: number;
    }
  | { readonly at: 'over'; readonly said: ReadonlySet<number>; readonly graded: Graded };

export interface WhiteboardState {
  readonly lesson: string;
  /** undefined: the course has it no longer */
  readonly whiteboard: Whiteboard | undefined;
  readonly phase: Phase;
}

export type WhiteboardAction =
  | { readonly type: 'tick' }
  | { readonly type: 'on' }
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'mark' }
  | { readonly type: 'judge'; readonly knew: boolean };

export type WhiteboardStep = Step<WhiteboardState, WhiteboardAction>;

export function openWhiteboard(
  { lesson, whiteboard: id }: TargetOf<'whiteboard'>,
  { course }: Context,
): WhiteboardStep {
  const blocks = findLesson(course, lesson)?.lesson.pages.flatMap((page) => page.blocks) ?? [];
  const whiteboard = blocks.flatMap((block) =>
    block.kind === 'whiteboard' && block.whiteboard.id === id ? [block.whiteboard] : [],
  )[0];
  return step({ lesson, whiteboard, phase: { at: 'ready' } });
}

export function reduceWhiteboard(
  state: WhiteboardState,
  action: WhiteboardAction,
  { now }: Context,
): WhiteboardStep {
  const { whiteboard, phase } = state;
  if (whiteboard === undefined) return step(state, { do: 'back' });
  const to = (next: Phase): WhiteboardStep => step({ ...state, phase: next });
  switch (phase.at) {
    case 'ready':
      return action.type === 'on' ? to({ at: 'explaining', begun: now, now }) : step(state);
    case 'explaining':
      if (action.type === 'tick') return to({ ...phase, now });
      if (action.type !== 'on') return step(state);
      return to({ at: 'grading', seconds: secondsSince(phase.begun, now), chosen: 0, said: new Set() });
    case 'grading':
      return graded(state, phase, whiteboard, action);
    case 'mentor':
      if (action.type === 'on' && !phase.shown) return to({ ...phase, shown: true });
      if (action.type !== 'judge' || !phase.shown) return step(state);
      return asked(state, whiteboard, {
        ...phase,
        asked: phase.asked + 1,
        shown: false,
        answered: phase.answered + (action.knew ? 1 : 0),
      });
    case 'over':
      return action.type === 'on' ? step(state, { do: 'back' }) : step(state);
  }
}

/** Whole seconds; a clock that is put back makes nobody's explanation shorter than none. */
export function secondsSince(begun: number, now: number): number {
  return Math.max(0, Math.floor((now - begun) / 1000));
}

function graded(
  state: WhiteboardState,
  phase: Extract<Phase, { at: 'grading' }>,
  whiteboard: Whiteboard,
  action: WhiteboardAction,
): WhiteboardStep {
  const { chosen, said, seconds } = phase;
  switch (action.type) {
    case 'move': {
      const last = whiteboard.points.length - 1;
      const next = { ...phase, chosen: Math.min(last, Math.max(0, chosen + action.by)) };
      return step({ ...state, phase: next });
    }
    case 'mark': {
      const marked = new Set(said);
      if (!marked.delete(chosen)) marked.add(chosen);
      return step({ ...state, phase: { ...phase, said: marked } });
    }
    case 'on':
      return asked(state, whiteboard, { at: 'mentor', seconds, said, asked: 0, shown: false, answered: 0 });
    default:
      return step(state);
  }
}

/** The next question of the mentor; after the last one, all of it is written down. */
function asked(
  state: WhiteboardState,
  { id, points, mentor, minutes }: Whiteboard,
  phase: Extract<Phase, { at: 'mentor' }>,
): WhiteboardStep {
  if (phase.asked < mentor.length) return step({ ...state, phase });
  const { said, answered, seconds } = phase;
  const graded = {
    covered: said.size,
    points: points.length,
    answered,
    questions: mentor.length,
    seconds,
    limit: minutes * 60,
  };
  return step(
    { ...state, phase: { at: 'over', said, graded } },
    { do: 'record', event: { type: 'explanation', lesson: state.lesson, whiteboard: id, ...graded } },
  );
}
