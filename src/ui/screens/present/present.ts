/** One slide in the middle of the window, for a room. */
import { sourceOf } from '../../../course/slides.ts';
import { present as words } from '../../../messages/present.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, wrapped } from '../../../text/row-layout.ts';
import { type Context, defineScreen, type Picture } from '../../screen.ts';
import { windowRows } from '../lesson/page-window.ts';
import { answerAt } from './answer.ts';
import { presentKeys } from './keys.ts';
import { openPresentation, reducePresent } from './reduce.ts';
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
  // an answer comes beneath its question, which stays where it is as long as both have room
  const before = slideLayout(slide, { ...state, answered: new Set(), told: new Map() }, context).rows;
  const seen = windowRows(rows, state.top, context).slice(0, Math.max(rows.length, 1));
  return {
    title: [span(sourceOf(slide), 'dim')],
    status: [span(hints.join('   '), 'dim')],
    body: centred(seen, width, context, before.length),
  };
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
