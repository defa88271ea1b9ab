import type { Id, Topology } from '../types.ts';
import { drawDense } from './dense.ts';
import type { Drawing, DrawOptions } from './drawing.ts';
import { paintFrame } from './frame.ts';
import { type Model, modelOf } from './model.ts';
import { partOfModel, partOfStill } from './part.ts';
import { planOf } from './plan.ts';
import type { Still } from './still.ts';

export { describeTopology } from './words.ts';

interface Prepared {
  readonly model: Model;
  /** undefined: only lines of text fit */
  readonly still: Still | undefined;
}

/** Still drawings by topology and options; a live screen lays only its texts over them. */
const prepared = new WeakMap<Topology, Map<string, Prepared>>();
/** A window being resized asks for many sizes; these many are kept. */
const mostPrepared = 16;

/**
 * Draws a topology from the model alone: tiers from left to right if they fit, else from top to bottom,
 * else a line a host. Never wider than asked; taller than asked only in that last form.
 */
export function drawTopology(topology: Topology, options: DrawOptions): Drawing {
  const { model, still } = prepare(topology, options);
  if (!still) return drawDense(model, options.overlay, options.width);
  const spare =
    options.height === undefined ? Number.POSITIVE_INFINITY : options.height - still.canvas.height;
  return paintFrame(model, still, options.overlay, spare);
}

function prepare(topology: Topology, { width, height, ascii, overlay, shown }: DrawOptions): Prepared {
  const under = [...(overlay?.under ?? [])].map(([id, lines]) => `${id} ${lines.length}`);
  const key = JSON.stringify([width, height ?? 0, ascii, overlay ? under : null, [...(shown ?? ['*'])]]);
  const known = prepared.get(topology) ?? new Map<string, Prepared>();
  prepared.set(topology, known);
  const found = known.get(key);
  if (found) return found;
  const model = modelOf(topology, ascii, overlay);
  // A live drawing keeps a row free for what has to be said below it.
  const rows = height === undefined ? undefined : height - (overlay ? 1 : 0);
  const whole = { model, still: planOf(model, width, rows) };
  const one = shown === undefined ? whole : onlyShown(whole, shown, width);
  const [oldest] = known.keys();
  if (known.size >= mostPrepared && oldest !== undefined) known.delete(oldest);
  known.set(key, one);
  return one;
}

/** What is hidden keeps its place empty; where only lines of text fit, its lines are left out. */
function onlyShown({ model, still }: Prepared, shown: ReadonlySet<Id>, width: number): Prepared {
  const part = still && partOfStill(model, still, shown, width);
  return part ? { model, still: part } : { model: partOfModel(model, shown), still: undefined };
}
