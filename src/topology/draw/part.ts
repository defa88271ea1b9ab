/** A part of a drawing in which everything keeps its place: what grows stroke by stroke must not jump. */
import type { Id } from '../types.ts';
import { Side } from './glyphs.ts';
import type { Model } from './model.ts';
import type { PlacedNode } from './nodes.ts';
import { type Branch, type Cell, Pen } from './pen.ts';
import { type Relation, users } from './relations.ts';
import { drawStill, type Still } from './still.ts';
import { waysOf } from './ways.ts';

type IsShown = (id: Id) => boolean;

/**
 * Draws of a whole drawing what is in `shown`: components, hosts, virtual IPs, and each line of which both ends are
 * there. A host is there with the first of its components. Undefined when that can't be drawn.
 */
export function partOfStill(
  model: Model,
  whole: Still,
  shown: ReadonlySet<Id>,
  width: number,
): Still | undefined {
  const isShown: IsShown = (id) => id === users || shown.has(id);
  const { layout } = whole;
  const nodes = layout.nodes.flatMap((placed) => shownNode(placed, isShown));
  return drawStill(model, { ...layout, nodes, pen: shownLines(model, whole, isShown) }, width);
}

function shownNode(placed: PlacedNode, isShown: IsShown): readonly PlacedNode[] {
  const { node } = placed;
  const blocks = node.blocks.filter(({ part }) => isShown(part.id));
  return blocks.length > 0 || isShown(node.place.id) ? [{ ...placed, node: { ...node, blocks } }] : [];
}

/** The lines between those who are shown; a branch that leads to somebody hidden leaves no trace. */
function shownLines(model: Model, whole: Still, isShown: IsShown): Pen {
  const { pen } = whole.layout;
  const part = new Pen(whole.layout.spec.flow);
  const isSeen = ({ from, to }: Relation): boolean => isShown(from) && isShown(to);
  const own = (branches: readonly Branch[]): Branch[] =>
    branches.flatMap(({ relations, cells }) => {
      const seen = relations.filter(isSeen);
      return seen.length > 0 ? [{ relations: seen, cells }] : [];
    });
  part.branches.push(...own(pen.branches));
  part.starts.push(...own(pen.starts));
  part.heads.push(...own(pen.heads));
  part.texts.push(...pen.texts.filter(({ relations }) => relations.some(isSeen)));
  const heads = new Set(part.heads.flatMap(({ cells }) => cells.map(keyOf)));
  part.arrows.push(...pen.arrows.filter((arrow) => heads.has(keyOf(arrow))));
  const lines = new Map((pen.lines.cells() ?? []).map((cell) => [keyOf(cell), cell]));
  const ways = waysOf(model, whole).all.filter(({ relation }) => isSeen(relation));
  const sides = sidesOf(
    ways.map(({ cells }) => cells.map(({ x, y }) => ({ x: x - whole.margin, y }))),
    pen,
    new Set(lines.keys()),
  );
  for (const [key, { x, y, sides: full }] of lines) {
    const seen = sides.get(key) ?? 0;
    // where two lines cross the whole drawing has the upright one
    if (seen !== 0) part.lines.mark(0, x, y, (seen & full) === 0 ? seen : seen & full);
  }
  return part;
}

/** By which sides the cells of these ways are left: towards the next and the last of them, and to where they begin. */
function sidesOf(
  ways: readonly (readonly Cell[])[],
  pen: Pen,
  lines: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const sides = new Map<string, number>();
  const arrows = new Set(pen.arrows.map(keyOf));
  const open = (cell: Cell, side: number): void => {
    sides.set(keyOf(cell), (sides.get(keyOf(cell)) ?? 0) | side);
  };
  for (const cells of ways) {
    const [start] = cells;
    cells.forEach((cell, index) => {
      const next = cells[index + 1];
      if (next === undefined) return;
      open(cell, sideTowards(cell, next));
      open(next, sideTowards(next, cell));
    });
    if (start === undefined) continue;
    for (const [side, beside] of besides(start)) {
      if (!lines.has(keyOf(beside)) && !arrows.has(keyOf(beside))) open(start, side);
    }
  }
  return sides;
}

function besides({ x, y }: Cell): readonly (readonly [number, Cell])[] {
  return [
    [Side.north, { x, y: y - 1 }],
    [Side.east, { x: x + 1, y }],
    [Side.south, { x, y: y + 1 }],
    [Side.west, { x: x - 1, y }],
  ];
}

function sideTowards(from: Cell, to: Cell): number {
  if (to.x !== from.x) return to.x > from.x ? Side.east : Side.west;
  return to.y > from.y ? Side.south : Side.north;
}

function keyOf({ x, y }: Cell): string {
  return `${x} ${y}`;
}

/** The model without those who are hidden: for drawings that are only lines of text. */
export function partOfModel(model: Model, shown: ReadonlySet<Id>): Model {
  const hosts = [...model.hosts].flatMap(([id, host]) => {
    const parts = host.parts.filter((part) => shown.has(part.id));
    return parts.length > 0 || shown.has(id) ? [[id, { ...host, parts }] as const] : [];
  });
  return { ...model, hosts: new Map(hosts) };
}
