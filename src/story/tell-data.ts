/** What becomes of the data: writes that nobody accepts, that two accept, that are lost; reads of old data. */
import type { WorldView } from '../simulator/view.ts';
import type { Id, Micros } from '../topology/types.ts';
import { begunBy, causesOf, newestFirst } from './cause.ts';
import type { Fact, Fresh } from './fact.ts';
import type { Memory, Teller, Told } from './memory.ts';
import { changedAt, eventIn, snapped } from './moments.ts';

/** So many writes would have been accepted if they fared like all requests, and none was. */
const SURE = 8;

export const tellWrites: Teller = (memory, view) => {
  const share = memory.topology.traffic.writes;
  const { seconds } = memory;
  const now = seconds.at(-1)?.acknowledged ?? 0;
  if (share === 0) return [memory, []];
  let expected = 0;
  let back = 1;
  for (; back < seconds.length && (expected < SURE || back < 3); back++) {
    expected += (seconds.at(-back)?.answered ?? 0) * share;
  }
  const before = seconds.at(-back)?.acknowledged ?? now;
  if (memory.writesStopped) {
    if (now === (seconds.at(-2)?.acknowledged ?? now)) return [memory, []];
    const by = view.components.filter(({ database }) => (database?.writesRate ?? 0) > 0).map(({ id }) => id);
    return [
      { ...memory, writesStopped: false },
      [{ fact: { kind: 'writes-again', by }, at: view.writes.againAt }],
    ];
  }
  // where nothing at all is answered, that is the news
  const isAllHit = memory.said !== undefined && memory.said.share === 'all';
  const isAnswered = (seconds.at(-1)?.answered ?? 0) > 0;
  const isStopped = expected >= SURE && before === now && now > 0 && isAnswered && !isAllHit;
  if (!isStopped) return [memory, []];
  const how = seconds.slice(-2).some(({ failed }) => failed > 0) ? 'fail' : 'wait';
  const at = snapped(view.writes.lastAt, view);
  const found = causesOf(view, memory.topology, 'writes');
  const begunThen = begunBy(at, found, view);
  const causes = newestFirst(at, begunThen.length > 0 ? begunThen : found, view);
  return [{ ...memory, writesStopped: true }, [{ fact: { kind: 'writes-stop', how, causes }, at }]];
};

export const tellTwoWriters: Teller = (memory, view) => {
  const by = view.components
    .filter(({ database }) => database?.role === 'primary' && database.writesRate > 0)
    .map(({ id }) => id);
  const twoWriters = by.length > 1 ? memory.twoWriters + 1 : 0;
  const isNews = twoWriters === 2;
  return [{ ...memory, twoWriters }, isNews ? [{ fact: { kind: 'two-writers', by }, at: view.now }] : []];
};

export const tellLost: Teller = (memory, view) => {
  const { lost } = view.writes;
  const news =
    lost > memory.lost ? [{ fact: { kind: 'lost', count: lost } as const, at: eventIn(view) }] : [];
  return [{ ...memory, lost }, news];
};

/** An ordinary replica is a few milliseconds late. */
const LATE: Micros = 100_000;
/** What a late replica has caught up with may be read by nobody for so long, and then what it misses again. */
const QUIET: Micros = 2_000_000;
/** Lost writes are missed until their users write again: by so few that it has no end of its own. */
const FORGOTTEN: Micros = 15_000_000;

type Stale = Extract<Fact, { kind: 'stale' }>;

export const tellStale: Teller = (memory, view) => {
  const { stale, staleAt } = view.reads;
  const { told } = memory.stale;
  const fact = stale === memory.stale.count ? undefined : staleNow(view);
  if (fact === undefined || staleAt === undefined)
    return told === undefined ? [memory, []] : staleNoMore(memory, told, view);
  const isNews = told === undefined || (fact.why === 'lost' && told.why !== 'lost');
  const noted = { count: stale, last: staleAt.last, told: isNews ? fact : told };
  return [
    { ...memory, stale: noted },
    isNews ? [{ fact, at: told === undefined ? snapped(staleAt.since, view) : changedAt(view) }] : [],
  ];
};

/** Who gave old data to most of those who got some in the last second; undefined: only some milliseconds old, or none. */
function staleNow({ components }: WorldView): Stale | undefined {
  const stale = components.flatMap(({ id, database }) =>
    database !== undefined && database.staleRate > 0 ? [{ id, ...database }] : [],
  );
  const found = stale.flatMap((each) => {
    const { id, role, lag } = each;
    const why = role === 'primary' ? 'lost' : lag === undefined ? 'cut' : lag >= LATE ? 'late' : undefined;
    return why === undefined
      ? []
      : [{ fact: { kind: 'stale', database: id, why, lag } as const, rate: each.staleRate }];
  });
  return found.toSorted((a, b) => b.rate - a.rate)[0]?.fact;
}

function staleNoMore(memory: Memory, told: Stale, view: WorldView): Told {
  const { last } = memory.stale;
  const over: Memory = { ...memory, stale: { ...memory.stale, told: undefined } };
  if (told.why === 'lost') return [view.now - last >= FORGOTTEN ? over : memory, []];
  const why = freshBecause(told.database, view);
  if (why === undefined || view.now - last < QUIET) return [memory, []];
  return [over, [{ fact: { kind: 'fresh', database: told.database, why }, at: snapped(last, view) }]];
}

/** Why a database that had old data gives none to anybody now; undefined: it would. */
function freshBecause(id: Id, { components }: WorldView): Fresh | undefined {
  const database = components.find((each) => each.id === id)?.database;
  if (database === undefined || database.readsRate === 0) return 'unread';
  if (database.role === 'primary') return 'primary';
  return database.lag !== undefined && database.lag < LATE ? 'caught-up' : undefined;
}
