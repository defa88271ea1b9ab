import type { Model } from './model.ts';
import { type Node, portKey, type Spec } from './nodes.ts';

/** Gives every node its place in its tier; the first `free` cells stay empty. Returns the size of the whole. */
export function placeAcross(model: Model, spec: Spec, tiers: readonly Node[][], free: number): number {
  const size = (node: Node) => (spec.flow === 'columns' ? node.height : node.width);
  const totals = tiers.map((tier) => pack(spec, tier, size));
  const largest = Math.max(...totals);
  const reference = tiers[totals.indexOf(largest)] ?? [];
  tiers.forEach((tier, index) => {
    const shift = Math.floor((largest - (totals[index] ?? 0)) / 2);
    for (const node of tier) node.across += shift;
    if (tier !== reference) alignTo(reference, tier, spec, size);
  });
  straighten(model, tiers);
  const lowest = Math.min(...tiers.flat().map((node) => node.across));
  for (const node of tiers.flat()) node.across += free - lowest;
  return Math.max(...tiers.flat().map((node) => node.across + size(node)));
}

/** Puts the nodes of a tier one after the other, as close as they may stand. Returns how much they take. */
function pack(spec: Spec, tier: readonly Node[], size: (node: Node) => number): number {
  let at = 0;
  tier.forEach((node, index) => {
    node.across = at;
    at += size(node) + gapAfter(spec, node, tier[index + 1]);
  });
  return at;
}

/** Empty cells between a node and the next. */
export function gapAfter(spec: Spec, node: Node, next: Node | undefined): number {
  if (next === undefined || node.place.kind === 'vip' || next.place.kind === 'vip') return 0;
  const wanted = spec.flow === 'columns' ? 1 : Math.max(...node.steps.map((item) => item.label.length + 4));
  return node.steps.length > 0 ? wanted : spec.gap;
}

/** Boxes of two tiers that have equally many stand in the same lines. */
function alignTo(
  reference: readonly Node[],
  tier: readonly Node[],
  spec: Spec,
  size: (node: Node) => number,
): void {
  const models = reference.filter((node) => node.place.kind === 'host');
  if (tier.length < 2 || models.length !== tier.length || tier.some((node) => node.place.kind !== 'host'))
    return;
  const wanted = models.map((node, index) => {
    const own = tier[index];
    return node.across + Math.floor((size(node) - (own ? size(own) : 0)) / 2);
  });
  const fits = tier.every((node, index) => {
    const next = tier[index + 1];
    return (
      !next || (wanted[index] ?? 0) + size(node) + gapAfter(spec, node, next) <= (wanted[index + 1] ?? 0)
    );
  });
  if (!fits) return;
  tier.forEach((node, index) => {
    node.across = wanted[index] ?? 0;
  });
}

/** Moves what stands alone in its tier so that its line is straight. */
function straighten(model: Model, tiers: readonly Node[][]): void {
  for (let index = 1; index < tiers.length; index++) {
    const [from, ...others] = tiers[index - 1] ?? [];
    const [to, ...more] = tiers[index] ?? [];
    if (!from || !to || others.length + more.length > 0 || from.place.kind !== 'host') continue;
    model.wiring.wires.forEach((wire, number) => {
      if (wire.kind !== 'forward' || wire.sources.length + wire.targets.length !== 2) return;
      const leaves = from.after.get(portKey(number, wire.sources[0] ?? ''));
      const arrives = to.before.get(portKey(number, wire.targets[0] ?? ''));
      if (leaves !== undefined && arrives !== undefined) to.across = from.across + leaves - arrives;
    });
  }
  for (let index = tiers.length - 1; index >= 0; index--) {
    const [label, ...others] = tiers[index] ?? [];
    if (!label || others.length > 0 || label.place.kind === 'host') continue;
    const all = tiers.flat();
    const ends = model.wiring.wires.flatMap((wire, number) =>
      wire.sources.includes(label.place.id)
        ? wire.targets.flatMap((target) => endsAt(all, portKey(number, target)))
        : [],
    );
    const own = [...label.after.values()][0] ?? 0;
    if (ends.length > 0) {
      label.across = Math.floor((Math.min(...ends) + Math.max(...ends)) / 2) - own;
    }
  }
}

function endsAt(nodes: readonly Node[], key: string): number[] {
  return nodes.flatMap((node) => {
    const offset = node.before.get(key);
    return offset === undefined ? [] : [node.across + offset];
  });
}
