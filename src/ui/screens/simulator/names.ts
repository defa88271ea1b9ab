/** Where the site's names lead now: the drawing shows the way there, and still the one that caches know. */
import type { WorldView } from '../../../simulator/view.ts';
import type { Id, Topology } from '../../../topology/types.ts';

type Named = Pick<WorldView, 'names'>;

/** Addresses to which a name leads now, and none did in the file. */
export function newAddresses({ dns }: Topology, { names }: Named): readonly Id[] {
  const before = new Set(dns.flatMap(({ A }) => A));
  return [...new Set(names.flatMap(({ leadsTo }) => leadsTo))].filter((id) => !before.has(id));
}

const known = new WeakMap<Topology, Map<string, Topology>>();

/** The topology with these addresses beside its own: the same object as long as no name is changed. */
export function withNames(topology: Topology, view: Named): Topology {
  const added = newAddresses(topology, view);
  if (added.length === 0) return topology;
  const all = known.get(topology) ?? new Map<string, Topology>();
  known.set(topology, all);
  const key = view.names.map(({ leadsTo }) => leadsTo.join()).join(' ');
  const found = all.get(key) ?? withAddresses(topology, view);
  all.set(key, found);
  return found;
}

function withAddresses(topology: Topology, { names }: Named): Topology {
  const dns = topology.dns.map((each) => {
    const now = names.find(({ name }) => name === each.name)?.leadsTo ?? [];
    return { ...each, A: [...new Set([...each.A, ...now])] };
  });
  return { ...topology, dns };
}
