/** Who does the work: who answers, who reads, who holds an address. */
import type { WorldView } from '../simulator/view.ts';
import type { Id } from '../topology/types.ts';
import type { Memory } from './memory.ts';

/** So many pieces of work show who shares it. */
const ENOUGH = 30;

/** Who did this work of late; undefined where nobody does it, or there is not enough to go by. */
export function doneBy({ seconds }: Memory, work: 'served' | 'read'): readonly Id[] | undefined {
  const last = seconds.at(-1)?.[work] ?? new Map<Id, number>();
  if ([...last.values()].every((count) => count === 0)) return undefined;
  const counts = new Map<Id, number>();
  let all = 0;
  for (const second of seconds.slice(-10).toReversed()) {
    for (const [id, count] of second[work]) {
      counts.set(id, (counts.get(id) ?? 0) + count);
      all += count;
    }
    if (all >= ENOUGH) break;
  }
  if (all < ENOUGH) return undefined;
  return [...counts].filter(([, count]) => count > all * 0.01).map(([id]) => id);
}

/** Virtual IP -> the keepaliveds that hold it. */
export function holdersIn({ components }: WorldView): ReadonlyMap<Id, readonly Id[]> {
  const held = new Map<Id, Id[]>();
  for (const { id, vrrp } of components) {
    if (vrrp === undefined) continue;
    const holders = held.get(vrrp.vip) ?? [];
    held.set(vrrp.vip, vrrp.holds ? [...holders, id] : holders);
  }
  return held;
}
