import { cells } from '../../text/cells.ts';
import { borderText, writeOnBorder } from './borders.ts';
import type { Canvas } from './canvas.ts';
import type { Marks } from './drawing.ts';
import { type Glyphs, Side } from './glyphs.ts';
import { expiredOnTheBorder } from './labels.ts';
import type { Model } from './model.ts';
import type { PlacedNode } from './nodes.ts';
import type { Still } from './still.ts';

/** What is wrong with a whole host, on its border: a certificate that has expired, and hostile traffic. */
export function paintHostMarks(
  model: Model,
  canvas: Canvas,
  { expired, floods }: Marks,
  placed: PlacedNode,
  still: Still,
): void {
  const { id } = placed.node.place;
  if (expired.has(id)) paintExpired(model, canvas, placed, still);
  const flood = floods.get(id);
  if (flood !== undefined) paintFlood(model.glyphs, canvas, placed, still, flood);
}

/** In place of what the border said, and over as much of its line as is free. */
function paintExpired(model: Model, canvas: Canvas, { node, x, y }: PlacedNode, still: Still): void {
  const host = model.topology.hosts.find(({ id }) => id === node.place.id);
  const said = borderText(model.hosts.get(node.place.id)?.border ?? [], node.width, still.layout.spec.flow);
  if (host === undefined || said === undefined) return;
  const row = y + node.height - 1;
  const first = x + still.margin + said.offset - 1;
  const line = model.glyphs.line[Side.east + Side.west] ?? '';
  let room = cells(said.text) + 2;
  while (canvas.at(first + room, row) === line) room++;
  const texts = expiredOnTheBorder(host, model.glyphs);
  const text = ` ${texts.find((each) => cells(each) + 2 <= room) ?? texts.at(-1)} `;
  canvas.write(first, row, line.repeat(cells(said.text) + 2), 'dim');
  canvas.write(first, row, text, 'bad');
}

/** Its signs take the box's left side, and its words go where the border is free. */
function paintFlood(
  glyphs: Glyphs,
  canvas: Canvas,
  { node, x, y }: PlacedNode,
  { margin }: Still,
  { text, passes }: { readonly text: string; readonly passes: boolean },
): void {
  const { flood, line } = glyphs;
  const tone = passes ? 'bad' : 'warn';
  const left = x + margin;
  for (let row = y + 1; row < y + node.height - 1; row++) {
    if (canvas.at(left, row) === line[Side.north + Side.south]) canvas.set(left, row, flood, tone);
  }
  writeOnBorder(canvas, glyphs, { x: left, y, width: node.width, height: node.height }, text, tone);
}
