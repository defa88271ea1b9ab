/**
 * Requests on their way, as dots on the lines of the drawing. A dot is a real request of this run. Packets take a tenth
 * of a millisecond, so what is seen is slower: each cell takes its time, and a request is where it was when its dot set
 * out. It waits where it waited, and for no shorter time.
 */
import type { SampledRequest } from '../../../simulator/request-sample.ts';
import { isOk } from '../../../simulator/users.ts';
import type { Glyphs } from '../../../terminal/glyphs.ts';
import type { Tone } from '../../../text/row.ts';
import type { Dot, WayFinder } from '../../../topology/draw/drawing.ts';
import type { Id, Micros } from '../../../topology/types.ts';
import { type Move, movesOf } from './moves.ts';

/** On the wall's clock a cell takes so long. */
const CELL: Micros = 60_000;
/** Who has fallen so far behind its request by going slower, in cells, leaps over a move. */
const MOST_BEHIND_CELLS = 40;
/** How long the sign of a request that failed where it stood is left there. */
const LINGER_CELLS = 4;

type Cells = readonly { readonly x: number; readonly y: number }[];

/** Where a request's dot is: which cell of which line, or that it waits at one end of it. */
export interface Standing {
  readonly request: SampledRequest;
  /** who opened the connection whose line it is on, and to whom */
  readonly caller: Id;
  readonly callee: Id;
  readonly is: 'there' | 'back' | 'waiting-at-callee' | 'waiting-at-caller';
  /** cell of the line, counted from the caller */
  readonly cell: number;
  /** what becomes of it, or became */
  readonly fate: 'answered' | 'failed' | 'open';
}

/**
 * Where every request stands that is to be seen at a moment. At a greater speed fewer are.
 * @param speed simulated seconds a second
 */
export function standingsAt(
  requests: readonly SampledRequest[],
  now: Micros,
  speed: number,
  ways: WayFinder,
): readonly Standing[] {
  const each = Math.max(1, Math.ceil(speed));
  return requests.flatMap((request) => {
    if (request.pick % each !== 0) return [];
    const standing = standingOf(request, now, CELL * speed, ways);
    return standing === undefined ? [] : [standing];
  });
}

/** Undefined: it is not seen now, since it has not come yet, is over, or was lost and not sent again yet. */
function standingOf(
  request: SampledRequest,
  now: Micros,
  cellTime: Micros,
  ways: WayFinder,
): Standing | undefined {
  const { trace, hostile } = request;
  let free: Micros = trace.start;
  let waits: Standing | undefined;
  for (const move of movesOf(trace)) {
    const { caller, callee } = move;
    const begins = Math.max(free, move.at);
    if (begins > now) break;
    const cells = cellsOf(move, ways, hostile);
    if (cells.length === 0) continue;
    const length = move.lost === 'on-the-way' ? Math.ceil(cells.length / 2) : cells.length;
    const leaps = begins - move.at > MOST_BEHIND_CELLS * cellTime;
    free = leaps ? begins : begins + length * cellTime;
    const place = { request, caller, callee, fate: fateOf(request, now) };
    if (now < free) {
      const passed = Math.min(length - 1, Math.floor((now - begins) / cellTime));
      return { ...place, is: move.way, cell: move.way === 'there' ? passed : cells.length - 1 - passed };
    }
    waits = move.lost === undefined ? { ...place, ...waitingPlace(move, cells) } : undefined;
  }
  return isOver(request, now, free, cellTime) ? undefined : waits;
}

function waitingPlace({ way }: Move, cells: Cells): Pick<Standing, 'is' | 'cell'> {
  return way === 'there'
    ? { is: 'waiting-at-callee', cell: cells.length - 1 }
    : { is: 'waiting-at-caller', cell: 0 };
}

/** Decided, and everything that led there has been seen. An attacker's is over with the last that was heard of it. */
function isOver({ trace, hostile }: SampledRequest, now: Micros, free: Micros, cellTime: Micros): boolean {
  if (hostile) return now >= free;
  if (trace.ended === undefined) return false;
  const lingers = fateOf({ trace }, now) === 'failed' && trace.outcome === 'client-timeout';
  return now >= Math.max(free, trace.ended) + (lingers ? LINGER_CELLS * cellTime : 0);
}

function fateOf({ trace: { ended, outcome } }: Pick<SampledRequest, 'trace'>, now: Micros): Standing['fate'] {
  if (ended === undefined || outcome === undefined || ended > now) return 'open';
  return isOk(outcome) ? 'answered' : 'failed';
}

function cellsOf({ caller, callee }: Move, ways: WayFinder, hostile: boolean): Cells {
  if (!hostile) return ways.between(caller, callee);
  const way = ways.between('users', callee);
  return way.length > 0 ? way : ways.towards(callee);
}

/** The dots of all standings: those who wait at one place stand in a queue that grows away from it, along their line. */
export function dotsOf(
  standings: readonly Standing[],
  ways: WayFinder,
  signs: Glyphs['dots'],
): readonly Dot[] {
  const queues = new Map<string, number>();
  const rank = ({ request, fate, is }: Standing) =>
    (request.hostile ? 0 : 4) + (fate === 'failed' ? 2 : fate === 'open' ? 1 : 0) + (is === 'back' ? 0 : 0.5);
  return standings
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((standing) => {
      const { request, caller, callee } = standing;
      const cells = cellsOf({ caller, callee, way: 'there', at: 0, lost: undefined }, ways, request.hostile);
      const index = placeInQueue(standing, cells.length, queues);
      const cell = index === undefined ? undefined : cells[index];
      return cell === undefined ? [] : [{ ...cell, ...signOf(standing, signs) }];
    });
}

/** Undefined: the queue is longer than its line. */
function placeInQueue(
  { caller, callee, is, cell }: Standing,
  length: number,
  queues: Map<string, number>,
): number | undefined {
  if (is === 'there' || is === 'back') return cell;
  const key = `${is} ${caller} ${callee}`;
  const before = queues.get(key) ?? 0;
  queues.set(key, before + 1);
  // the arrowhead stays
  const last = Math.max(0, length - 2);
  if (before > last) return undefined;
  return is === 'waiting-at-callee' ? last - before : before;
}

function signOf(
  { request, fate, is }: Standing,
  signs: Glyphs['dots'],
): { readonly glyph: string; readonly tone: Tone } {
  if (request.hostile) return { glyph: signs.hostile, tone: 'bad' };
  if (fate === 'failed') return { glyph: signs.failed, tone: 'bad' };
  if (fate === 'open') return { glyph: signs.open, tone: 'warn' };
  return { glyph: is === 'back' ? signs.back : signs.answered, tone: 'good' };
}
