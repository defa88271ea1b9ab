/**
 * Tells what the users notice, second by second: a pure function over successive views, one at each whole second.
 * It looks at what became of their requests; a fault that was injected only matters when nobody notices it.
 */

import type { WorldView } from '../simulator/view.ts';
import { isDatabaseProxy } from '../topology/database-proxy.ts';
import type { News } from './fact.ts';
import type { Memory, Second, Teller, Told } from './memory.ts';
import { tellAskedAgain, tellAvoided, tellFloods, tellFullQueues } from './tell-causes.ts';
import { tellLost, tellStale, tellTwoWriters, tellWrites } from './tell-data.ts';
import { tellMood } from './tell-mood.ts';
import { tellAddresses, tellReaders, tellServing, tellSlow } from './tell-serving.ts';
import { tellUnnoticed } from './tell-unnoticed.ts';

/** Seconds of the past that a judgement may rest on. */
const LONGEST = 30;

/** The next second: what is remembered now, and what is to be said. */
export function narrate(before: Memory, view: WorldView): Told {
  const noted = { ...before, seconds: [...before.seconds, secondOf(before, view)].slice(-LONGEST) };
  let memory: Memory = noted;
  const news: News[] = [];
  for (const teller of TELLERS) {
    const [after, said] = teller(memory, view);
    memory = after;
    news.push(...said);
  }
  return [{ ...memory, outcomes: view.traffic.byOutcome }, news];
}

function secondOf({ topology }: Memory, view: WorldView): Second {
  const servers = new Set(
    topology.components.flatMap((each) =>
      each.kind === 'load-balancer' && !isDatabaseProxy(each, topology.components)
        ? each.servers.map(({ id }) => id)
        : [],
    ),
  );
  return {
    started: view.seconds.at(-1)?.total ?? 0,
    answered: view.traffic.answered,
    failed: view.traffic.failed,
    answers: view.traffic.answers,
    acknowledged: view.writes.acknowledged,
    served: new Map(
      view.components
        .filter(({ id }) => servers.has(id))
        .map(({ id, rate, failedRate }) => [id, Math.max(0, rate - failedRate)]),
    ),
    read: new Map(
      view.components.flatMap(({ id, database }) =>
        database === undefined ? [] : [[id, database.readsRate] as const],
      ),
    ),
  };
}

/** In the order of a story: what the users feel, what became of the data, who stepped in. */
const TELLERS: readonly Teller[] = [
  tellWrites,
  tellTwoWriters,
  tellMood,
  tellFullQueues,
  tellAvoided,
  tellAskedAgain,
  tellFloods,
  tellSlow,
  tellLost,
  tellStale,
  tellAddresses,
  tellUnnoticed,
  tellServing,
  tellReaders,
];
