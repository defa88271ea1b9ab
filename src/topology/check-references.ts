import { words } from '../messages/topology.ts';
import type { LocatedMap } from '../text/located.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Checking, idsOf } from './check.ts';
import type { Reference } from './field-types.ts';
import { kinds, kindWords } from './kinds.ts';
import type { Id, Kind } from './types.ts';
import type { Wanted } from './wanted.ts';

const listening = kinds.filter((kind) => kindWords[kind].takesRequests);

/** The components that a reference may lead to. */
const fitting: Readonly<Record<Wanted, readonly Kind[]>> = {
  listener: listening,
  server: [...listening, 'database'],
  'read-source': ['database', 'load-balancer'],
  address: listening,
  database: ['database'],
  component: kinds,
  'source-of-packets': kinds,
  'link-end': kinds,
  certificate: [],
};

/** All that a topology has names for. */
interface Names {
  readonly kinds: ReadonlyMap<Id, Kind>;
  /** components as written, also those whose kind can't be read */
  readonly written: ReadonlySet<Id>;
  readonly hosts: ReadonlySet<Id>;
  readonly vips: ReadonlySet<Id>;
  readonly certificates: ReadonlySet<string>;
}

/** Everything that is named is there, once, and is what it must be. */
export function checkReferences({ topology, tree, references, problems }: Checking): void {
  const names = namesOf(topology, tree);
  const told = new Set<string>();
  for (const reference of references) {
    const { id, wanted, path, at } = reference;
    const key = `${path} ${id}`;
    const mayRepeat = wanted === 'source-of-packets' || path.startsWith('defaults.');
    if (told.has(key) && !mayRepeat) problems.error(at, 'listed-twice', words.listedTwice(path, id));
    told.add(key);
    const wrong = whatIsWrong(reference, names);
    if (wrong !== undefined) problems.error(at, wrong.rule, wrong.message);
  }
}

function namesOf({ components, hosts, certificates }: Checking['topology'], tree: LocatedMap): Names {
  return {
    kinds: new Map(components.map(({ id, kind }) => [id, kind])),
    written: new Set(idsOf(tree, 'components')),
    hosts: new Set(hosts.map(({ id }) => id)),
    vips: new Set(components.flatMap((each) => (each.kind === 'keepalived' ? each.vip : []))),
    certificates: new Set(certificates.map(({ name }) => name)),
  };
}

function whatIsWrong(
  { id, wanted, path }: Reference,
  names: Names,
): { readonly rule: string; readonly message: string } | undefined {
  if (fitsBesides(id, wanted, names)) return undefined;
  const kind = wanted === 'certificate' ? undefined : names.kinds.get(id);
  if (kind !== undefined && fitting[wanted].includes(kind)) return undefined;
  if (kind === undefined && wanted !== 'certificate' && names.written.has(id)) return undefined; // told already
  const isA = kind ? kindWords[kind].one : otherWords(id, names);
  if (isA !== undefined) return { rule: 'wrong-kind', message: words.wrongKind(path, id, isA, wanted) };
  const meant = nearestWord(id, candidates(wanted, names));
  return { rule: 'dangling', message: words.dangling(path, id, wanted, meant) };
}

/** What a reference may lead to besides components. */
function fitsBesides(id: string, wanted: Wanted, { hosts, vips, certificates }: Names): boolean {
  switch (wanted) {
    case 'certificate':
      return certificates.has(id);
    case 'address':
      return vips.has(id);
    case 'source-of-packets':
      return hosts.has(id);
    case 'link-end':
      return id === 'users' || hosts.has(id.replace(/^collector@/, ''));
    default:
      return false;
  }
}

function otherWords(id: string, { hosts, vips }: Names): string | undefined {
  if (hosts.has(id)) return words.owners.host;
  return vips.has(id) ? words.owners.vip : undefined;
}

function candidates(wanted: Wanted, { kinds, hosts, vips, certificates }: Names): string[] {
  const components = [...kinds].filter(([, kind]) => fitting[wanted].includes(kind)).map(([id]) => id);
  if (wanted === 'certificate') return [...certificates];
  if (wanted === 'address') return [...components, ...vips];
  return wanted === 'source-of-packets' || wanted === 'link-end' ? [...components, ...hosts] : components;
}
