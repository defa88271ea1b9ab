/** Where the inspector stands: beside the drawing where there is room, else over it; and what room that leaves. */
import type { Context } from '../../screen.ts';
import { hasRoomForBoxes } from './layout.ts';
import type { Live } from './state.ts';

export type Placing = 'beside' | 'over' | 'closed';

/** Columns that the drawing and the charts keep. */
const DRAWING = 80;
const NARROWEST = 38;
const WIDEST = 64;
/** From this size on it is open without being asked for. */
const ROOMY = { columns: 120, rows: 32 };

/** Where the inspector of the chosen thing is. */
export function placingOf(state: Live, context: Context): Placing {
  const { open } = state.inspector;
  // with the monitor's eye one sees no more than it does, unless one asks
  const isRoomy = state.eye === 'truth' && context.columns >= ROOMY.columns && context.rows >= ROOMY.rows;
  if (!(open ?? isRoomy)) return 'closed';
  if (hasRoomForBoxes(state, besideContext(context))) return 'beside';
  return open === true ? 'over' : 'closed';
}

/** Columns of the inspector where it stands beside. */
export function inspectorWidth({ columns }: Context): number {
  return Math.max(NARROWEST, Math.min(WIDEST, columns - DRAWING - 1));
}

/** What the drawing, the charts and the log have to themselves. */
export function stageOf(state: Live, context: Context): Context {
  return placingOf(state, context) === 'beside' ? besideContext(context) : context;
}

function besideContext(context: Context): Context {
  return { ...context, columns: context.columns - inspectorWidth(context) - 1 };
}
