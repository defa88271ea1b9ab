/** What stands between a fault and what the users feel: full accept queues, databases that are avoided, floods. */
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros } from '../topology/types.ts';
import { isCut, serves } from './cause.ts';
import type { News } from './fact.ts';
import { eventIn, snapped } from './moments.ts';
import type { Teller } from './narrator.ts';

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

/** A database that works, and who leaves it alone all the same. */
interface Avoided {
  readonly database: Id;
  readonly apps: readonly Id[];
  readonly for: Micros;
}

export const tellAvoided: Teller = (memory, view) => {
  const found = avoidedIn(view);
  const isFelt = memory.mood !== 'well' || memory.writesStopped;
  const news = found
    .filter(({ database }) => isFelt && !memory.avoided.has(database))
    .map((avoided): News => ({ fact: { kind: 'still-avoided', ...avoided }, at: eventIn(view) }));
  const told = news.flatMap(({ fact }) => (fact.kind === 'still-avoided' ? [fact.database] : []));
  const kept = found.map(({ database }) => database).filter((id) => memory.avoided.has(id));
  return [{ ...memory, avoided: new Set([...kept, ...told]) }, news];
};

function avoidedIn(view: WorldView): readonly Avoided[] {
  return view.components.flatMap((database) => {
    if (database.kind !== 'database' || !serves(database)) return [];
    const avoiding = view.components.flatMap((app) => {
      const until = app.avoids?.find(({ id }) => id === database.id)?.until ?? 0;
      const left = until - view.now;
      return serves(app) && left >= SECOND && !isCut(app, database, view) ? [{ id: app.id, left }] : [];
    });
    if (avoiding.length === 0) return [];
    const longest = Math.max(...avoiding.map(({ left }) => left));
    return [{ database: database.id, apps: avoiding.map(({ id }) => id), for: longest }];
  });
}

/**
 * An application that left a database alone asks it again, and every request that does waits until it gives up: short
 * enough to be missed, and it comes back.
 */
export const tellAskedAgain: Teller = (memory, view) => {
  const leftAlone = new Set(memory.leftAlone);
  const asking: string[] = [];
  for (const app of view.components) {
    for (const { id, until } of app.avoids ?? []) if (until > view.now) leftAlone.add(`${app.id} ${id}`);
  }
  for (const { from, at, waiting } of view.trouble) {
    const pair = `${from} ${at}`;
    const isAvoided = view.components
      .find(({ id }) => id === from)
      ?.avoids?.some(({ id, until }) => id === at && until > view.now);
    if (waiting > 0 && memory.leftAlone.has(pair) && isAvoided !== true) asking.push(pair);
  }
  const news = asking
    .filter((pair) => !memory.askedAgain.has(pair))
    .map((pair): News => {
      const [app = '', database = ''] = pair.split(' ');
      return { fact: { kind: 'asks-again', app, database }, at: snapped(sinceOf(pair, view), view) };
    });
  return [{ ...memory, leftAlone, askedAgain: new Set([...memory.askedAgain, ...asking]) }, news];
};

function sinceOf(pair: string, { trouble, now }: WorldView): Micros {
  const steps = trouble.filter(({ from, at }) => `${from} ${at}` === pair);
  return Math.min(now, ...steps.flatMap(({ waitingSince }) => waitingSince ?? []));
}

export const tellFloods: Teller = (memory, view) => {
  const floods = view.floods.filter(({ rate }) => rate > 0);
  const hosts = new Set(view.floods.map(({ host }) => host));
  const begun = floods
    .filter(({ host }) => !memory.flooded.has(host))
    .map(({ host, at, rate, passes }): News => {
      return { fact: { kind: 'flood', host, at, rate, passes }, at: snapped(view.now - SECOND, view) };
    });
  const ended = [...memory.flooded]
    .filter((host) => !hosts.has(host))
    .map((host): News => ({ fact: { kind: 'flood-ends', host }, at: eventIn(view) }));
  const flooded = new Set([...memory.flooded].filter((host) => hosts.has(host)));
  for (const { host } of floods) flooded.add(host);
  return [{ ...memory, flooded }, [...begun, ...ended]];
};
