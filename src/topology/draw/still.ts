import { clean } from '../../text/cells.ts';
import { borderText, joinBorders } from './borders.ts';
import { Canvas } from './canvas.ts';
import { type Glyphs, Side } from './glyphs.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { PlacedNode } from './nodes.ts';
import { drawTies, type Tie, tiesOf } from './ties.ts';

/** What stays the same from frame to frame: boxes, lines, the names of hosts. */
export interface Still {
  readonly layout: Layout;
  readonly canvas: Canvas;
  /** the boxes alone, without what is in them and between them */
  readonly boxes: Canvas;
  /** empty columns before the drawing */
  readonly margin: number;
  /** the lines from virtual IPs to the hosts beside them */
  readonly ties: readonly Tie[];
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
  const ties = layout.nodes.flatMap((placed) => drawLabel(model, canvas, boxes, layout, placed, margin));
  const blank = (x: number, y: number) => canvas.at(x, y) === ' ';
  for (const { x, y, sides } of lines) {
    if (!blank(x + margin, y)) return undefined;
    canvas.set(x + margin, y, glyphs.line[sides] ?? ' ', 'plain');
  }
  for (const { x, y, side } of layout.pen.arrows) {
    if (!blank(x + margin, y)) return undefined;
    canvas.set(x + margin, y, arrowOf(side, glyphs), 'plain');
    joinBorders(canvas, boxes, glyphs, { x: x + margin, y }, opposite(side), true);
  }
  for (const { x, y, text } of layout.pen.texts) {
    for (let at = 0; at < text.length; at++) if (!blank(x + margin + at, y)) return undefined;
    canvas.write(x + margin, y, text, 'dim');
  }
  for (const { x, y, sides } of lines) joinBorders(canvas, boxes, glyphs, { x: x + margin, y }, sides, true);
  return { layout, canvas, boxes, margin, ties };
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

/** The users and virtual IPs: words without a border. Gives the lines from an address to the hosts beside it. */
function drawLabel(
  model: Model,
  canvas: Canvas,
  boxes: Canvas,
  layout: Layout,
  placed: PlacedNode,
  margin: number,
): readonly Tie[] {
  const { kind, id } = placed.node.place;
  if (kind === 'host') return [];
  canvas.write(
    placed.x + margin + labelInset(layout, placed),
    placed.y,
    clean(id, model.ascii),
    kind === 'users' ? 'strong' : 'accent',
  );
  if (kind === 'users' || !isBetween(layout, placed)) return [];
  const ties = tiesOf(model, boxes, layout, placed, margin);
  drawTies(canvas, boxes, model.glyphs, ties, undefined);
  return ties;
}

/** Empty cells before the word of the users, or before an address. */
function labelInset(layout: Layout, placed: PlacedNode): number {
  if (placed.node.place.kind === 'users') return 0;
  if (layout.pen.columns) return 1;
  return isBetween(layout, placed) ? 2 : 0;
}

/** An address that stands between the hosts that may hold it. */
function isBetween({ nodes }: Layout, { node: { tier } }: PlacedNode): boolean {
  return nodes.some(({ node }) => node.tier === tier && node.place.kind === 'host');
}
