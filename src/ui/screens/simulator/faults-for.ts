/** Every fault that applies to what is chosen. */
import { problemWith } from '../../../simulator/faults/check.ts';
import { type Fault, faultOf, inverseOf, placeOf } from '../../../simulator/faults/fault.ts';
import { FAULTS, isUndoing, type MenuPlace, VERBS, type Verb } from '../../../simulator/faults/table.ts';
import { candidates } from '../../../simulator/faults/targets.ts';
import { VALUES, type Value } from '../../../simulator/faults/values.ts';
import type { ProcessState } from '../../../simulator/process-state.ts';
import type { WorldView } from '../../../simulator/view.ts';
import { hostsOf, linksOf } from '../../../topology/pairs.ts';
import type { Id, Topology } from '../../../topology/types.ts';

/** Where a fault is offered. */
export type FaultGroup = Exclude<MenuPlace, 'key'>;

export interface OfferedFault {
  readonly group: FaultGroup;
  readonly fault: Fault;
}

export interface Bench {
  readonly topology: Topology;
  readonly view: WorldView;
}

/** All that may happen to a component or a host, to its links, and to the whole site, in the order of the table. */
export function faultsFor(chosen: Id, bench: Bench): readonly OfferedFault[] {
  const { topology } = bench;
  const begun = VERBS.flatMap((verb) =>
    placesFor(verb, chosen, topology).flatMap((place) => offers(verb, place, topology)),
  ).filter(({ fault }) => problemWith(fault, topology) === undefined && isPossible(fault, bench));
  const words = new Set(begun.map(({ fault }) => fault.words));
  const undone = undoing(chosen, bench).filter(({ fault }) => !words.has(fault.words));
  const place = ({ fault }: OfferedFault) => VERBS.indexOf(fault.verb);
  return [...begun, ...undone].toSorted((a, b) => place(a) - place(b));
}

interface PlaceOfFault {
  readonly group: FaultGroup;
  readonly targets: readonly string[];
}

/** What may stand after a verb, as far as it concerns what is chosen. */
function placesFor(verb: Verb, chosen: Id, topology: Topology): readonly PlaceOfFault[] {
  const {
    menu: group,
    targets: [first, second],
  } = FAULTS[verb];
  // the network has a key of its own, and so has the traffic; what only undoes is offered for what stands
  if (group === 'key' || first === 'restorable') return [];
  const component = topology.components.find(({ id }) => id === chosen);
  const host = component?.host ?? chosen;
  const at = (targets: readonly string[]): PlaceOfFault => ({ group, targets });
  if (second === 'server-of-balancer') {
    return balancedPairs(chosen, topology).map(at);
  }
  switch (first) {
    case 'process':
      return component === undefined ? collectorOf(host, topology) : [at([chosen])];
    case 'database':
    case 'replica':
      return component?.kind === 'database' ? [at([chosen])] : [];
    case 'host':
      return [at([host])];
    case 'attack':
      return candidates('attack', topology).map((attack) => at([attack, host]));
    case 'end':
      return linkEnds(chosen, topology).map(at);
    case undefined:
      return [];
    default:
      return candidates(first, topology).map((target) => at([target]));
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

function collectorOf(host: Id, topology: Topology): readonly PlaceOfFault[] {
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

/** A verb at a place: once, or once a value. */
function offers(verb: Verb, { group, targets }: PlaceOfFault, topology: Topology): readonly OfferedFault[] {
  const kind = FAULTS[verb].value;
  if (kind === undefined) return [{ group, fault: faultOf(verb, targets) }];
  const all: readonly Value[] = kind === 'address' ? addresses(topology) : VALUES[kind].offered;
  // there are many links: one value each is enough to choose from
  const values = group === 'links' ? all.slice(0, 1) : all;
  return values.map((value) => ({ group, fault: faultOf(verb, targets, value) }));
}

/** Where a name may lead besides where it leads now. */
function addresses({ components, dns }: Topology): readonly Id[] {
  const vips = components.flatMap((each) => (each.kind === 'keepalived' ? [each.vip] : []));
  const balancers = components.filter(({ kind }) => kind === 'load-balancer').map(({ id }) => id);
  const now = dns.flatMap(({ A }) => A);
  return [...new Set([...vips, ...balancers])].filter((id) => !now.includes(id));
}

// -- what makes sense now --------------------------------------------------------------------------------------------

function isPossible({ verb, targets }: Fault, { view, topology }: Bench): boolean {
  const [target = '', second = ''] = targets;
  const component = view.components.find(({ id }) => id === target);
  const state = component?.state ?? collectorState(target, view);
  switch (verb) {
    case 'kill':
      return state !== 'killed' && state !== 'stopped' && state !== 'off';
    case 'stop':
    case 'pause':
      return state === 'up';
    case 'start':
      return state === 'killed' || state === 'stopped';
    case 'resume':
      return state === 'paused';
    case 'power-off':
    case 'power-on':
      return (view.hosts.find(({ id }) => id === target)?.on ?? true) === (verb === 'power-off');
    case 'failover':
    case 'switchover':
      return component?.database?.role === 'replica';
    case 'attack':
      return target !== 'sql-direct' || databaseOn(second, topology);
    default:
      return !isUndoing(verb);
  }
}

function collectorState(process: Id, { hosts }: WorldView): ProcessState | undefined {
  return hosts.find(({ id }) => process === `collector@${id}`)?.collector;
}

function databaseOn(host: Id, topology: Topology): boolean {
  return topology.components.some(
    ({ kind, id }) => kind === 'database' && hostsOf(topology, id).includes(host),
  );
}

/** What takes away the faults that act on what is chosen now. */
function undoing(chosen: Id, { view, topology }: Bench): readonly OfferedFault[] {
  const host = topology.components.find(({ id }) => id === chosen)?.host ?? chosen;
  const here = view.standing.flatMap((standing): OfferedFault[] => {
    const group = FAULTS[standing.verb].menu;
    const fault = inverseOf(standing);
    const isHere =
      group === 'site' || placeOf(standing).some((target) => target === chosen || target === host);
    return fault === undefined || group === 'key' || !isHere ? [] : [{ group, fault }];
  });
  return [...new Map(here.map((offer) => [offer.fault.words, offer])).values()];
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
