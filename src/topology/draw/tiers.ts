import type { Id, Topology } from '../types.ts';
import { depthsOf, homesOf } from './groups.ts';
import { entriesOf, holdersOf, type Relation, relationsOf, users } from './relations.ts';

/** What stands in a tier: the users, a virtual IP, or a host. */
export interface Place {
  readonly kind: 'users' | 'vip' | 'host';
  readonly id: Id;
}

export interface Tiers {
  /** from the users to the last database; in each the places in their order */
  readonly tiers: readonly (readonly Place[])[];
  /** what is sent between different places; the ends are components, VIPs or the users */
  readonly relations: readonly Relation[];
  /** where a component, a host, a VIP or the users stand: index into `tiers`, and the place's id */
  readonly placeOf: ReadonlyMap<Id, { readonly tier: number; readonly id: Id }>;
}

/** Orders users, VIPs and hosts by who talks to whom. A VIP of two hosts stands between them. */
export function tiersOf(topology: Topology): Tiers {
  const depths = depthsOf(topology);
  const entries = entriesOf(topology);
  const hosts: Place[][] = [];
  for (const host of topology.hosts) {
    const depth = depths.get(host.id) ?? 0;
    while (hosts.length <= depth) hosts.push([]);
    hosts[depth]?.push({ kind: 'host', id: host.id });
  }
  const alone: Place[] = [];
  for (const [id, holders] of holdersOf(topology)) {
    if (!entries.includes(id)) continue;
    const vip: Place = { kind: 'vip', id };
    if (!hosts.some((tier) => putBetween(tier, vip, holders))) alone.push(vip);
  }
  const front: Place[] = entries.length > 0 ? [{ kind: 'users', id: users }] : [];
  const tiers = [front, alone, ...hosts].filter((tier) => tier.length > 0);

  const placeOf = new Map<Id, { tier: number; id: Id }>();
  tiers.forEach((tier, index) => {
    for (const place of tier) placeOf.set(place.id, { tier: index, id: place.id });
  });
  for (const [component, host] of homesOf(topology)) {
    const home = placeOf.get(host);
    if (home && !placeOf.has(component)) placeOf.set(component, home);
  }
  return { tiers, placeOf, relations: crossing(topology, placeOf, alone) };
}

/** What crosses from one place to another. */
function crossing(topology: Topology, placeOf: Tiers['placeOf'], vips: readonly Place[]): Relation[] {
  const homes = homesOf(topology);
  const holders = holdersOf(topology);
  const entering = entriesOf(topology).map((to): Relation => ({ from: users, to, carries: 'requests' }));
  const throughVips = vips.flatMap((vip) =>
    (holders.get(vip.id) ?? []).flatMap((host): Relation[] => {
      const own = topology.components.filter((component) => homes.get(component.id) === host);
      const target = own.find(({ kind }) => kind === 'load-balancer') ?? own[0];
      return target ? [{ from: vip.id, to: target.id, carries: 'requests' }] : [];
    }),
  );
  return [...entering, ...throughVips, ...relationsOf(topology)].filter(({ from, to }) => {
    const one = placeOf.get(from);
    const other = placeOf.get(to);
    return one !== undefined && other !== undefined && one.id !== other.id;
  });
}

/** Puts a virtual IP between its two holders where they stand in this tier and can be neighbours. */
function putBetween(tier: Place[], vip: Place, holders: readonly Id[]): boolean {
  if (holders.length !== 2) return false;
  const ends = tier.flatMap((place, index) => (holders.includes(place.id) ? [index] : []));
  const [first, second] = ends;
  if (first === undefined || second === undefined) return false;
  const inside = tier.slice(first + 1, second);
  const vips = inside.filter((place) => place.kind === 'vip');
  const neighbours = vips.length === inside.length;
  // Beside a VIP of another pair neither end can be moved.
  const bound = [tier[first + 1], tier[second - 1], tier[second + 1]].some((place) => place?.kind === 'vip');
  if (!neighbours && bound) return false;
  const [other] = tier.splice(second, 1);
  if (other) tier.splice(first + 1 + vips.length, 0, vip, other);
  return true;
}
