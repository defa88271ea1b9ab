import type { Id } from '../types.ts';
import type { Relation } from './relations.ts';
import type { Tiers } from './tiers.ts';

/**
 * One connected line of the drawing: everyone at its sources sends to everyone at its targets. A `forward`
 * wire leads to later tiers; a `side` wire joins places of one tier that are not neighbours.
 */
export interface Wire {
  readonly kind: 'forward' | 'side';
  readonly tier: number;
  readonly sources: readonly Id[];
  readonly targets: readonly Id[];
  readonly label: string;
  readonly relations: readonly Relation[];
}

/** A line between two neighbours in a tier. */
export interface Step {
  /** the place that comes first in the tier */
  readonly first: Id;
  /** does it lead from the first place to the second? */
  readonly onwards: boolean;
  readonly carries: Relation['carries'];
  readonly relations: readonly Relation[];
}

export interface Wiring {
  readonly wires: readonly Wire[];
  readonly steps: readonly Step[];
}

/** The lines that show all relations, as few of them as tell the truth. */
export function wiringOf(tiers: Tiers): Wiring {
  const forward: Relation[] = [];
  const inside: Relation[] = [];
  for (const relation of tiers.relations) {
    const same = tiers.placeOf.get(relation.from)?.tier === tiers.placeOf.get(relation.to)?.tier;
    (same ? inside : forward).push(relation);
  }
  const { neighbours, apart } = splitInside(tiers, inside);
  return {
    wires: [...forwardWires(tiers, forward), ...sideWires(tiers, apart)],
    steps: stepsOf(tiers, neighbours),
  };
}

/** Who stands in one tier and sends to the same targets shares a wire. */
function forwardWires(tiers: Tiers, relations: readonly Relation[]): Wire[] {
  const bySource = groupBy(relations, (relation) => relation.from);
  const groups = groupBy([...bySource.values()], (own) => {
    const targets = [...new Set(own.map((relation) => relation.to))].sort();
    return JSON.stringify([tiers.placeOf.get(own[0]?.from ?? '')?.tier, targets]);
  });
  return [...groups.values()].map((group) => wireOf(tiers, 'forward', '', group.flat()));
}

/** A primary's replicas share a wire, and so do all who write to, or read from, one database. */
function sideWires(tiers: Tiers, relations: readonly Relation[]): Wire[] {
  const groups = groupBy(relations, ({ from, to, carries }) =>
    JSON.stringify(carries === 'binlog' ? [carries, from] : [carries, to]),
  );
  return [...groups.values()].map((group) => wireOf(tiers, 'side', group[0]?.carries ?? '', group));
}

function wireOf(tiers: Tiers, kind: Wire['kind'], label: string, relations: readonly Relation[]): Wire {
  const sources = [...new Set(relations.map((relation) => relation.from))];
  const targets = [...new Set(relations.map((relation) => relation.to))];
  const tier = tiers.placeOf.get(sources[0] ?? '')?.tier ?? 0;
  return { kind, tier, sources, targets, label, relations };
}

/** Replication stays on one wire when only one of a primary's replicas is no neighbour. */
function splitInside(tiers: Tiers, relations: readonly Relation[]) {
  const indexOf = orderIn(tiers);
  const isNear = ({ from, to }: Relation) => Math.abs(indexOf(from) - indexOf(to)) === 1;
  const spread = new Set(
    relations.filter((one) => one.carries === 'binlog' && !isNear(one)).map((one) => one.from),
  );
  const near = (one: Relation) => isNear(one) && !(one.carries === 'binlog' && spread.has(one.from));
  return { neighbours: relations.filter(near), apart: relations.filter((one) => !near(one)) };
}

/** Where a component's place stands in its tier. */
function orderIn(tiers: Tiers): (id: Id) => number {
  const order = new Map(
    tiers.tiers.flatMap((tier) => tier.map((place, index) => [place.id, index] as const)),
  );
  return (id) => order.get(tiers.placeOf.get(id)?.id ?? '') ?? 0;
}

function stepsOf(tiers: Tiers, relations: readonly Relation[]): Step[] {
  const indexOf = orderIn(tiers);
  const placeOf = (id: Id) => tiers.placeOf.get(id)?.id ?? '';
  const groups = groupBy(relations, ({ from, to, carries }) =>
    JSON.stringify([placeOf(from), placeOf(to), carries]),
  );
  const ranks = ['requests', 'writes', 'reads', 'binlog'];
  return [...groups.values()]
    .flatMap((group): Step[] => {
      const [one] = group;
      if (!one) return [];
      const onwards = indexOf(one.from) < indexOf(one.to);
      const first = placeOf(onwards ? one.from : one.to);
      return [{ first, onwards, carries: one.carries, relations: group }];
    })
    .sort((one, other) => ranks.indexOf(one.carries) - ranks.indexOf(other.carries));
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
