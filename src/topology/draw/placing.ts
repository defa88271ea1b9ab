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
  const isHost = (node: Node) => node.place.kind === 'host';
  const models = reference.filter(isHost);
  const own = tier.filter(isHost);
  const addresses = tier.length - own.length;
  if (own.length < 2 || models.length !== own.length || (addresses > 0 && spec.flow === 'columns')) return;
  const wanted = own.map((node, index) => {
    const model = models[index];
    return model ? model.across + Math.floor((size(model) - size(node)) / 2) : 0;
  });
  const fits = own.every((node, index) => {
    const next = own[index + 1];
    return !next || (wanted[index] ?? 0) + next.across - node.across <= (wanted[index + 1] ?? 0);
  });
  if (!fits) return;
  own.forEach((node, index) => {
    node.across = wanted[index] ?? 0;
  });
  // What stands between two boxes fills their gap.
  tier.forEach((node, index) => {
    const [previous, next] = [tier[index - 1], tier[index + 1]];
    if (isHost(node) || !previous) return;
    node.across = previous.across + size(previous);
    if (next && isHost(next)) node.width = next.across - node.across;
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
