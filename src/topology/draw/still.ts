import { cells, clean } from '../../text/cells.ts';
import { borderText } from './borders.ts';
import { Canvas } from './canvas.ts';
import { type Glyphs, Side } from './glyphs.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { PlacedNode } from './nodes.ts';

/** What stays the same from frame to frame: boxes, lines, the names of hosts. */
export interface Still {
  readonly layout: Layout;
  readonly canvas: Canvas;
  /** empty columns before the drawing */
  readonly margin: number;
}

/** Draws boxes and lines; undefined when a line would run through something. */
export function drawStill(model: Model, layout: Layout, width: number): Still | undefined {
  const lines = layout.pen.lines.cells();
  if (!lines) return undefined;
  const { glyphs } = model;
  const margin = layout.width + 1 < width ? 1 : 0;
  const canvas = new Canvas(width, layout.height);
  const hosts = layout.nodes.filter(({ node }) => node.place.kind === 'host');
  for (const placed of hosts) drawHost(model, canvas, layout, placed, margin);
  const boxes = canvas.copy();
  for (const placed of layout.nodes) drawLabel(model, canvas, boxes, layout, placed, margin);
  const blank = (x: number, y: number) => canvas.at(x, y) === ' ';
  for (const { x, y, sides } of lines) {
    if (!blank(x + margin, y)) return undefined;
    canvas.set(x + margin, y, glyphs.line[sides] ?? ' ', 'plain');
  }
  for (const { x, y, side } of layout.pen.arrows) {
    if (!blank(x + margin, y)) return undefined;
    canvas.set(x + margin, y, arrowOf(side, glyphs), 'plain');
    joinBorders(canvas, boxes, glyphs, x + margin, y, opposite(side));
  }
  for (const { x, y, text, tone } of layout.pen.texts) {
    for (let at = 0; at < text.length; at++) if (!blank(x + margin + at, y)) return undefined;
    canvas.write(x + margin, y, text, tone);
  }
  for (const { x, y, sides } of lines) joinBorders(canvas, boxes, glyphs, x + margin, y, sides);
  return { layout, canvas, margin };
}

function arrowOf(side: number, glyphs: Glyphs): string {
  if (side === Side.east) return glyphs.right;
  if (side === Side.west) return glyphs.left;
  return side === Side.north ? glyphs.up : glyphs.down;
}

function opposite(side: number): number {
  return side < 4 ? side * 4 : side / 4;
}

function drawHost(
  model: Model,
  canvas: Canvas,
  layout: Layout,
  { node, x, y }: PlacedNode,
  margin: number,
): void {
  const host = model.hosts.get(node.place.id);
  if (!host) return;
  canvas.box(x + margin, y, node.width, node.height, model.glyphs, 'dim');
  canvas.write(x + margin + 2, y, ` ${host.name} `, 'strong');
  const below = borderText(host.border, node.width, layout.spec.flow);
  if (below) {
    canvas.write(x + margin + below.offset - 1, y + node.height - 1, ` ${below.text} `, 'dim');
  }
}

/** The users and virtual IPs: words without a border. */
function drawLabel(
  model: Model,
  canvas: Canvas,
  boxes: Canvas,
  layout: Layout,
  placed: PlacedNode,
  margin: number,
): void {
  const { kind, id } = placed.node.place;
  const x = placed.x + margin;
  if (kind === 'host') return;
  const between = layout.nodes.some(
    ({ node }) => node.tier === placed.node.tier && node.place.kind === 'host',
  );
  if (kind === 'users') canvas.write(x, placed.y, clean(id, model.ascii), 'strong');
  else if (!between) canvas.write(layout.pen.columns ? x + 1 : x, placed.y, clean(id, model.ascii), 'accent');
  else if (layout.pen.columns) tieUpright(model, canvas, boxes, layout, placed, margin);
  else tieFlat(model, canvas, boxes, placed, margin);
}

/** In a column: the address, and a line from it to the holder above and the holder below. */
function tieUpright(
  model: Model,
  canvas: Canvas,
  boxes: Canvas,
  layout: Layout,
  { node, x, y }: PlacedNode,
  margin: number,
): void {
  const { line } = model.glyphs;
  const { north, east, south, west } = Side;
  const name = clean(node.place.id, model.ascii);
  const start = x + margin + 2 + cells(name);
  const column = layout.nodes.filter(
    (other) => other.node.tier === node.tier && other.node.place.kind === 'host',
  );
  const above = Math.max(...column.map((other) => other.y + other.node.height - 1).filter((row) => row < y));
  const below = Math.min(...column.map((other) => other.y).filter((row) => row > y));
  const isFree = (at: number, row: number) => (boxes.at(at, row) === line[east + west] ? 1 : 0);
  const rightmost = x + margin + node.width - 3;
  let tie = rightmost;
  for (let at = rightmost; at > start; at--) {
    if (isFree(at, above) + isFree(at, below) > isFree(tie, above) + isFree(tie, below)) tie = at;
  }
  canvas.write(x + margin + 1, y, name, 'accent');
  for (let at = start; at < tie; at++) canvas.set(at, y, line[east + west] ?? '', 'plain');
  canvas.set(tie, y, line[north + south + west] ?? '', 'plain');
  joinBorders(canvas, boxes, model.glyphs, tie, y, north + south);
}

/** In a row: the address between two short lines. */
function tieFlat(
  model: Model,
  canvas: Canvas,
  boxes: Canvas,
  { node, x, y }: PlacedNode,
  margin: number,
): void {
  const { east, west } = Side;
  const dash = model.glyphs.line[east + west] ?? '';
  const last = x + margin + node.width - 1;
  canvas.set(x + margin, y, dash, 'plain');
  const name = clean(node.place.id, model.ascii);
  canvas.write(x + margin + 2, y, name, 'accent');
  for (let at = x + margin + 3 + cells(name); at <= last; at++) canvas.set(at, y, dash, 'plain');
  joinBorders(canvas, boxes, model.glyphs, x + margin, y, west);
  joinBorders(canvas, boxes, model.glyphs, last, y, east);
}

/** Where a line meets a box, its border gets a branch. Text on a border stays whole. */
function joinBorders(
  canvas: Canvas,
  boxes: Canvas,
  glyphs: Glyphs,
  x: number,
  y: number,
  sides: number,
): void {
  const { north, east, south, west } = Side;
  const neighbours = [
    { side: north, x, y: y - 1, border: east + west, joined: east + west + south },
    { side: south, x, y: y + 1, border: east + west, joined: east + west + north },
    { side: west, x: x - 1, y, border: north + south, joined: north + south + east },
    { side: east, x: x + 1, y, border: north + south, joined: north + south + west },
  ];
  for (const neighbour of neighbours) {
    const isBorder = boxes.at(neighbour.x, neighbour.y) === glyphs.line[neighbour.border];
    if ((sides & neighbour.side) !== 0 && isBorder) {
      canvas.set(neighbour.x, neighbour.y, glyphs.line[neighbour.joined] ?? '', 'dim');
    }
  }
}
