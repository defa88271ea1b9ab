import type { Id } from '../types.ts';
import type { Model } from './model.ts';
import { type Node, portKey } from './nodes.ts';

/** What a wire does in the channel behind a tier. Positions are across the flow. */
export interface Passage {
  readonly wire: number;
  /** at the tier before: where it leaves, and where a side wire arrives */
  readonly leaves: readonly { readonly end: Id; readonly at: number }[];
  readonly returns: readonly { readonly end: Id; readonly at: number }[];
  /** at the tier after */
  readonly arrives: readonly { readonly end: Id; readonly at: number; readonly node: Node }[];
  /** the line of its own, outside all boxes, by which it passes over whole tiers */
  readonly over: number | undefined;
  /** has it no bend? */
  readonly straight: boolean;
  /** which of the channel's lines across the flow is its own */
  lane: number;
}

/** The wires that pass over a tier, in order; each has the line of its place in this list. */
export function passingOver(model: Model): number[] {
  return model.wiring.wires.flatMap((wire, index) => (lastTier(model, index) > wire.tier + 1 ? [index] : []));
}

function lastTier(model: Model, index: number): number {
  const wire = model.wiring.wires[index];
  if (!wire || wire.kind === 'side') return wire?.tier ?? 0;
  return Math.max(...wire.targets.map((id) => model.tiers.placeOf.get(id)?.tier ?? 0));
}

/** The passages of each channel with their lanes; `undefined` for a channel that can't be wired. */
export function channelsOf(model: Model, tiers: readonly Node[][]): (Passage[] | undefined)[] {
  const over = passingOver(model);
  return tiers.map((_, tier) => {
    const passages = model.wiring.wires.flatMap((_wire, index) => passageOf(model, tiers, over, tier, index));
    return orderLanes(passages) ? passages : undefined;
  });
}

function passageOf(
  model: Model,
  tiers: readonly Node[][],
  over: readonly number[],
  tier: number,
  index: number,
): Passage[] {
  const wire = model.wiring.wires[index];
  if (!wire) return [];
  const here = tiers[tier] ?? [];
  const ends = (nodes: readonly Node[], ids: readonly Id[], side: 'before' | 'after') =>
    ids.flatMap((end) =>
      nodes.flatMap((node) => {
        const offset = node[side].get(portKey(index, end));
        return offset === undefined ? [] : [{ end, at: node.across + offset, node }];
      }),
    );
  const side = wire.kind === 'side';
  const leaves = wire.tier === tier ? ends(here, wire.sources, 'after') : [];
  const returns = side && wire.tier === tier ? ends(here, wire.targets, 'after') : [];
  const arrives = side || wire.tier > tier ? [] : ends(tiers[tier + 1] ?? [], wire.targets, 'before');
  if (leaves.length + returns.length + arrives.length === 0) return [];
  const passes = over.indexOf(index);
  const line = passes >= 0 ? passes : undefined;
  const straight =
    line === undefined && leaves.length === 1 && arrives.length === 1 && leaves[0]?.at === arrives[0]?.at;
  return [{ wire: index, leaves, returns, arrives, over: line, straight, lane: 0 }];
}

/**
 * Gives each passage its lane so that no two lines lie on each other: where one leaves at the height at
 * which another arrives, the first must bend before the second. False when that is a ring.
 */
function orderLanes(passages: readonly Passage[]): boolean {
  const waiting = passages
    .filter((passage) => !passage.straight)
    .sort((one, other) => rank(one) - rank(other));
  for (let lane = 0; waiting.length > 0; lane++) {
    const next = waiting.findIndex(
      (one) => !waiting.some((other) => other !== one && mustPrecede(other, one)),
    );
    const [passage] = next < 0 ? [] : waiting.splice(next, 1);
    if (!passage) return false;
    passage.lane = lane;
  }
  return true;
}

/** Wires within the tier bend first. */
function rank(passage: Passage): number {
  return passage.arrives.length === 0 && passage.over === undefined ? 0 : 1;
}

function mustPrecede(one: Passage, other: Passage): boolean {
  const ends = [...one.leaves, ...one.returns];
  return ends.some(({ at }) => other.arrives.some((end) => end.at === at));
}

/** How many lanes a channel has. */
export function lanesIn(passages: readonly Passage[]): number {
  return passages.filter((passage) => !passage.straight).length;
}
