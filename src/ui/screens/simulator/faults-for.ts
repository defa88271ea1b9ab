/** Every fault that applies to what is chosen, as commands that `parseFault` reads. */
import type { TimedFault, Verb } from '../../../simulator/fault.ts';
import { ATTACKS, STRATEGIES, type ValueKind, VERBS } from '../../../simulator/fault-words.ts';
import { parseFault } from '../../../simulator/faults.ts';
import type { WorldView } from '../../../simulator/view.ts';
import { hostsOf, linksOf } from '../../../topology/pairs.ts';
import type { Id, Topology } from '../../../topology/types.ts';

/** Where a fault is offered. */
export type FaultGroup = 'component' | 'host' | 'links' | 'site';

export interface OfferedFault {
  readonly group: FaultGroup;
  readonly verb: Verb;
  /** `slow web-2 10` */
  readonly command: string;
  readonly value: string;
}

export interface Bench {
  readonly topology: Topology;
  readonly view: WorldView;
  /** every fault until now */
  readonly happened: readonly TimedFault[];
}

/** Values that show something, smallest first. */
const VALUES: Readonly<Record<Exclude<ValueKind, 'address'>, readonly string[]>> = {
  factor: ['3', '10'],
  share: ['20%', '90%'],
  milliseconds: ['100ms', '1s'],
  seconds: ['5s', '60s'],
  strategy: STRATEGIES,
};

/** What takes a fault away; several faults may share one. */
const UNDONE_BY: Readonly<Partial<Record<Verb, Verb>>> = {
  slow: 'restore',
  errors: 'restore',
  lag: 'restore',
  'replication-break': 'restore',
  'cpu-hog': 'restore',
  attack: 'restore',
  delay: 'restore',
  loss: 'restore',
  'dns-fail': 'restore',
  wiretap: 'untap',
  drain: 'ready',
  'cert-expire': 'renew',
};
const UNDOING = new Set<Verb>(['restore', 'untap', 'ready', 'renew']);

/** All that may happen to a component or a host, to its links, and to the whole site. */
export function faultsFor(chosen: Id, bench: Bench): readonly OfferedFault[] {
  const { topology } = bench;
  return Object.keys(VERBS)
    .filter(isVerb)
    .flatMap((verb) => placesFor(verb, chosen, topology).flatMap((place) => offers(verb, place, topology)))
    .filter((offer) => isPossible(offer, bench));
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(VERBS, word);
}

interface PlaceOfFault {
  readonly group: FaultGroup;
  readonly targets: readonly string[];
}

/** What may stand after the verb, as far as it concerns what is chosen. */
function placesFor(verb: Verb, chosen: Id, topology: Topology): PlaceOfFault[] {
  const component = topology.components.find(({ id }) => id === chosen);
  const host = component?.host ?? chosen;
  const own = (targets: readonly string[]): PlaceOfFault => ({
    group: component === undefined ? 'host' : 'component',
    targets,
  });
  const [first, second] = VERBS[verb].targets;
  if (first === 'process' && second === 'server-of-balancer') {
    return balancedPairs(chosen, topology).map(own);
  }
  // the network has a key of its own, and so has the traffic
  if (verb === 'partition' || verb === 'heal' || first === 'traffic') return [];
  if (first === 'end') return linkEnds(chosen, topology).map((targets) => ({ group: 'links', targets }));
  switch (first) {
    case 'process':
      return component === undefined ? collectorOf(host, topology) : [own([chosen])];
    case 'database':
    case 'replica':
      return component?.kind === 'database' ? [own([chosen])] : [];
    case 'host':
      return [{ group: 'host', targets: [host] }];
    case 'attack':
      return ATTACKS.map((attack) => ({ group: 'host', targets: [attack, host] }));
    case 'anything':
      return [
        own([chosen]),
        ...(component === undefined ? [] : [{ group: 'host' as const, targets: [host] }]),
        ...linkEnds(chosen, topology).map((targets): PlaceOfFault => ({ group: 'links', targets })),
        ...topology.dns.map(({ name }): PlaceOfFault => ({ group: 'site', targets: [name] })),
      ];
    default:
      return siteTargets(verb, topology).map((target) => ({ group: 'site', targets: [target] }));
  }
}

function balancedPairs(chosen: Id, topology: Topology): readonly (readonly [Id, Id])[] {
  return topology.components.flatMap((balancer) =>
    balancer.kind === 'load-balancer'
      ? balancer.servers
          .filter(({ id }) => id === chosen || balancer.id === chosen)
          .map(({ id }) => [balancer.id, id] as const)
      : [],
  );
}

function collectorOf(host: Id, topology: Topology): PlaceOfFault[] {
  const has = topology.hosts.find(({ id }) => id === host)?.collector ?? false;
  return has ? [{ group: 'host', targets: [`collector@${host}`] }] : [];
}

/** The links of a component, or of all on a host, each once; in the direction of the requests. */
function linkEnds(chosen: Id, topology: Topology): readonly (readonly [Id, Id])[] {
  const pairs = linksOf(topology)
    .filter(({ from, to, protocol }) => protocol !== 'metrics' && from !== to)
    .filter(({ from, to, fromHost, toHost }) => [from, to, fromHost, toHost].includes(chosen))
    .map(({ from, to }) => [from, to] as const);
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

function siteTargets(verb: Verb, topology: Topology): readonly string[] {
  const [first] = VERBS[verb].targets;
  if (first === 'kind') return [...new Set(topology.components.map(({ kind }) => kind))];
  if (first === 'certificate') return topology.certificates.map(({ name }) => name);
  return first === 'name' ? topology.dns.map(({ name }) => name) : [];
}

/** The commands of a verb at a place: one, or one a value; only what can be read against the topology. */
function offers(verb: Verb, { group, targets }: PlaceOfFault, topology: Topology): OfferedFault[] {
  const kind = VERBS[verb].value;
  const all = kind === undefined ? [''] : kind === 'address' ? addresses(topology) : VALUES[kind];
  // there are many links: one value each is enough to choose from
  const values = group === 'links' ? all.slice(0, 1) : all;
  return values
    .map((value) => ({ group, verb, value, command: [verb, ...targets, value].join(' ').trim() }))
    .filter(({ command }) => 'fault' in parseFault(command, topology));
}

/** Where a name may lead besides where it leads now. */
function addresses({ components, dns }: Topology): readonly Id[] {
  const vips = components.flatMap((each) => (each.kind === 'keepalived' ? [each.vip] : []));
  const balancers = components.filter(({ kind }) => kind === 'load-balancer').map(({ id }) => id);
  const now = dns.flatMap(({ A }) => A);
  return [...new Set([...vips, ...balancers])].filter((id) => !now.includes(id));
}

// -- what makes sense now --------------------------------------------------------------------------------------------

function isPossible({ verb, command }: OfferedFault, bench: Bench): boolean {
  const [, target = '', second = ''] = command.split(' ');
  const { view, topology } = bench;
  const component = view.components.find(({ id }) => id === target);
  const isGone = ['killed', 'stopped', 'off'].includes(component?.state ?? 'up');
  switch (verb) {
    case 'kill':
    case 'stop':
    case 'pause':
      return component === undefined
        ? !isActing(['kill', 'stop', 'pause'], ['start', 'resume'], target, bench)
        : !isGone && (verb === 'kill' || component.state === 'up');
    case 'start':
      return component === undefined
        ? isActing(['kill', 'stop'], ['start'], target, bench)
        : component.state === 'killed' || component.state === 'stopped';
    case 'resume':
      return component === undefined
        ? isActing(['pause'], ['resume', 'start'], target, bench)
        : component.state === 'paused';
    case 'power-off':
    case 'power-on':
      return (view.hosts.find(({ id }) => id === target)?.on ?? true) === (verb === 'power-off');
    case 'failover':
    case 'switchover':
      return component?.database?.role === 'replica';
    case 'attack':
      return second !== 'sql-direct' || databaseOn(command.split(' ')[2] ?? '', topology);
    default:
      return UNDOING.has(verb) ? hasToUndo(verb, command.split(' ').slice(1), bench) : true;
  }
}

function databaseOn(host: Id, topology: Topology): boolean {
  return topology.components.some(
    ({ kind, id }) => kind === 'database' && hostsOf(topology, id).includes(host),
  );
}

function isActing(
  verbs: readonly Verb[],
  undoing: readonly Verb[],
  target: Id,
  { happened }: Bench,
): boolean {
  const last = happened.findLast(
    ({ fault }) => fault.targets[0] === target && [...verbs, ...undoing].includes(fault.verb),
  );
  return last !== undefined && verbs.includes(last.fault.verb);
}

/** Something is there that this would take away. */
function hasToUndo(verb: Verb, targets: readonly string[], { happened }: Bench): boolean {
  const isHere = (of: readonly string[]) => {
    const own = targets.every((target) => of.includes(target));
    // `attack flood HOST` names the host second; a certificate may be left out
    return own && (targets.length > 1 || of.length === 1 || ATTACKS.some((attack) => of[0] === attack));
  };
  const last = happened.findLast(({ fault }) => {
    const isUndone = fault.verb === verb || UNDONE_BY[fault.verb] === verb;
    return isUndone && (isHere(fault.targets) || fault.targets.length === 0);
  });
  return last !== undefined && last.fault.verb !== verb;
}

/** Ends of the cuts of a host: with whom it talks, what they say to each other, and whether it is cut. */
export interface Cuttable {
  readonly host: Id;
  readonly other: Id;
  readonly talk: readonly (readonly [Id, Id])[];
}

export function cuttable(chosen: Id, topology: Topology): readonly Cuttable[] {
  const host = topology.components.find(({ id }) => id === chosen)?.host ?? chosen;
  const found = new Map<Id, [Id, Id][]>();
  for (const { from, to, fromHost, toHost } of linksOf(topology)) {
    if (fromHost === toHost || (fromHost !== host && toHost !== host)) continue;
    const other = fromHost === host ? toHost : fromHost;
    const talk = found.get(other) ?? [];
    found.set(other, [...talk, [from, to]]);
  }
  return [...found].map(([other, talk]) => ({ host, other, talk }));
}
