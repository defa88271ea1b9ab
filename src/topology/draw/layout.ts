import { channelsOf, lanesIn, type Passage, passingOver } from './channels.ts';
import type { Model } from './model.ts';
import { type Node, nodesOf, type PlacedNode, type Spec } from './nodes.ts';
import { Pen } from './pen.ts';
import { placeAcross } from './placing.ts';
import { type Relation, users } from './relations.ts';
import { drawSteps } from './step-lines.ts';

export interface Layout {
  readonly spec: Spec;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly pen: Pen;
}

const attempts = 4;

/** Places everything as the spec says; undefined when the lines would get tangled. */
export function arrange(model: Model, spec: Spec): Layout | undefined {
  const tiers = nodesOf(model, spec);
  const over = passingOver(model).length;
  let across = placeAcross(model, spec, tiers, spec.flow === 'columns' ? over : over * 2);
  let channels = channelsOf(model, tiers);
  for (let attempt = 0; attempt < attempts && channels.includes(undefined); attempt++) {
    // One step aside for the next tier, and lines that met there no longer do.
    for (const node of tiers[channels.indexOf(undefined) + 1] ?? []) node.across += 1;
    across += 1;
    channels = channelsOf(model, tiers);
  }
  const wired = channels.flatMap((passages) => (passages ? [passages] : []));
  if (wired.length < tiers.length) return undefined;
  return draw(model, spec, tiers, wired, across);
}

function draw(
  model: Model,
  spec: Spec,
  tiers: readonly Node[][],
  channels: readonly Passage[][],
  across: number,
): Layout {
  const pen = new Pen(spec.flow);
  const nodes: PlacedNode[] = [];
  const turns = new Map<number, number[]>();
  let along = 0;
  tiers.forEach((tier, index) => {
    for (const node of tier)
      nodes.push({ node, ...pen.cell(along + insetOf(spec, tier, node), node.across) });
    along += Math.max(...tier.map((node) => (pen.columns ? node.width : node.height)));
    const passages = channels[index] ?? [];
    const lead = passages.some((passage) => passage.returns.length > 0) ? Math.max(1, spec.lead) : spec.lead;
    const lanes = lanesIn(passages);
    const bends = lanes > 0 ? (lanes - 1) * spec.pitch + 1 : 0;
    const isLast = index === tiers.length - 1;
    const end = along + (isLast && lanes === 0 ? 0 : Math.max(1, lead + bends + (isLast ? 0 : spec.tail)));
    for (const passage of passages) {
      const bend = along + (passage.straight ? 0 : lead + passage.lane * spec.pitch);
      if (passage.straight) drawStraight(model, pen, passage, along, end);
      else drawBent(model, spec, pen, passage, { start: along, bend, end }, tiers[index + 1] ?? []);
      if (passage.over !== undefined) turns.set(passage.wire, [...(turns.get(passage.wire) ?? []), bend]);
    }
    along = end;
  });
  drawOver(model, spec, pen, turns);
  drawSteps(model, spec, pen, nodes);
  return { spec, width: pen.columns ? along : across, height: pen.columns ? across : along, nodes, pen };
}

/** Joins the bends of each wire that passes over tiers, outside all boxes. */
function drawOver(model: Model, spec: Spec, pen: Pen, turns: ReadonlyMap<number, readonly number[]>): void {
  for (const [wire, [from, ...others]] of turns) {
    const line = lineOver(spec, passingOver(model).indexOf(wire));
    const to = others.at(-1);
    if (from === undefined || to === undefined) continue;
    pen.open(wire, from, line, 'on');
    pen.along(wire, model.wiring.wires[wire]?.relations ?? [], from + 1, to - 1, line);
    pen.open(wire, to, line, 'back');
    for (const middle of others.slice(0, -1)) pen.open(wire, middle, line, 'on');
  }
}

/** Between stacked boxes a virtual IP stands one line lower than their borders. */
function insetOf(spec: Spec, tier: readonly Node[], node: Node): number {
  const besideBoxes = node.place.kind !== 'host' && tier.some((other) => other.place.kind === 'host');
  return spec.flow === 'stacked' && besideBoxes ? 1 : 0;
}

/** The line of a wire that passes over tiers. */
function lineOver(spec: Spec, order: number): number {
  return spec.flow === 'columns' ? order : order * 2;
}

function drawStraight(model: Model, pen: Pen, passage: Passage, start: number, end: number): void {
  const relations = model.wiring.wires[passage.wire]?.relations ?? [];
  const at = passage.arrives[0]?.at ?? 0;
  const first = start + blankAfter(pen, relations);
  pen.begin(relations, Math.min(first, end - 1), at);
  pen.along(passage.wire, relations, first, end - 2, at);
  pen.arrow(relations, end - 1, at, 'on');
}

function drawBent(
  model: Model,
  spec: Spec,
  pen: Pen,
  passage: Passage,
  { start, bend, end }: { start: number; bend: number; end: number },
  next: readonly Node[],
): void {
  const { wire } = passage;
  const all = model.wiring.wires[wire]?.relations ?? [];
  const own = (side: 'from' | 'to', id: string) => all.filter((relation) => relation[side] === id);
  for (const { end: id, at } of passage.leaves) {
    const first = start + blankAfter(pen, all);
    pen.begin(own('from', id), Math.min(first, bend), at);
    pen.along(wire, own('from', id), first, bend - 1, at);
    pen.open(wire, bend, at, 'back');
  }
  for (const { end: id, at } of passage.returns) {
    pen.arrow(own('to', id), start, at, 'back');
    pen.along(wire, own('to', id), start + 1, bend - 1, at);
    pen.open(wire, bend, at, 'back');
  }
  for (const { end: id, at, node } of passage.arrives) {
    const edge = end + insetOf(spec, next, node);
    pen.open(wire, bend, at, 'on');
    pen.along(wire, own('to', id), bend + 1, edge - 2, at);
    pen.arrow(own('to', id), edge - 1, at, 'on');
  }
  const ends = [...passage.leaves, ...passage.returns, ...passage.arrives].map(({ at }) => at);
  if (passage.over !== undefined) ends.push(lineOver(spec, passage.over));
  pen.across(wire, all, bend, Math.min(...ends), Math.max(...ends));
}

/** In columns a line keeps off the word of the users. */
function blankAfter(pen: Pen, relations: readonly Relation[]): number {
  return pen.columns && relations[0]?.from === users ? 1 : 0;
}
