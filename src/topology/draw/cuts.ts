import type { Id } from '../types.ts';
import type { Canvas } from './canvas.ts';
import { Side } from './glyphs.ts';
import type { Model } from './model.ts';
import { pairOf, type Relation } from './relations.ts';
import type { Still } from './still.ts';

/** Draws cut links broken where they have a line of their own. Returns the pairs that have none. */
export function drawCuts(model: Model, still: Still, canvas: Canvas, cut: ReadonlySet<string>): string[] {
  if (cut.size === 0) return [];
  const shown = new Set<string>();
  for (const branch of still.layout.pen.branches) {
    const pairs = branch.relations.map((relation) => cutPair(model, relation, cut));
    if (pairs.some((pair) => pair === undefined)) continue;
    for (const { x, y } of branch.cells) breakCell(model, canvas, x + still.margin, y);
    // A trunk that many share says only that all of it is cut when all of it is.
    for (const pair of pairs) if (pair !== undefined) shown.add(pair);
  }
  return [...cut].filter((pair) => !shown.has(pair)).sort();
}

/** The name under which a relation is cut, by its components or by their hosts. */
function cutPair(model: Model, { from, to }: Relation, cut: ReadonlySet<string>): string | undefined {
  const home = (id: Id) => model.tiers.placeOf.get(id)?.id ?? id;
  const names = [
    pairOf(from, to),
    pairOf(home(from), home(to)),
    pairOf(from, home(to)),
    pairOf(home(from), to),
  ];
  return names.find((name) => cut.has(name));
}

function breakCell(model: Model, canvas: Canvas, x: number, y: number): void {
  const { line, cutAcross, cutDown, up, down } = model.glyphs;
  const glyph = canvas.at(x, y);
  const upright = glyph === line[Side.north + Side.south] || glyph === up || glyph === down;
  const broken = upright ? cutDown[y % 2] : cutAcross[x % 2];
  const bend = !upright && glyph !== line[Side.east + Side.west] && line.includes(glyph);
  // Corners and branches stay as they are: they show where the line would go.
  canvas.set(x, y, bend ? glyph : (broken ?? ' '), 'bad');
}
