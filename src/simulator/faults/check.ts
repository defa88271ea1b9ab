import { messagesOf } from '../../messages/language.ts';
import { andList } from '../../messages/list.ts';
import { excerpt } from '../../text/excerpt.ts';
import { nearestWord } from '../../text/nearest.ts';
import { kindWords } from '../../topology/kinds.ts';
import type { Id, Topology } from '../../topology/types.ts';
import type { Fault } from './fault.ts';
import { FAULTS, type TargetKind, type Verb } from './table.ts';
import { addressesIn, candidates, TARGET_NAMES, versionsOf } from './targets.ts';

const t = messagesOf('simulator/faults/check');

/** Why a fault can't happen in a topology, as a sentence with the remedy; undefined: it can. */
export function problemWith(fault: Fault, topology: Topology): string | undefined {
  const { verb, targets } = fault;
  const { targets: wanted } = FAULTS[verb];
  for (const [i, target] of targets.entries()) {
    const kind = wanted[i] === 'version' ? undefined : wanted[i];
    const problem = kind === undefined ? undefined : wrongTarget(kind, target, verb, topology);
    if (problem !== undefined) return problem;
  }
  // a target that may be left out must still be there
  const absent = wanted
    .slice(targets.length)
    .find((kind) => kind !== 'version' && candidates(kind, topology).length === 0);
  if (absent !== undefined) return nothingThere(absent, verb, topology);
  return (
    wrongVersion(fault, topology) ??
    wrongKind(fault, topology) ??
    wrongTogether(fault, topology) ??
    wrongAddress(fault, topology)
  );
}

function wrongTarget(wanted: TargetKind, word: string, verb: Verb, topology: Topology): string | undefined {
  const known = candidates(wanted, topology);
  if (known.includes(word)) return undefined;
  if (known.length === 0) return nothingThere(wanted, verb, topology);
  const list = known.length <= 12 ? t` It has ${known.join(', ')}.` : '';
  return t`${topology.id} has no ${TARGET_NAMES[wanted]} "${excerpt(word)}"${didYouMean(word, known)}${list}`;
}

function nothingThere(wanted: TargetKind, verb: Verb, topology: Topology): string {
  return t`${topology.id} has no ${TARGET_NAMES[wanted]}, so \`${verb}\` can do nothing here`;
}

export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near === undefined ? '.' : t`: did you mean "${excerpt(near)}"?`;
}

function wrongVersion(
  { verb, targets: [target = '', version] }: Fault,
  topology: Topology,
): string | undefined {
  if (verb !== 'deploy' || version === undefined) return undefined;
  const known = versionsOf(topology, target);
  if (known.includes(version)) return undefined;
  if (known.length === 0) return t`${target} has no versions: only application servers do`;
  return t`${target} has no version "${excerpt(version)}"${didYouMean(version, known)} It has ${known.join(', ')}`;
}

function wrongKind({ verb, targets: [id = ''] }: Fault, topology: Topology): string | undefined {
  const { on } = FAULTS[verb];
  const kind = topology.components.find((component) => component.id === id)?.kind;
  if (on === undefined || (kind !== undefined && on.includes(kind))) return undefined;
  const names = on.map((each) => kindWords[each].several);
  return t`\`${verb}\` acts on ${andList(names)}; ${id} is none`;
}

function wrongTogether(fault: Fault, topology: Topology): string | undefined {
  const { verb, targets } = fault;
  const [a = '', b] = targets;
  const second = FAULTS[verb].targets[1];
  if (second === 'server-of-balancer')
    return wrongServer(a, b ?? '', topology) ?? wrongWeight(fault, topology);
  if (second !== 'end') return undefined;
  if (b === undefined) return a === 'users' ? wrongUsers(verb) : undefined;
  if (!candidates('end', topology).includes(a)) {
    return t`${a} is no end of a link. A link is restored by its two ends`;
  }
  if (a === b) return t`${a} needs no network to itself`;
  const host = hostOf(a, topology);
  return verb === 'partition' && host === hostOf(b, topology)
    ? t`${a} and ${b} share the host ${host}: no network lies between them`
    : undefined;
}

function wrongUsers(verb: Verb): string {
  return verb === 'restore'
    ? t`Nothing of the users can be restored by itself. Name the link, \`restore users lb-1\`, or say \`restore traffic\``
    : t`Name the host that the users are cut from, too`;
}

function wrongServer(balancer: Id, server: Id, topology: Topology): string | undefined {
  const component = topology.components.find(({ id }) => id === balancer);
  if (component?.kind !== 'load-balancer') return t`${balancer} is not a load balancer`;
  if (component.servers.some(({ id }) => id === server)) return undefined;
  return t`${server} is not a server of ${balancer}. It has ${component.servers.map(({ id }) => id).join(', ')}`;
}

/** HAProxy 2.6 management guide, "set weight": a static algorithm has its servers' places laid out once. */
function wrongWeight(
  { verb, targets: [balancer, id], value }: Fault,
  topology: Topology,
): string | undefined {
  const component = topology.components.find((each) => each.id === balancer);
  if (verb !== 'weight' || component?.kind !== 'load-balancer') return undefined;
  const weight = component.servers.find((server) => server.id === id)?.weight;
  const isStatic = component.balance === 'static-rr' || component.balance === 'source';
  if (!isStatic || value === 0 || value === weight) return undefined;
  return t`${balancer} balances by ${component.balance}, which takes no other weights while it runs than 0 and ${weight}`;
}

function hostOf(id: Id, topology: Topology): Id {
  return topology.components.find((component) => component.id === id)?.host ?? id;
}

function wrongAddress({ verb, value }: Fault, topology: Topology): string | undefined {
  if (FAULTS[verb].value !== 'address') return undefined;
  const address = String(value);
  const known = addressesIn(topology);
  if (known.includes(address)) return undefined;
  const kind = topology.components.find(({ id }) => id === address)?.kind;
  if (kind === undefined) {
    return t`"${excerpt(address)}" is not an address in ${topology.id}${didYouMean(address, known)} A name leads to ${ADDRESSES}`;
  }
  return t`${address} is ${kindWords[kind].one}. A name leads to ${ADDRESSES}: here ${known.slice(0, 12).join(', ')}`;
}

const ADDRESSES = t`a load balancer, a web server, an application server or a virtual IP`;
