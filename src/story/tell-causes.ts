/** What stands between a fault and what the users feel: full accept queues, databases that are avoided, floods. */

import { SKIP as DATABASE_SKIP } from '../simulator/components/database-access.ts';
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros, Topology } from '../topology/types.ts';
import type { News } from './fact.ts';
import { isCut, serves } from './judge.ts';
import type { Teller } from './memory.ts';
import { eventIn, faultIn, snapped, timeOf } from './moments.ts';

export const tellFullQueues: Teller = (memory, view) => {
  const isFull = view.components.filter(({ fullSince }) => fullSince !== undefined);
  const news = isFull
    .filter(({ id }) => !memory.full.has(id))
    .map(({ id, state, fullSince = view.now }): News => {
      return { fact: { kind: 'queue-full', at: id, hangs: state === 'paused' }, at: fullSince };
    });
  // a queue that empties and fills again within the same trouble is no news
  const still = memory.mood === 'well' ? [] : [...memory.full];
  return [{ ...memory, full: new Set([...still, ...isFull.map(({ id }) => id)]) }, news];
};

const SECOND: Micros = 1_000_000;

/** Somebody who works, and who leaves it alone all the same. */
interface Avoided {
  readonly target: Id;
  readonly by: readonly Id[];
  readonly until: Micros;
}

export const tellAvoided: Teller = (memory, view) => {
  const found = avoidedIn(view);
  const isFelt = memory.mood !== 'well' || memory.writesStopped;
  const fresh = found.filter(({ target }) => isFelt && !memory.avoided.has(target));
  const at = eventIn(view);
  const news = fresh.map(({ target, by, until }): News => {
    return { fact: { kind: 'still-avoided', target, by, for: until - at }, at };
  });
  const kept = found.filter(({ target }) => memory.avoided.has(target));
  return [{ ...memory, avoided: new Set([...kept, ...fresh].map(({ target }) => target)) }, news];
};

function avoidedIn(view: WorldView): readonly Avoided[] {
  const working = view.components.filter((each) => serves(each) && each.fullSince === undefined);
  return working.flatMap((target) => {
    const avoiding = view.components.filter(serves).flatMap((asker) => {
      const until = asker.avoids?.find(({ id }) => id === target.id)?.until ?? 0;
      return until - view.now >= SECOND && !isCut(asker, target, view) ? [{ id: asker.id, until }] : [];
    });
    if (avoiding.length === 0) return [];
    const until = Math.max(...avoiding.map((each) => each.until));
    return [{ target: target.id, by: avoiding.map(({ id }) => id), until }];
  });
}

/**
 * Whoever left another alone asks it again, and every request that does waits until it gives up: short enough to be
 * missed, and it comes back.
 */
export const tellAskedAgain: Teller = (memory, view) => {
  const now = view.components.flatMap(({ id, avoids = [] }) =>
    avoids.filter(({ until }) => until > view.now).map((avoided) => `${id} ${avoided.id}`),
  );
  const waiting = view.trouble.filter((step) => step.waiting > 0).map(({ from, at }) => `${from} ${at}`);
  const asking = new Set(
    waiting.filter((pair) => memory.leftAlone.has(pair) && !now.includes(pair) && isInVain(pair, view)),
  );
  const news = [...asking]
    .filter((pair) => !memory.askedAgain.has(pair))
    .map((pair): News => {
      const [by = '', target = ''] = pair.split(' ');
      const every = betweenTries(by, target, memory.topology, view);
      return { fact: { kind: 'asks-again', by, target, every }, at: snapped(sinceOf(pair, view), view) };
    });
  const leftAlone = new Set([...memory.leftAlone, ...now]);
  return [{ ...memory, leftAlone, askedAgain: new Set([...memory.askedAgain, ...asking]) }, news];
};

/** It can't get an answer: who is asked does nothing, or nothing gets through. */
function isInVain(pair: string, view: WorldView): boolean {
  const [asker, asked] = pair.split(' ').map((id) => view.components.find((each) => each.id === id));
  return asked !== undefined && (!serves(asked) || (asker !== undefined && isCut(asker, asked, view)));
}

/** From one try to the next: it waits for an answer, or for a connection, and then leaves it alone. */
function betweenTries(by: Id, target: Id, { components }: Topology, view: WorldView): Micros {
  const asker = components.find(({ id }) => id === by);
  const asked = view.components.find(({ id }) => id === target);
  const connects = asked?.state === 'paused' && asked.fullSince === undefined;
  if (asker?.kind === 'app-server') {
    return DATABASE_SKIP + (connects ? asker.databaseTimeout.read : asker.databaseTimeout.connect);
  }
  if (asker?.kind !== 'web-server') return DATABASE_SKIP;
  const member = asker.upstream.find(({ id }) => id === target);
  return (member?.failTimeout ?? 0) + (connects ? asker.proxyReadTimeout : asker.proxyConnectTimeout);
}

function sinceOf(pair: string, { trouble, now }: WorldView): Micros {
  const steps = trouble.filter(({ from, at }) => `${from} ${at}` === pair);
  return Math.min(now, ...steps.flatMap(({ waitingSince }) => waitingSince ?? []));
}

/** A flood is told of when it has lasted for a whole second: in a part of one it looks smaller than it is. */
export const tellFloods: Teller = (memory, view) => {
  const whole = view.now - SECOND;
  const floods = view.floods.filter(({ rate, host }) => rate > 0 && (attackedAt(host, view) ?? 0) <= whole);
  const hosts = new Set(view.floods.map(({ host }) => host));
  const begun = floods
    .filter(({ host }) => !memory.flooded.has(host))
    .map(({ host, at, rate, passes }): News => {
      const since = attackedAt(host, view) ?? snapped(whole, view);
      return { fact: { kind: 'flood', host, at, rate, passes }, at: since };
    });
  const ended = [...memory.flooded]
    .filter((host) => !hosts.has(host))
    .map((host): News => ({ fact: { kind: 'flood-ends', host }, at: eventIn(view) }));
  const flooded = new Set([...memory.flooded].filter((host) => hosts.has(host)));
  for (const { host } of floods) flooded.add(host);
  return [{ ...memory, flooded }, [...begun, ...ended]];
};

/** When the newest attack on a host began; undefined: too long ago to be among the events. */
function attackedAt(host: Id, { events }: WorldView): Micros | undefined {
  const attack = events.findLast((event) => {
    const fault = faultIn(event);
    return fault?.verb === 'attack' && fault.targets.includes(host);
  });
  return attack === undefined ? undefined : timeOf(attack);
}
