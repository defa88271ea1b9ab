/** What does not hurt: a fault after which, for a decent time, every user was answered as ever. */
import {
  actsOnLink,
  type Fault,
  inverseOf,
  meaningOf,
  placeOf,
  writtenValue,
} from '../simulator/faults/fault.ts';
import { FAULTS } from '../simulator/faults/table.ts';
import type { ComponentView, WorldView } from '../simulator/view.ts';
import type { Id, Micros } from '../topology/types.ts';

import type { Happened, Hurt, News, Substitute } from './fact.ts';
import { serves } from './judge.ts';
import type { Memory, Pending, Teller } from './memory.ts';
import { faultIn, timeOf } from './moments.ts';
import { takenAway } from './taken-away.ts';
import { doneBy, holdersIn } from './who-works.ts';

const SECOND: Micros = 1_000_000;
/** Health checks, adverts and timeouts have had their time, and so many requests have shown that all is well. */
const DECENT: Micros = 6 * SECOND;
const ENOUGH = 20;

export const tellUnnoticed: Teller = (memory, view) => {
  const pending = [...memory.pending, ...heard(memory, view)];
  const noted = { ...memory, lastHeard: view.events.at(-1), troubled: view.troubled };
  if (isNoticed(memory)) return [{ ...noted, pending: [] }, []];
  const standing = pending.filter(({ fault }) => !isOver(fault, view));
  const due = memory.coming.mood === 'well' ? standing.filter((each) => isDue(each, memory, view)) : [];
  const news = due.map((each): News => {
    const what = happened(each.fault, view);
    const hurt = hurtBy(each, memory, view);
    const to = thanksTo(each.fault, memory, view);
    return { fact: { kind: 'unnoticed', what, hurt, thanksTo: to }, at: view.now };
  });
  const rest = standing.filter((each) => !due.includes(each));
  return [{ ...(news.length > 0 ? spokenOf(noted) : noted), pending: rest }, news];
};

/** Faults that happened since the second before, and that can hurt. */
function heard(memory: Memory, { events }: WorldView): readonly Pending[] {
  const seen = memory.lastHeard === undefined ? -1 : events.lastIndexOf(memory.lastHeard);
  return events.slice(seen + 1).flatMap((event) => {
    const fault = faultIn(event);
    if (fault === undefined || memory.untold.has(fault) || isPassing(fault) || isImpossible(fault, events))
      return [];
    const until = memory.seconds.at(-2)?.answers ?? NONE;
    const before = since(memory.seconds[0]?.answers ?? NONE, until);
    return [{ fault, at: timeOf(event), troubled: memory.troubled, before, until }];
  });
}

/** It could not be done, which is written down after it. */
function isImpossible(fault: Fault, events: WorldView['events']): boolean {
  return events.some((event) => 'fault' in event && event.fault === fault && event.impossible !== undefined);
}

/** A scan is over before anybody could notice it. */
function isPassing(fault: Fault): boolean {
  return fault.verb === 'attack' && inverseOf(fault) === undefined;
}

function isNoticed({ mood, writesStopped, isSlow, stale, pending }: Memory): boolean {
  const [first] = pending;
  const isStale = first !== undefined && stale.last >= first.at;
  return mood !== 'well' || writesStopped || isSlow || isStale;
}

/** It has been taken back, or what it did to a process has. */
function isOver(fault: Fault, view: WorldView): boolean {
  const [target = ''] = fault.targets;
  const component = view.components.find(({ id }) => id === target);
  switch (fault.verb) {
    case 'kill':
    case 'stop':
    case 'pause':
      return component?.state === 'up';
    case 'power-off':
      return view.hosts.some(({ id, on }) => id === target && on);
    default:
      return inverseOf(fault) !== undefined && !view.standing.some((each) => isThis(each, fault));
  }
}

function isThis(standing: Fault, { verb, targets, value }: Fault): boolean {
  return (
    standing.verb === verb &&
    standing.value === value &&
    targets.every((target) => standing.targets.includes(target))
  );
}

function isDue({ fault, at }: Pending, memory: Memory, view: WorldView): boolean {
  const age = view.now - at;
  const shown = sum(memory.seconds.slice(-Math.floor(age / SECOND)).map(({ answered }) => answered));
  return age >= DECENT && shown >= ENOUGH && !isUnderWay(fault, view);
}

/** Up to this part of the requests hardly anybody was hit. */
const HARDLY = 0.02;

function hurtBy(pending: Pending, { seconds }: Memory, view: WorldView): Hurt {
  const { at, troubled } = pending;
  const requests = view.troubled - troubled;
  const started = sum(seconds.slice(-Math.ceil((view.now - at) / SECOND)).map((second) => second.started));
  if (requests <= started * HARDLY) return slowedBy(pending, view) ?? (requests === 0 ? 'nobody' : 'hardly');
  return { requests, isOver: (view.lastTroubled ?? 0) < view.now - 3 * SECOND };
}

/** Answers that take longer than usual by so much, and by such a part, are slower, and not by chance. */
const SLOWER: Micros = 30_000;
const SLOWER_PART = 0.3;
const COUNTED = 20;

/** Reads or writes take longer than before, though none takes long. */
function slowedBy({ before, until }: Pending, view: WorldView): Hurt | undefined {
  const now = since(until, view.traffic.answers);
  for (const slower of ['reads', 'writes'] as const) {
    if (before[slower].count < COUNTED || now[slower].count < COUNTED) continue;
    const [usual, takes] = [mean(before[slower]), mean(now[slower])];
    if (takes - usual > Math.max(SLOWER, usual * SLOWER_PART)) return { slower, takes, usual };
  }
  return undefined;
}

type Answers = WorldView['traffic']['answers'];

const NONE: Answers = { reads: { count: 0, time: 0 }, writes: { count: 0, time: 0 } };

/** The answers that have come between two moments. */
function since(then: Answers, now: Answers): Answers {
  const more = (name: keyof Answers) => ({
    count: now[name].count - then[name].count,
    time: now[name].time - then[name].time,
  });
  return { reads: more('reads'), writes: more('writes') };
}

function mean({ count, time }: Answers['reads']): Micros {
  return time / count;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** A deployment takes its time. */
function isUnderWay({ verb, targets: [target] }: Fault, view: WorldView): boolean {
  const isAtWork = (each: ComponentView) =>
    (each.kind === target || each.id === target) && (each.state === 'starting' || each.state === 'stopping');
  return verb === 'deploy' && view.components.some(isAtWork);
}

function happened(fault: Fault, view: WorldView): Happened {
  const { verb, targets } = fault;
  // a deployment may be one component's
  const isOfSite = FAULTS[verb].menu === 'site' && !view.components.some(({ id }) => id === targets[0]);
  const kind = actsOnLink(fault) ? 'link' : isOfSite ? 'site' : 'component';
  return {
    verb,
    value: writtenValue(fault),
    place: namedPlace(fault, view),
    kind,
    meaning: meaningOf(fault),
  };
}

/** A failover may leave out whom it promotes. */
function namedPlace(fault: Fault, { components }: WorldView): readonly string[] {
  const place = placeOf(fault);
  if (place.length > 0 || (fault.verb !== 'failover' && fault.verb !== 'switchover')) return place;
  return components.filter(({ database }) => database?.role === 'primary').map(({ id }) => id);
}

/** Who does the work now is told with the reason. */
function spokenOf(memory: Memory): Memory {
  const { serving, reading } = memory;
  return {
    ...memory,
    serving: { ...serving, told: doneBy(memory, 'served') ?? serving.told, coming: undefined },
    reading: { ...reading, told: doneBy(memory, 'read') ?? reading.told, coming: undefined },
  };
}

// -- thanks to whom ------------------------------------------------------------------------------------------------

function thanksTo(fault: Fault, memory: Memory, view: WorldView): Substitute | undefined {
  if (fault.verb === 'dns-fail') return { kind: 'cache' };
  for (const id of takenAway(fault, view)) {
    const component = view.components.find((each) => each.id === id);
    const substitute = component && substituteOf(component, memory, view);
    if (substitute !== undefined) return substitute;
  }
  return undefined;
}

function substituteOf(component: ComponentView, memory: Memory, view: WorldView): Substitute | undefined {
  const { id, kind, host } = component;
  switch (kind) {
    case 'load-balancer':
    case 'keepalived':
      return holderBeside(host, view);
    case 'web-server':
      return memory.serving.usual?.includes(id) === false ? { kind: 'spare' } : colleagues(component, view);
    case 'app-server':
      return colleagues(component, view);
    case 'database': {
      const by = doneBy(memory, 'read');
      if (memory.reading.usual?.includes(id) === false) return { kind: 'spare' };
      return by === undefined || by.length === 0 || by.includes(id) ? undefined : { kind: 'reads', by };
    }
    case 'orchestrator':
      return undefined;
  }
}

/** The balancer that has the virtual IP, on another host. */
function holderBeside(host: Id, view: WorldView): Substitute | undefined {
  for (const [vip, [holder]] of holdersIn(view)) {
    const home = view.components.find(({ id }) => id === holder)?.host;
    if (home === undefined || home === host) continue;
    const balancer = view.components.find(
      (each) => each.host === home && each.kind === 'load-balancer' && each.rate > 0,
    );
    if (balancer !== undefined) return { kind: 'holds', vip, by: balancer.id };
  }
  return undefined;
}

function colleagues({ id, kind }: ComponentView, { components }: WorldView): Substitute | undefined {
  const by = components
    .filter((each) => each.kind === kind && each.id !== id && serves(each) && each.rate > 0)
    .map((each) => each.id);
  return by.length === 0 ? undefined : { kind: 'answers', by };
}
