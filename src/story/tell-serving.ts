/** Who answers, how long it takes, and who holds an address. */
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros } from '../topology/types.ts';
import { causesOf } from './cause.ts';
import type { Fact, Holder, News } from './fact.ts';
import type { Memory, Shift, Teller } from './memory.ts';
import { changedAt, eventIn, snapped } from './moments.ts';
import { leftOver } from './spots.ts';
import { takenAway } from './taken-away.ts';
import { doneBy, holdersIn } from './who-works.ts';

const SECOND: Micros = 1_000_000;
/** The shift after this second, and who is new in it, since when; undefined: nobody. */
function changed(shift: Shift, now: readonly Id[], view: WorldView): readonly [Shift, Micros | undefined] {
  const ids = now.join();
  if (shift.usual === undefined) return [{ usual: now, told: now, coming: undefined }, undefined];
  if (ids === shift.told?.join()) return [{ ...shift, coming: undefined }, undefined];
  if (ids !== shift.coming?.ids) {
    const others = [...now, ...(shift.told ?? [])].filter(
      (id) => !(now.includes(id) && shift.told?.includes(id)),
    );
    return [{ ...shift, coming: { ids, since: changedAt(view, others) } }, undefined];
  }
  return [{ ...shift, told: now, coming: undefined }, shift.coming.since];
}

/** Nobody can say who does the work as a rule when somebody was taken away before it was seen. */
function isUnknown({ usual }: Shift, { pending }: Memory): boolean {
  return usual === undefined && pending.length > 0;
}

/** Who is missing was taken away by a fault that is still waited for: whether anybody notices. */
function isExplained({ told }: Shift, now: readonly Id[], { pending }: Memory, view: WorldView): boolean {
  const missing = told?.filter((id) => !now.includes(id)) ?? [];
  return missing.some((id) => pending.some(({ fault }) => takenAway(fault, view).includes(id)));
}

export const tellServing: Teller = (memory, view) => {
  if (memory.mood !== 'well' || memory.coming.mood !== 'well') return [memory, []];
  const by = doneBy(memory, 'served');
  if (by === undefined) return [memory, []];
  if (isUnknown(memory.serving, memory) || isExplained(memory.serving, by, memory, view)) return [memory, []];
  const [serving, since] = changed(memory.serving, by, view);
  return [{ ...memory, serving }, since === undefined ? [] : [{ fact: { kind: 'answers', by }, at: since }]];
};

export const tellReaders: Teller = (memory, view) => {
  const by = doneBy(memory, 'read');
  if (by === undefined || by.length === 0) return [memory, []];
  if (isUnknown(memory.reading, memory) || isExplained(memory.reading, by, memory, view)) return [memory, []];
  const [reading, since] = changed(memory.reading, by, view);
  return [{ ...memory, reading }, since === undefined ? [] : [{ fact: { kind: 'reads', by }, at: since }]];
};

// -- waiting, by Little's law ----------------------------------------------------------------------------------------

const SLOW = 0.3;

export const tellSlow: Teller = (memory, view) => {
  const isOver = (view.lastTroubled ?? 0) < view.now - SECOND;
  const waiting = isOver ? 0 : view.traffic.waiting - leftOver(view);
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
    const { p95 } = view.traffic;
    const fact: Fact = {
      kind: 'slow',
      takes: rounded,
      p95: p95 === undefined ? undefined : Math.round(p95 / 100) * 100_000,
      cause: causesOf(view, memory.topology)[0],
    };
    return [{ ...memory, slowFor, isSlow: true }, [{ fact, at: snapped(view.now - 2 * SECOND, view) }]];
  }
  if (memory.isSlow && takes < SLOW / 2) {
    return [{ ...memory, slowFor, isSlow: false }, [{ fact: { kind: 'quick' }, at: view.now }]];
  }
  return [{ ...memory, slowFor }, []];
};

// -- virtual addresses -----------------------------------------------------------------------------------------------

export const tellAddresses: Teller = (memory, view) => {
  const held = holdersIn(view);
  const news: News[] = [];
  for (const [vip, holders] of held) {
    const before = memory.holders.get(vip)?.split(' ').filter(Boolean).length ?? 1;
    if (holders.length !== before)
      news.push({ fact: { kind: 'vip', vip, holders: holdersOf(holders, view) }, at: eventIn(view) });
  }
  return [{ ...memory, holders: new Map([...held].map(([vip, ids]) => [vip, ids.join(' ')])) }, news];
};

function holdersOf(ids: readonly Id[], { components }: WorldView): readonly Holder[] {
  return components.filter(({ id }) => ids.includes(id)).map(({ id, host, state }) => ({ id, host, state }));
}
