import { words } from '../messages/topology.ts';
import { type LocatedMap, valueAt } from '../text/located.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Place, Problems } from '../text/problem.ts';
import type { Reference } from './field-types.ts';
import type { Id, Topology } from './types.ts';

type Checked = Omit<Topology, 'file' | 'switches'>;

/** What the checks look at: the model, and the tree that knows where each thing was written. */
export interface Checking {
  readonly topology: Checked;
  readonly tree: LocatedMap;
  readonly references: readonly Reference[];
  readonly problems: Problems;
}

/** Words that mean something in faults, rules and events. */
const reserved = new Set(
  'users you all any anywhere none vrrp everyone traffic dns monitoring certificates links components hosts defaults switches format id title reads writes'.split(
    ' ',
  ),
);

/** Where the key stands, as far down the path as the tree goes. */
export function keyPlace(tree: LocatedMap, ...path: readonly string[]): Place {
  let at = tree.at;
  for (let depth = 0; depth < path.length; depth++) {
    const outer = valueAt(tree, ...path.slice(0, depth));
    const entry = outer?.type === 'map' ? outer.entries.get(path[depth] ?? '') : undefined;
    if (entry === undefined) break;
    at = entry.at;
  }
  return at;
}

/** Every name is one thing's only. */
export function checkNames({ topology, tree, problems }: Checking): void {
  const owners = new Map<Id, string>();
  const claim = (id: Id, owner: string, at: Place): void => {
    const other = owners.get(id);
    if (reserved.has(id)) problems.error(at, 'reserved', words.reservedId(id));
    else if (other !== undefined && other !== owner)
      problems.error(at, 'same-id', words.sameId(id, other, owner));
    owners.set(id, owner);
  };
  for (const id of idsOf(tree, 'components'))
    claim(id, words.owners.component, keyPlace(tree, 'components', id));
  for (const id of idsOf(tree, 'hosts')) claim(id, words.owners.host, keyPlace(tree, 'hosts', id));
  for (const component of topology.components) {
    if (component.kind !== 'keepalived' || component.vip === '') continue;
    const vip = valueAt(tree, 'components', component.id, 'vip');
    claim(component.vip, words.owners.vip, vip?.at ?? keyPlace(tree, 'components', component.id));
  }
  checkImpliedHosts(topology, tree, owners, problems);
}

function checkImpliedHosts(
  { hosts }: Checked,
  tree: LocatedMap,
  owners: ReadonlyMap<Id, string>,
  problems: Problems,
): void {
  const written = new Set(idsOf(tree, 'hosts'));
  const seen = new Set<Id>();
  for (const host of hosts) {
    const [id = ''] = host.runs;
    const implied = seen.has(host.id) || !written.has(host.id);
    if (implied && owners.has(host.id)) {
      const at = keyPlace(tree, 'components', id);
      problems.error(at, 'implied-host', words.impliedHostTaken(id, host.id));
    }
    seen.add(host.id);
  }
}

/** The ids of a section as they are written. */
export function idsOf(tree: LocatedMap, section: string): string[] {
  const node = valueAt(tree, section);
  return node?.type === 'map' ? [...node.entries.keys()] : [];
}

/** Each component runs on one host; an orchestrator may run on several. */
export function checkHosts({ topology, tree, problems }: Checking): void {
  const written = idsOf(tree, 'components');
  const orchestrators = new Set(
    topology.components.filter((c) => c.kind === 'orchestrator').map((c) => c.id),
  );
  const homes = new Map<Id, Id>();
  for (const host of topology.hosts) {
    const runs = valueAt(tree, 'hosts', host.id, 'runs');
    for (const id of host.runs) {
      const item =
        runs?.type === 'list' ? runs.items.find((i) => i.type === 'scalar' && i.text === id) : runs;
      const at = item?.at ?? keyPlace(tree, 'hosts', host.id, 'runs');
      const home = homes.get(id);
      if (!written.includes(id)) {
        problems.error(at, 'dangling', words.runsUnknown(host.id, id, nearestWord(id, written)));
      } else if (home === host.id || host.runs.filter((other) => other === id).length > 1) {
        problems.error(at, 'listed-twice', words.listedTwice(`${host.id}.runs`, id));
      } else if (home !== undefined && !orchestrators.has(id)) {
        problems.error(at, 'ran-twice', words.ranTwice(id, home, host.id));
      }
      if (home === undefined) homes.set(id, host.id);
    }
  }
}
