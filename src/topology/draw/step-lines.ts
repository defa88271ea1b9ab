import { cells } from '../../text/cells.ts';
import { borderText } from './borders.ts';
import type { Model } from './model.ts';
import type { PlacedNode, Spec } from './nodes.ts';
import type { Pen } from './pen.ts';
import type { Relation } from './relations.ts';
import { itemWidth, type StepItem, widthOf } from './steps.ts';

/** Draws the lines between neighbours of a tier, each with what it carries. */
export function drawSteps(model: Model, spec: Spec, pen: Pen, nodes: readonly PlacedNode[]): void {
  let wire = model.wiring.wires.length;
  nodes.forEach((placed, index) => {
    const next = nodes[index + 1];
    const items = placed.node.steps;
    if (!next || items.length === 0) return;
    if (spec.flow === 'columns') between(model, pen, placed, next, wire);
    else beside(pen, placed, next, wire);
    wire += items.reduce((sum, item) => sum + item.lines.length, 0);
  });
}

interface Anchor {
  readonly x: number;
  readonly line: StepItem['lines'][number];
}

/** Side by side in a row between two boxes of a column, as far right as the texts on the borders allow. */
function between(model: Model, pen: Pen, upper: PlacedNode, lower: PlacedNode, first: number): void {
  const { steps: items, width } = upper.node;
  const gap = widthOf(items, 3) <= width - 4 ? 3 : 2;
  const isFree = freeOf(model, upper, lower);
  const rightmost = Math.max(upper.x + 1, upper.x + width - 2 - widthOf(items, gap));
  let best = anchorsOf(items, rightmost, gap, false);
  for (const before of [false, true]) {
    for (let start = rightmost; start > upper.x; start--) {
      const other = anchorsOf(items, start, gap, before);
      if (other.anchors.filter(isFree).length > best.anchors.filter(isFree).length) best = other;
    }
  }
  const top = upper.y + upper.node.height;
  const bottom = lower.y - 1;
  const { anchors, labels } = best;
  anchors.forEach(({ x, line }, index) => {
    const relations = line.steps.flatMap((step) => step.relations);
    if (line.onwards) pen.upright(first + index, relations, x, top, bottom - 1);
    else pen.upright(first + index, relations, x, top + 1, bottom);
    pen.begin(relations, x, line.onwards ? top : bottom);
    pen.arrow(relations, x, line.onwards ? bottom : top, line.onwards ? 'next' : 'previous');
  });
  const row = Math.floor((top + bottom) / 2);
  for (const { x, text, item } of labels) pen.write(relationsOf(item), x, row, text, false);
}

/** Each line has its label at its right; a last one that leads back has it at its left, far from the name below. */
function anchorsOf(items: readonly StepItem[], start: number, gap: number, labelsFirst: boolean) {
  const anchors: Anchor[] = [];
  const labels: { x: number; text: string; item: StepItem }[] = [];
  let x = start;
  items.forEach((item, index) => {
    const back = index === items.length - 1 && item.lines.some((line) => !line.onwards);
    const leads = labelsFirst || back;
    const before = leads && item.label !== '' ? cells(item.label) + 1 : 0;
    anchors.push(...item.lines.map((line, order) => ({ x: x + before + 2 * order, line })));
    if (item.label !== '') labels.push({ x: leads ? x : x + 2 * item.lines.length, text: item.label, item });
    x += itemWidth(item) + gap;
  });
  return { anchors, labels };
}

function relationsOf({ lines }: StepItem): readonly Relation[] {
  return lines.flatMap(({ steps }) => steps.flatMap(({ relations }) => relations));
}

/** Is there border, and no text on it, where a line begins? */
function freeOf(model: Model, upper: PlacedNode, lower: PlacedNode): (anchor: Anchor) => boolean {
  const text = borderText(model.hosts.get(upper.node.place.id)?.border ?? [], upper.node.width, 'columns');
  const bottom = upper.x + 1 + (text ? text.offset + cells(text.text) : 0);
  const name = lower.x + 4 + cells(model.hosts.get(lower.node.place.id)?.name ?? '');
  const right = lower.x + lower.node.width - 2;
  return ({ x, line }) => x >= (line.onwards ? bottom : name) && x <= right;
}

/** In rows of their own between two boxes that stand side by side. */
function beside(pen: Pen, left: PlacedNode, right: PlacedNode, first: number): void {
  const start = left.x + left.node.width;
  const end = right.x - 1;
  left.node.steps.forEach((item, order) => {
    const y = left.y + 1 + order;
    const [line] = item.lines;
    if (!line) return;
    const relations = line.steps.flatMap((step) => step.relations);
    const text = Math.floor((start + end + 1 - cells(item.label)) / 2);
    const wire = first + order;
    pen.flat(wire, relations, y, line.onwards ? start : start + 1, text - 2);
    pen.flat(wire, relations, y, text + cells(item.label) + 1, line.onwards ? end - 1 : end);
    pen.write(relations, text, y, item.label, true);
    pen.begin(relations, y, line.onwards ? start : end);
    pen.arrow(relations, y, line.onwards ? end : start, line.onwards ? 'next' : 'previous');
  });
}
