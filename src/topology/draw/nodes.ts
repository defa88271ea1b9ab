import { cells } from '../../text/cells.ts';
import type { Id } from '../types.ts';
import { borderText } from './borders.ts';
import type { Model, Part } from './model.ts';
import { type StepItem, stepItems } from './steps.ts';
import type { Place } from './tiers.ts';

/** How a layout is to be made. Widths and `narrow` are by tier. */
export interface Spec {
  readonly flow: 'columns' | 'stacked';
  readonly widths: readonly number[];
  /** names on one line, the rest on the next */
  readonly narrow: readonly boolean[];
  /** lines under a component are drawn */
  readonly under: boolean;
  /** empty cells between boxes of one tier */
  readonly gap: number;
  /** cells of a line before its first bend, and after the last with the arrowhead */
  readonly lead: number;
  readonly tail: number;
  /** from one bend to the next */
  readonly pitch: number;
}

/** A component's lines in its box. */
export interface Block {
  readonly part: Part;
  /** first line, counted from the box's upper border */
  readonly top: number;
  readonly lines: 1 | 2;
  readonly height: number;
}

/** A place with its size; `across` is where it stands in its tier: its row in columns, else its column. */
export interface Node {
  readonly place: Place;
  readonly tier: number;
  width: number;
  height: number;
  across: number;
  readonly blocks: readonly Block[];
  /** where lines arrive from the tier before and leave to the one after, counted from `across` */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  /** lines to the next place in the tier */
  readonly steps: readonly StepItem[];
}

/** A node on the canvas. */
export interface PlacedNode {
  readonly node: Node;
  readonly x: number;
  readonly y: number;
}

/** A line's end at a component. */
export function portKey(wire: number, end: Id): string {
  return `${wire} ${end}`;
}

/** All places with their sizes, tier by tier, not placed yet. */
export function nodesOf(model: Model, spec: Spec): Node[][] {
  const ports = portsOf(model);
  const nodes = model.tiers.tiers.map((tier, index) =>
    tier.map((place, order) => nodeOf(model, spec, ports, place, index, tier[order + 1])),
  );
  if (spec.flow === 'stacked') {
    for (const tier of nodes) {
      const tallest = Math.max(...tier.map((node) => (node.place.kind === 'host' ? node.height : 1)));
      for (const node of tier) if (node.place.kind === 'host') node.height = tallest;
    }
  }
  return nodes;
}

interface Ports {
  readonly before: ReadonlyMap<Id, readonly number[]>;
  readonly after: ReadonlyMap<Id, readonly number[]>;
}

/** Which wires end at each component, in front of it and behind it. */
function portsOf(model: Model): Ports {
  const before = new Map<Id, number[]>();
  const after = new Map<Id, number[]>();
  const add = (ends: Map<Id, number[]>, id: Id, wire: number) => {
    const own = ends.get(id);
    if (own) own.push(wire);
    else ends.set(id, [wire]);
  };
  model.wiring.wires.forEach((wire, index) => {
    for (const id of wire.sources) add(after, id, index);
    for (const id of wire.targets) add(wire.kind === 'forward' ? before : after, id, index);
  });
  return { before, after };
}

function nodeOf(
  model: Model,
  spec: Spec,
  ports: Ports,
  place: Place,
  tier: number,
  next: Place | undefined,
): Node {
  if (place.kind !== 'host') return labelNode(model, spec, ports, place, tier);
  const host = model.hosts.get(place.id);
  const width = spec.widths[tier] ?? 0;
  const steps = next
    ? stepItems(model.wiring.steps, place.id, spec.flow === 'columns' ? width - 4 : undefined)
    : [];
  const blocks: Block[] = [];
  let top = 1;
  for (const part of host?.parts ?? []) {
    const lines = spec.narrow[tier] ? 2 : 1;
    const ends = Math.max(ports.before.get(part.id)?.length ?? 0, ports.after.get(part.id)?.length ?? 0);
    const wanted = lines + (spec.under ? part.under : 0);
    const height = spec.flow === 'columns' ? Math.max(wanted, ends) : wanted;
    blocks.push({ part, top, lines, height });
    top += height;
  }
  const height = spec.flow === 'stacked' ? Math.max(top + 1, steps.length + 2) : Math.max(top + 1, 3);
  const side = (own: ReadonlyMap<Id, readonly number[]>) =>
    spec.flow === 'columns' ? besideLines(blocks, own) : spread(blocks, own, width, host?.border ?? []);
  return {
    place,
    tier,
    width,
    height,
    across: 0,
    blocks,
    before: side(ports.before),
    after: side(ports.after),
    steps,
  };
}

/** In columns a line ends beside its component. */
function besideLines(
  blocks: readonly Block[],
  ends: ReadonlyMap<Id, readonly number[]>,
): Map<string, number> {
  return new Map(
    blocks.flatMap(({ part, top }) =>
      (ends.get(part.id) ?? []).map((wire, index) => [portKey(wire, part.id), top + index] as const),
    ),
  );
}

/**
 * Where tiers are stacked, the lines of a box are spread over its border, or stand at its right end where
 * text takes the left.
 */
function spread(
  blocks: readonly Block[],
  ends: ReadonlyMap<Id, readonly number[]>,
  width: number,
  border: readonly string[],
): Map<string, number> {
  const keys = blocks.flatMap(({ part }) => (ends.get(part.id) ?? []).map((wire) => portKey(wire, part.id)));
  const text = borderText(border, width, 'stacked');
  const used = text ? text.offset + cells(text.text) + 1 : 0;
  const last = width - 4;
  const beside = text !== undefined && last - 3 * (keys.length - 1) >= used;
  const at = (index: number) =>
    beside ? last - 3 * (keys.length - 1 - index) : Math.floor(((index + 1) * width) / (keys.length + 1));
  return new Map(keys.map((key, index) => [key, at(index)]));
}

/** The users, or a virtual IP: a word without a border. */
function labelNode(model: Model, spec: Spec, ports: Ports, place: Place, tier: number): Node {
  const columns = spec.flow === 'columns';
  const between = model.tiers.tiers[tier]?.some((other) => other.kind === 'host') ?? false;
  const word = cells(place.id) + (between ? 4 : columns && place.kind === 'vip' ? 2 : 0);
  const width = place.kind === 'vip' && columns && between ? (spec.widths[tier] ?? 0) : word;
  const height = place.kind === 'users' && columns && model.live ? 2 : 1;
  const offset = columns ? 0 : Math.floor(width / 2);
  const at = (own: ReadonlyMap<Id, readonly number[]>) =>
    new Map((own.get(place.id) ?? []).map((wire) => [portKey(wire, place.id), offset] as const));
  return {
    place,
    tier,
    width,
    height,
    across: 0,
    blocks: [],
    steps: [],
    before: at(ports.before),
    after: at(ports.after),
  };
}
