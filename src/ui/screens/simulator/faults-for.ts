/** Every fault that applies to what is chosen. */
import { sentence } from '../../../messages/plural.ts';
import { simulator as words } from '../../../messages/simulator.ts';
import { problemWith } from '../../../simulator/faults/check.ts';
import { type Fault, faultOf, inverseOf, placeOf } from '../../../simulator/faults/fault.ts';
import { FAULTS, isUndoing, type MenuPlace, VERBS, type Verb } from '../../../simulator/faults/table.ts';
import { candidates, TARGET_NAMES, versionsOf } from '../../../simulator/faults/targets.ts';
import { VALUES, type Value } from '../../../simulator/faults/values.ts';
import type { ProcessState } from '../../../simulator/process-state.ts';
import type { ComponentView, WorldView } from '../../../simulator/view.ts';
import { hostsOf, linksOf, users } from '../../../topology/pairs.ts';
import type { Id, Topology } from '../../../topology/types.ts';

export interface OfferedFault {
  readonly group: MenuPlace;
  readonly fault: Fault;
}

export interface Bench {
  readonly topology: Topology;
  readonly view: WorldView;
  /** the only verbs that may be used; undefined: all */
  readonly only?: readonly string[] | undefined;
}

/** All that may happen to a component or a host, to its links, and to the whole site, in the order of the table. */
export function faultsFor(chosen: Id, bench: Bench): readonly OfferedFault[] {
  const isAllowed = ({ fault }: OfferedFault) => bench.only?.includes(fault.verb) ?? true;
  const begun = everythingAt(chosen, bench.topology).filter(({ fault }) => isPossible(fault, bench));
  const undone = undoing(chosen, bench);
  if (undone.length === 0) return begun.filter(isAllowed);
  const said = new Set(begun.map(({ fault }) => fault.words));
  const more = undone.filter(({ fault }) => !said.has(fault.words));
  const place = ({ fault }: OfferedFault) => VERBS.indexOf(fault.verb);
  return [...begun, ...more].filter(isAllowed).toSorted((a, b) => place(a) - place(b));
}

const everything = new WeakMap<Topology, Map<Id, readonly OfferedFault[]>>();

/** What may ever happen to it, whatever its state. Keys and lists ask for it in every frame, so it is found once. */
function everythingAt(chosen: Id, topology: Topology): readonly OfferedFault[] {
  const known = everything.get(topology) ?? new Map<Id, readonly OfferedFault[]>();
  everything.set(topology, known);
  const found =
    known.get(chosen) ??
    VERBS.flatMap((verb) =>
      placesFor(verb, chosen, topology).flatMap((place) => offers(verb, place, topology)),
    ).filter(({ fault }) => problemWith(fault, topology) === undefined);
  known.set(chosen, found);
  return found;
}

interface PlaceOfFault {
  readonly group: MenuPlace;
  readonly targets: readonly string[];
}

/** What may stand after a verb, as far as it concerns what is chosen. */
function placesFor(verb: Verb, chosen: Id, topology: Topology): readonly PlaceOfFault[] {
  const {
    menu: group,
    targets: [first, second],
  } = FAULTS[verb];
  // what only undoes is offered for what stands
  if (first === 'restorable' || verb === 'heal') return [];
  const component = topology.components.find(({ id }) => id === chosen);
  const host = hostOf(chosen, topology);
  const at = (targets: readonly string[]): PlaceOfFault => ({ group, targets });
  const ends = chosen.split(' ');
  if (ends.length === 2 && (group === 'links' || group === 'network')) {
    return [at(group === 'links' ? ends : ends.map((end) => hostOf(end, topology)))];
  }
  if (second === 'server-of-balancer') {
    return balancedPairs(chosen, topology).map(at);
  }
  if (group === 'network') return cuts(chosen, topology).map(at);
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
    case 'deployable':
      return deployments(chosen, topology).map(at);
    case 'end':
      return linkEnds(chosen, topology).map(at);
    case undefined:
      return [];
    default:
      return candidates(first, topology).map((target) => at([target]));
  }
}

/** The same code to all of a kind; where there are versions, each to all application servers, or to the chosen one. */
function deployments(chosen: Id, topology: Topology): readonly (readonly string[])[] {
  const kinds = [...new Set(topology.components.map(({ kind }) => kind))].map((kind) => [kind]);
  const appServers = topology.components.filter((each) => each.kind === 'app-server');
  if (appServers.every(({ versions }) => versions.length === 0)) return kinds;
  const targets = ['app-server', ...appServers.map(({ id }) => id).filter((id) => id === chosen)];
  return [
    ...kinds,
    ...targets.flatMap((target) => versionsOf(topology, target).map((version) => [target, version])),
  ];
}

/** The host of what is chosen from each that it talks to, and from everything. */
function cuts(chosen: Id, topology: Topology): readonly (readonly Id[])[] {
  const pairs = cuttable(chosen, topology).map(({ host, other }) =>
    other === users ? [users, host] : [host, other],
  );
  const host = pairs.length < 2 ? undefined : hostOf(chosen, topology);
  return host === undefined ? pairs : [...pairs, [host]];
}

/** The host of a component; of a host, itself. */
export function hostOf(chosen: Id, { components }: Topology): Id {
  return components.find(({ id }) => id === chosen)?.host ?? chosen;
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
    case 'partition':
      return !view.links.some(
        ({ cut, ends }) => cut && isBetween(ends, target, second === '' ? 'all' : second),
      );
    // one that was drained is made ready by undoing that; one that is disabled was never drained
    case 'drain':
    case 'ready':
      return isDisabled(component, second) === (verb === 'ready');
    default:
      return !isUndoing(verb);
  }
}

function isDisabled(balancer: ComponentView | undefined, server: Id): boolean {
  return balancer?.servers?.some(({ id, believed }) => id === server && believed === 'maint') ?? false;
}

function isBetween(ends: readonly [Id, Id], a: Id, b: Id): boolean {
  return ends.includes(a) && ends.includes(b);
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
  const host = hostOf(chosen, topology);
  const here = view.standing.flatMap((standing): OfferedFault[] => {
    const group = FAULTS[standing.verb].menu;
    const fault = inverseOf(standing);
    // a cut is healed from anywhere: who is cut off is hard to choose
    const isHere =
      group === 'site' ||
      group === 'network' ||
      placeOf(standing).some((target) => target === chosen || target === host);
    return fault === undefined || !isHere ? [] : [{ group, fault }];
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
  const host = hostOf(chosen, topology);
  const found = new Map<Id, [Id, Id][]>();
  for (const { from, to, fromHost, toHost } of linksOf(topology)) {
    if (fromHost === toHost || (fromHost !== host && toHost !== host)) continue;
    const other = fromHost === host ? toHost : fromHost;
    const talk = found.get(other) ?? [];
    found.set(other, [...talk, [from, to]]);
  }
  return [...found].map(([other, talk]) => ({ host, other, talk }));
}

// -- why a letter does nothing ---------------------------------------------------------------------------------------

/** Why no fault behind this letter can happen to what is chosen now, as a sentence. */
export function whyNot(letter: string, chosen: Id, bench: Bench): string {
  const say = words.cannot;
  const verb = VERBS.find((each) => FAULTS[each].letter === letter);
  if (verb === undefined) return say.noFault(letter);
  if (bench.only?.includes(verb) === false) return say.notAllowed(verb, bench.only);
  if (verb === 'restore') return say.nothingToRestore(chosen);
  const { targets, value } = FAULTS[verb];
  const [place] = placesFor(verb, chosen, bench.topology);
  const wanted = targets.at(-1);
  if (place === undefined || wanted === undefined) {
    return say.notHere(verb, TARGET_NAMES[wanted ?? 'process'], chosen);
  }
  const worth = value === undefined ? undefined : VALUES[value].offered[0];
  const problem = problemWith(faultOf(verb, place.targets, worth), bench.topology);
  if (problem !== undefined) return sentence(problem);
  const [target = ''] = place.targets;
  return say.notNow(verb, target, stateWord(target, bench.view));
}

function stateWord(target: string, { components, hosts }: WorldView): string {
  const component = components.find(({ id }) => id === target);
  if (component?.database !== undefined && component.state === 'up') {
    return words.states[component.database.role];
  }
  const host = hosts.find(({ id }) => id === target);
  return words.states[component?.state ?? (host?.on === false ? 'off' : 'up')];
}
