/** One slide in the middle of the window, for a room. */
import { type Slide, sourceOf } from '../../../course/slides.ts';
import { present as words } from '../../../messages/present.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, wrapped } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { windowRows } from '../lesson/page-window.ts';
import { allTold, answerAt } from './answer.ts';
import { presentKeys } from './keys.ts';
import { openPresentation, reducePresent, reloadedPresentation } from './reduce.ts';
import { presented, slideLayout } from './slide-layout.ts';
import type { PresentAction, PresentState } from './state.ts';

export const presentScreen = defineScreen<'present', PresentState, PresentAction>({
  name: 'present',
  title: words.title,
  bare: true,
  open: openPresentation,
  reduce: reducePresent,
  keys: presentKeys,
  view: viewPresent,
  heard: (news) => ({ type: 'heard', news }),
  reloaded: reloadedPresentation,
});

function viewPresent(state: PresentState, context: Context): Picture {
  const slides = presented(state, context)?.slides ?? [];
  const slide = slides[state.at];
  if (state.blank) return { title: [], status: [], body: [] };
  if (slide === undefined)
    return { title: [], status: [], body: centred(wrapped(words.gone, 60), 60, context) };
  const hints = [
    ...(state.at === 0 ? [words.keysHint] : []),
    ...(answerAt(slide, state, context) === 'hidden' ? [words.answerHint] : []),
    words.at(state.at + 1, slides.length),
  ];
  const { rows, width } = slideLayout(slide, state, context);
  const seen = windowRows(rows, state.top, context).slice(0, Math.max(rows.length, 1));
  return {
    title: [span(sourceOf(slide), 'dim')],
    status: [span(hints.join('   '), 'dim')],
    body: centred(seen, width, context, wholeHeight(slide, state, context)),
  };
}

/** Rows that a slide takes with its answers: they come beneath a question which stays where it is. */
function wholeHeight(slide: Slide, state: PresentState, context: Context): number {
  const [all, none] = [allTold(slide), { answered: new Set<string>(), told: new Map() }];
  const whole = slideLayout(slide, { ...state, ...all }, context).rows.length;
  // where both have no room, the question stands alone as well as it can
  return whole <= context.rows ? whole : slideLayout(slide, { ...state, ...none }, context).rows.length;
}

/** Rows in the middle of the window; with `as` they stand where so many rows would. */
function centred(
  rows: readonly Row[],
  width: number,
  { columns, rows: room }: Context,
  as = rows.length,
): readonly Row[] {
  const above = Math.max(0, Math.min(Math.floor((room - as) / 2), room - rows.length));
  const left = Math.max(0, Math.floor((columns - width) / 2));
  return [...Array.from({ length: above }, () => EMPTY), ...indent(rows, left)];
}
