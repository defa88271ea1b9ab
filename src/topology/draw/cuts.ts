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
    branch.cells.forEach(({ x, y }, index) => {
      breakCell(model, canvas, x + still.margin, y, branch.cells.length - index);
    });
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

function breakCell(model: Model, canvas: Canvas, x: number, y: number, order: number): void {
  const { line, cutAcross, cutDown, left, right, up, down } = model.glyphs;
  const glyph = canvas.at(x, y);
  const arrow = [left, right, up, down].includes(glyph);
  const upright = glyph === line[Side.north + Side.south] || glyph === up || glyph === down;
  const bend = !arrow && !upright && glyph !== line[Side.east + Side.west];
  // Corners and branches stay: they show where the line would go on.
  const broken = (upright ? cutDown : cutAcross)[arrow ? 0 : order % 2] ?? ' ';
  canvas.set(x, y, bend ? glyph : broken, 'bad');
}
