/** What becomes of the data: writes that nobody accepts, that two accept, that are lost; reads of old data. */
import type { WorldView } from '../simulator/view.ts';
import { begunBy, causesOf, newestFirst } from './cause.ts';
import type { Fact } from './fact.ts';
import type { Teller } from './memory.ts';
import { eventIn, snapped } from './moments.ts';

/** Writes of a sure number were sent and none was accepted. */
const SURE = 8;

export const tellWrites: Teller = (memory, view) => {
  const share = memory.topology.traffic.writes;
  const { seconds } = memory;
  const now = seconds.at(-1)?.acknowledged ?? 0;
  if (share === 0) return [memory, []];
  let sent = 0;
  let answered = 0;
  let back = 1;
  for (; back < seconds.length && (sent < SURE || back < 3); back++) {
    const second = seconds.at(-back);
    sent += (second?.started ?? 0) * share;
    answered += second?.answered ?? 0;
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
  const isAnswered = answered > 0 && (seconds.at(-1)?.answered ?? 0) > 0;
  const isStopped = sent >= SURE && before === now && now > 0 && isAnswered && !isAllHit;
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

/** Old data is news again after so many seconds without; an ordinary replica is a few milliseconds late. */
const STALE_PAUSE = 15;
const LATE = 100_000;

export const tellStale: Teller = (memory, view) => {
  const { stale } = view.reads;
  if (stale === memory.stale.count) return [memory, []];
  const second = view.now / 1_000_000;
  const isNews = second - memory.stale.last > STALE_PAUSE;
  const replicas = view.components.filter(({ database }) => database?.role === 'replica');
  const latest = replicas.toSorted((a, b) => lagOf(b) - lagOf(a))[0];
  if (latest === undefined || lagOf(latest) < LATE) return [memory, []];
  const fact: Fact = { kind: 'stale', replica: latest.id, lag: latest.database?.lag };
  return [{ ...memory, stale: { count: stale, last: second } }, isNews ? [{ fact, at: view.now }] : []];
};

function lagOf({ database }: WorldView['components'][number]): number {
  return database?.lag ?? Number.POSITIVE_INFINITY;
}
