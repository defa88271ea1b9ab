/** How the screen's rows are shared out: the drawing, the graphs, the log. */
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { Drawing, WayFinder } from '../../../topology/draw/drawing.ts';
import type { Topology } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import type { Places } from '../../widgets/choosing.ts';
import { type ChartPlan, chartHeight } from './charts.ts';
import { dotsOf, standingsAt } from './dots.ts';
import { headRows } from './head.ts';
import { monitorOverlay } from './monitor-eye.ts';
import { withNames } from './names.ts';
import { overlayOf } from './overlay.ts';
import { type Live, SPEEDS } from './state.ts';
import { stillSigns } from './still-signs.ts';

export interface Layout {
  readonly drawing: Drawing;
  /** undefined: one row for all of it */
  readonly charts: ChartPlan | undefined;
  /** the drawing's first row that is seen, and how many are */
  readonly top: number;
  readonly seen: number;
  /** empty rows above and below the drawing */
  readonly air: 0 | 1;
  /** a rule stands above the log */
  readonly rule: boolean;
  /** where the monitor speaks, once it knows something: in that rule, or, where there is none, in the one over the charts */
  readonly monitor: 'log' | 'above' | undefined;
  readonly log: number;
}

/** Rows of the drawing, and the form of the graphs that goes with it; `height` undefined: a line a host. */
interface Plan {
  readonly height: number | undefined;
  readonly graphs: 3 | 1;
}

/** Wide enough for boxes with all graphs in one row. */
const WIDE = 80;
/** From so many rows of log on there is air around the drawing. */
const ROOMY = 12;
const FEWEST_LOG = 2;
/** Bars that are taller say no more. */
const MOST_TALL = 6;

const laidOut = new WeakMap<Live, { readonly key: string; readonly layout: Layout }>();

/** The same object again for the same state and size: title, body and keys of a frame ask for it, and drawing is dear. */
export function layoutOf(state: Live, context: Context): Layout {
  const { columns, rows, ascii, motion } = context;
  const key = `${columns} ${rows} ${ascii} ${motion}`;
  const known = laidOut.get(state);
  if (known?.key === key) return known.layout;
  const layout = layOut(state, context);
  laidOut.set(state, { key, layout });
  return layout;
}

function layOut(state: Live, context: Context): Layout {
  const extra = headRows(state, context).length;
  const rows = context.rows - extra;
  const { height, graphs } = planOf(state, rows, context);
  const drawing = drawMoment(state, context, height ?? 1);
  // the drawing, a rule, the graphs, and what is left
  const most = Math.max(1, rows - 1 - graphs - FEWEST_LOG);
  const seen = Math.min(drawing.rows.length, most);
  const left = Math.max(0, rows - seen - 1 - graphs);
  const charts = graphs === 3 ? chartPlan(left) : undefined;
  const log = left - (charts === undefined ? 0 : chartHeight(charts) - graphs);
  const air = log >= ROOMY ? 1 : 0;
  const rule = log >= 4;
  return {
    drawing,
    charts,
    seen,
    top: topOf(drawing, state.chosen, seen),
    air,
    rule,
    monitor: state.view.monitor?.sample === undefined ? undefined : rule ? 'log' : 'above',
    log: log - (rule ? 1 : 0) - air * 2,
  };
}

/** What is more than a few lines of log goes half to the four charts. */
function chartPlan(left: number): ChartPlan {
  const tall = Math.floor((left + 1) / 8);
  return { axis: left >= 6, latency: left >= 9, tall: Math.max(1, Math.min(MOST_TALL, tall)) };
}

/** The drawing has boxes in so much room, with all charts under it. */
export function hasRoomForBoxes(state: Live, context: Context): boolean {
  if (context.columns < 40) return false;
  const { height, graphs } = planOf(state, context.rows - headRows(state, context).length, context);
  return height !== undefined && graphs === 3;
}

/** Rows from the top down to the rule over the charts, and down to what stands below these: a rule, or the log at once. */
export function rowsAbove(state: Live, context: Context) {
  const { seen, air, charts, rule } = layoutOf(state, context);
  const drawn = headRows(state, context).length + seen + air * 2;
  return { drawn, charted: drawn + 1 + (charts === undefined ? 1 : chartHeight(charts)), rule };
}

/** Where the things stand that arrows choose. */
export function placesOf(state: Live, context: Context): Places {
  return layoutOf(state, context).drawing.places;
}

/** A drawing that is taller than its room is scrolled to what is chosen. */
function topOf({ rows, places }: Drawing, chosen: string, seen: number): number {
  const row = places.get(chosen)?.row ?? 0;
  return Math.max(0, Math.min(rows.length - seen, row - Math.floor(seen / 2)));
}

const plans = new WeakMap<Topology, Map<string, Plan>>();

/** The same for every frame of one size. */
function planOf(state: Live, rows: number, context: Context): Plan {
  const topology = withNames(state.run.topology, state.view);
  const known = plans.get(topology) ?? new Map<string, Plan>();
  plans.set(topology, known);
  const key = `${context.columns} ${rows} ${context.ascii}`;
  const found = known.get(key) ?? findPlan(state, rows, context);
  known.set(key, found);
  return found;
}

function findPlan(state: Live, rows: number, context: Context): Plan {
  const heights: Plan[] = [8, 7, 6].map((others) => ({ height: rows - others, graphs: 3 }));
  const compact: Plan[] = [5, 4].map((others) => ({ height: rows - others, graphs: 1 }));
  const boxes = [...heights, ...(context.columns >= WIDE ? compact : [])].find(
    ({ height = 0 }) => height > 0 && hasBoxes(drawMoment(state, context, height), state.run.topology),
  );
  if (boxes !== undefined) return boxes;
  const lines = drawMoment(state, context, 1).rows.length;
  return { height: undefined, graphs: lines <= rows - 4 - FEWEST_LOG ? 3 : 1 };
}

/** A run as it is now, with what travels in it. */
export function drawMoment(
  { run, view, chosen, speed, eye }: Pick<Live, 'run' | 'view' | 'chosen' | 'speed' | 'eye'>,
  { columns, ascii, glyphs, motion }: Context,
  height: number,
): Drawing {
  const moment = { topology: run.topology, now: view, second: run.second, chosen };
  const { sample, counts } = run.sampler;
  const dots = (ways: WayFinder) =>
    motion
      ? dotsOf(standingsAt(sample.requests, view.now, SPEEDS[speed] ?? 1, ways), ways, glyphs.dots)
      : stillSigns(counts.lastSecond, view, ways, glyphs.dots);
  return drawTopology(withNames(run.topology, view), {
    width: columns,
    height,
    ascii,
    overlay: eye === 'monitor' ? monitorOverlay(moment, glyphs) : { ...overlayOf(moment, glyphs), dots },
  });
}

/** A box's name stands behind its corner; where there are no boxes it begins the line. */
function hasBoxes({ places }: Drawing, { hosts }: Topology): boolean {
  return hosts.every(({ id }) => (places.get(id)?.column ?? 0) > 2);
}
