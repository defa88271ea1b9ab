/** What keys do with the inspector: open it, choose what it tells of, scroll it. */
import { linksOf } from '../../../topology/pairs.ts';
import type { Id } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import { inOrder } from '../../widgets/choosing.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { inspectorRows } from './inspector-rows.ts';
import { placesOf, rowsAbove } from './layout.ts';
import { inspectorWidth, placingOf, stageOf } from './stage.ts';
import type { Inspector, Live } from './state.ts';

/** In fewer rows it says too little; then only the last rows below it are left. */
const FEWEST = 9;
const LEFT = 5;

/** Something else is chosen, and told from its beginning. */
export function chose(state: Live, chosen: Id): Live {
  return chosen === state.chosen ? state : { ...state, chosen, inspector: { ...state.inspector, top: 0 } };
}

/** Opens it, or closes it. */
export function inspected(state: Live, context: Context): Live {
  const isOpen = placingOf(state, context) !== 'closed';
  return { ...state, inspector: { open: !isOpen, top: 0 } };
}

/** The next thing in the order of reading; with the inspector open also certificates and links, which no arrow finds. */
export function nextOf(state: Live, by: 1 | -1, context: Context): Id {
  const { certificates } = state.run.topology;
  const drawn = inOrder(placesOf(state, stageOf(state, context)));
  const links = linksOf(state.run.topology)
    .filter(({ from, to, protocol }) => protocol !== 'metrics' && from !== to)
    .map(({ from, to }) => `${from} ${to}`);
  const all =
    placingOf(state, context) === 'closed'
      ? drawn
      : [...drawn, ...certificates.map(({ name }) => name), ...new Set(links)];
  return all[(all.indexOf(state.chosen) + by + all.length) % all.length] ?? state.chosen;
}

export function scrolledInspector(state: Live, by: number, context: Context): Inspector {
  const { top, open } = state.inspector;
  const isBeside = placingOf(state, context) === 'beside';
  const columns = isBeside ? inspectorWidth(context) : context.columns;
  const count = inspectorRows(state, { ...context, columns }).length;
  const room = isBeside ? context.rows : overRows(state, context);
  return { open, top: scrolled(top, by, count, room) };
}

/** Rows that it takes over the drawing: those of the drawing, so that what the users see stays below it. */
export function overRows(state: Live, context: Context): number {
  const { drawn } = rowsAbove(state, context);
  return drawn >= FEWEST ? drawn : context.rows - LEFT;
}
