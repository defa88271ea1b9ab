import { clean, cells as widthOf } from '../../text/cells.ts';
import type { Tone } from '../../text/row.ts';
import type { Id } from '../types.ts';
import { joinBorders } from './borders.ts';
import type { Canvas } from './canvas.ts';
import { type Glyphs, Side } from './glyphs.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { PlacedNode } from './nodes.ts';
import type { Cell } from './pen.ts';

/** The line from a virtual IP to a host beside it that may hold it. */
export interface Tie {
  readonly vip: Id;
  readonly host: Id;
  /** from the address to the host's border; the last is where the ties of one address part */
  readonly cells: readonly Cell[];
  /** the side of its last cell at which the host stands */
  readonly side: number;
}

/** The lines of a virtual IP that stands between hosts; `boxes` has their borders alone. */
export function tiesOf(
  model: Model,
  boxes: Canvas,
  layout: Layout,
  placed: PlacedNode,
  margin: number,
): Tie[] {
  return layout.pen.columns
    ? upright(model, boxes, layout, placed, margin)
    : flat(model, layout, placed, margin);
}

/** In a column: from the address to the right, and there up to the holder above and down to the one below. */
function upright(
  model: Model,
  boxes: Canvas,
  layout: Layout,
  { node, x, y }: PlacedNode,
  margin: number,
): Tie[] {
  const { north, east, south, west } = Side;
  const start = x + margin + 2 + widthOf(clean(node.place.id, model.ascii));
  const column = hostsBeside(layout, node.tier);
  const above = column.findLast((other) => other.y < y);
  const below = column.find((other) => other.y > y);
  const bottom = above === undefined ? -1 : above.y + above.node.height - 1;
  const isFree = (at: number, row: number) => (boxes.at(at, row) === model.glyphs.line[east + west] ? 1 : 0);
  const free = (at: number) => isFree(at, bottom) + isFree(at, below?.y ?? -1);
  const rightmost = x + margin + node.width - 3;
  let tie = rightmost;
  for (let at = rightmost; at > start; at--) if (free(at) > free(tie)) tie = at;
  const cells = Array.from({ length: tie - start + 1 }, (_, index) => ({ x: start + index, y }));
  const to = (placed: PlacedNode | undefined, side: number): Tie[] =>
    placed === undefined ? [] : [{ vip: node.place.id, host: placed.node.place.id, cells, side }];
  return [...to(above, north), ...to(below, south)];
}

/** In a row: from the address to the hosts at its left and at its right. */
function flat(model: Model, layout: Layout, { node, x, y }: PlacedNode, margin: number): Tie[] {
  const { east, west } = Side;
  const row = hostsBeside(layout, node.tier);
  const left = row.findLast((other) => other.x < x);
  const right = row.find((other) => other.x > x);
  const first = x + margin + 3 + widthOf(clean(node.place.id, model.ascii));
  const last = x + margin + node.width - 1;
  const cells = Array.from({ length: last - first + 1 }, (_, index) => ({ x: first + index, y }));
  const vip = node.place.id;
  return [
    ...(left === undefined
      ? []
      : [{ vip, host: left.node.place.id, cells: [{ x: x + margin, y }], side: west }]),
    ...(right === undefined ? [] : [{ vip, host: right.node.place.id, cells, side: east }]),
  ];
}

function hostsBeside(layout: Layout, tier: number): PlacedNode[] {
  return layout.nodes.filter(({ node }) => node.tier === tier && node.place.kind === 'host');
}

/**
 * Draws the lines of one address to whoever holds it: only points where no host does, and in alarm where more than one
 * does. A still drawing (`holders` undefined) shows who may.
 */
export function drawTies(
  canvas: Canvas,
  boxes: Canvas,
  glyphs: Glyphs,
  ties: readonly Tie[],
  holders: readonly Id[] | undefined,
): void {
  const held = ties.filter(({ host }) => holders?.includes(host) ?? true);
  const tone: Tone = holders === undefined ? 'plain' : held.length === 1 ? 'accent' : 'bad';
  for (const tie of ties) {
    for (const { x, y } of tie.cells) canvas.set(x, y, held.length === 0 ? glyphs.unused : ' ', 'dim');
    const end = tie.cells.at(-1);
    if (end !== undefined) joinBorders(canvas, boxes, glyphs, end, tie.side, held.includes(tie));
  }
  for (const { cells, side } of held) {
    const entry = side === Side.west ? Side.east : Side.west;
    cells.forEach((cell, index) => {
      const parting = held.filter((other) => isSame(other.cells.at(-1), cell));
      const sides =
        index < cells.length - 1
          ? Side.east + Side.west
          : parting.reduce<number>((sum, other) => sum | other.side, entry);
      canvas.set(cell.x, cell.y, glyphs.line[sides] ?? '', tone);
    });
  }
}

function isSame(one: Cell | undefined, other: Cell): boolean {
  return one?.x === other.x && one.y === other.y;
}
