import { notesOn, titleOf } from '../../../course/slides.ts';
import type { Presented } from '../../../learner/presented.ts';
import { present as words } from '../../../messages/present.ts';
import type { Context } from '../../screen.ts';
import { answerAt } from './answer.ts';
import { presented, slideLayout } from './slide-layout.ts';
import type { PresentState } from './state.ts';

/** What the notes beside it are told of a slide. */
export function announced(state: PresentState, context: Context): Presented {
  const { at, blank, startedAt } = state;
  const whole = presented(state, context);
  const slide = whole?.slides[at];
  const next = whole?.slides[at + 1];
  const strokes = slide === undefined ? 0 : slideLayout(slide, state, context).strokes;
  return {
    title: whole?.title ?? words.gone,
    slide: slide === undefined ? '' : titleOf(slide),
    at: at + 1,
    of: whole?.slides.length ?? 0,
    stroke: strokes === 0 ? 0 : state.stroke + 1,
    strokes,
    answer: slide === undefined ? 'none' : answerAt(slide, state, context),
    blank,
    notes: slide === undefined ? '' : notesOn(slide),
    next: next === undefined ? '' : titleOf(next),
    startedAt,
  };
}
