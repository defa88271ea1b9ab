import { messagesOf } from '../../messages/language.ts';
import { kindWords } from '../../topology/kinds.ts';
import type { Id, Topology } from '../../topology/types.ts';
import { processIds } from '../process-ids.ts';
import { ATTACKS, FAULTS, type TargetKind, VERBS } from './table.ts';

const t = messagesOf('simulator/faults/targets');

/** What a target is called in an error sentence. */
export const TARGET_NAMES: Readonly<Record<TargetKind, string>> = {
  process: t`process`,
  'server-of-balancer': t`server`,
  deployable: t`component or kind of component`,
  version: t`version`,
  host: t`host`,
  database: t`database`,
  replica: t`replica`,
  certificate: t`certificate`,
  name: t`name`,
  end: t`host or component`,
  traffic: t`target`,
  attack: t`attack`,
  restorable: t`target`,
};

/** Every word that may stand there. */
export function candidates(wanted: TargetKind, topology: Topology): readonly string[] {
  const { components, hosts, certificates, dns } = topology;
  const ids = (of: readonly { readonly id: Id }[]) => of.map(({ id }) => id);
  const databases = components.filter((component) => component.kind === 'database');
  switch (wanted) {
    case 'process':
      return processIds(topology);
    case 'server-of-balancer':
      return ids(components);
    case 'deployable':
      return [...new Set(components.map(({ kind }) => kind)), ...ids(components)];
    case 'version':
      return versionsOf(topology, 'app-server');
    case 'host':
      return ids(hosts);
    case 'database':
      return ids(databases);
    case 'replica':
      return ids(databases.filter(({ role }) => role === 'replica'));
    case 'certificate':
      return certificates.map(({ name }) => name);
    case 'name':
      return dns.map(({ name }) => name);
    case 'end':
      return [...ids(components), ...ids(hosts), 'users'];
    case 'traffic':
      return ['traffic'];
    case 'attack':
      return ATTACKS;
    case 'restorable':
      return restorable(topology);
  }
}

/** The versions that can be deployed to an application server, or to all of them. */
export function versionsOf({ components }: Topology, target: string): readonly string[] {
  const known = components.flatMap((each) =>
    each.kind === 'app-server' && (each.kind === target || each.id === target)
      ? [[each.codebase, ...each.versions.map(({ id }) => id)]]
      : [],
  );
  return [...new Set(known.flat())].filter((version) => known.every((each) => each.includes(version)));
}

/** What a name may lead to, as in a topology's `A`: whatever takes requests of users, and virtual IPs. */
export function addressesIn({ components }: Topology): readonly Id[] {
  const listening = components.filter(({ kind }) => kindWords[kind].takesRequests).map(({ id }) => id);
  const vips = components.flatMap((each) => (each.kind === 'keepalived' ? [each.vip] : []));
  return [...listening, ...new Set(vips)];
}

function restorable(topology: Topology): readonly string[] {
  const kinds = VERBS.filter((verb) => FAULTS[verb].undoneBy === 'restore').flatMap(
    (verb) => FAULTS[verb].targets,
  );
  const places = kinds.filter((kind) => kind !== 'attack');
  return [...new Set(places.flatMap((kind) => candidates(kind, topology)))];
}
