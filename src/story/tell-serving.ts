/** Who answers, how long it takes, and who holds an address. */

import type { Id } from '../topology/types.ts';
import { queuesAt } from './cause.ts';
import type { Fact } from './fact.ts';
import type { Memory, Teller } from './narrator.ts';

/** The servers that answered of late; undefined before there is enough to go by. */
export function servingNow({ seconds }: Memory): readonly Id[] | undefined {
  const counts = new Map<Id, number>();
  let all = 0;
  for (const { served } of seconds.slice(-10).toReversed()) {
    for (const [id, count] of served) {
      counts.set(id, (counts.get(id) ?? 0) + count);
      all += count;
    }
    if (all >= 30) break;
  }
  if (all < 30) return undefined;
  return [...counts].filter(([, count]) => count > 0).map(([id]) => id);
}

export const tellServing: Teller = (memory) => {
  if (memory.mood !== 'well' || memory.coming.mood !== 'well') return [memory, []];
  const serving = servingNow(memory);
  if (serving === undefined) return [memory, []];
  if (memory.usual === undefined) return [{ ...memory, usual: serving, serving }, []];
  const words = serving.join();
  if (words === memory.serving?.join()) return [{ ...memory, comingServing: '' }, []];
  if (words !== memory.comingServing) return [{ ...memory, comingServing: words }, []];
  return [{ ...memory, serving, comingServing: '' }, [{ kind: 'answers', by: serving }]];
};

// -- waiting, by Little's law ----------------------------------------------------------------------------------------

const SLOW = 0.3;

export const tellSlow: Teller = (memory, view) => {
  const { waiting } = view.traffic;
  const { started = 0, failed = 0 } = memory.seconds.at(-1) ?? {};
  // what is left over from a trouble still waits
  if (memory.mood !== 'well' || memory.coming.mood !== 'well' || started === 0 || failed > 0) {
    return [{ ...memory, slowFor: 0 }, []];
  }
  // what is inside, over what comes in a second, is how long one stays
  const takes = waiting / started;
  const slowFor = takes > SLOW && waiting > 5 ? memory.slowFor + 1 : 0;
  if (!memory.isSlow && slowFor >= 2) {
    const rounded = Math.round(takes * 10) * 100_000;
    return [{ ...memory, slowFor, isSlow: true }, [{ kind: 'slow', takes: rounded, at: queuesAt(view) }]];
  }
  if (memory.isSlow && takes < SLOW / 2) return [{ ...memory, slowFor, isSlow: false }, [{ kind: 'quick' }]];
  return [{ ...memory, slowFor }, []];
};

// -- virtual addresses -----------------------------------------------------------------------------------------------

export const tellAddresses: Teller = (memory, view) => {
  const held = new Map<Id, Id[]>();
  for (const { id, vrrp } of view.components) {
    if (vrrp === undefined) continue;
    const holders = held.get(vrrp.vip) ?? [];
    held.set(vrrp.vip, vrrp.holds ? [...holders, id] : holders);
  }
  const facts: Fact[] = [];
  for (const [vip, holders] of held) {
    const before = memory.holders.get(vip)?.split(' ').filter(Boolean).length ?? 1;
    if (holders.length !== before) facts.push({ kind: 'vip', vip, holders });
  }
  return [{ ...memory, holders: new Map([...held].map(([vip, ids]) => [vip, ids.join(' ')])) }, facts];
};
