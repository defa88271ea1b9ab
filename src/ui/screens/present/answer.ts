/** The question on a slide, and whether the room has seen its answer. */
import type { BlockOf } from '../../../course/page-blocks.ts';
import type { Outcome } from '../../../course/predictions/outcome.ts';
import type { Slide } from '../../../course/slides.ts';
import type { Presented } from '../../../learner/presented.ts';
import type { Context } from '../../screen.ts';
import { slideLayout } from './slide-layout.ts';
import type { PresentState } from './state.ts';

/** The prediction that the pointer is at. */
export function predictionAt(
  slide: Slide,
  state: PresentState,
  context: Context,
): BlockOf<'predict'> | undefined {
  const run = slideLayout(slide, state, context).runs[state.run];
  return run?.kind === 'predict' ? run : undefined;
}

/** Every answer of a slide, as high as it stands there: what came of a run takes a line, whatever it was. */
export function allTold(slide: Slide): Pick<PresentState, 'answered' | 'told'> {
  const told = new Map<string, Outcome>();
  for (const block of slide.kind === 'page' ? slide.page.blocks : []) {
    if (block.kind === 'predict') told.set(block.prediction.id, { value: '', trueOnes: [] });
  }
  return { answered: new Set(slide.kind === 'question' ? [slide.question.id] : []), told };
}

export function answerAt(slide: Slide, state: PresentState, context: Context): Presented['answer'] {
  if (slide.kind === 'question') {
    if (slide.question.problem !== undefined) return 'none';
    return state.answered.has(slide.question.id) ? 'shown' : 'hidden';
  }
  const prediction = predictionAt(slide, state, context)?.prediction;
  if (prediction === undefined) return 'none';
  return state.told.has(prediction.id) ? 'shown' : 'hidden';
}
