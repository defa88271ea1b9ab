/** What the dots would tell, without anything that moves: one sign on each line, and a number where there is room. */
import type { LinkCount } from '../../../simulator/link-counts.ts';
import type { WorldView } from '../../../simulator/view.ts';
import type { Glyphs } from '../../../terminal/glyphs.ts';
import { cells as widthOf } from '../../../text/cells.ts';
import type { Tone } from '../../../text/row.ts';
import type { Dot, WayFinder } from '../../../topology/draw/drawing.ts';
import type { Id } from '../../../topology/types.ts';

/** Columns of the line that stay beside a number. */
const LINE_LEFT = 2;

interface Cell {
  readonly x: number;
  readonly y: number;
}

interface Sign {
  readonly cells: readonly Cell[];
  readonly glyph: string;
  readonly count: number;
  readonly tone: Tone;
}

/** @param counts who asked whom in the last second; `view.trouble` says where requests wait and fail */
export function stillSigns(
  counts: readonly LinkCount[],
  view: WorldView,
  ways: WayFinder,
  signs: Glyphs['dots'],
): readonly Dot[] {
  const all = [...signsOfUsers(counts, view, ways, signs), ...signsOfFloods(view, ways, signs)];
  const uses = new Map<string, number>();
  for (const { cells } of all)
    for (const cell of cells) uses.set(keyOf(cell), (uses.get(keyOf(cell)) ?? 0) + 1);
  return all.flatMap((sign) => placed(sign, (cell) => uses.get(keyOf(cell)) === 1));
}

function signsOfUsers(
  counts: readonly LinkCount[],
  view: WorldView,
  ways: WayFinder,
  signs: Glyphs['dots'],
): Sign[] {
  const steps = new Map<string, { from: Id; to: Id; rate: number; waiting: number; failed: number }>();
  const stepOf = (from: Id, to: Id) => {
    const key = `${from} ${to}`;
    const step = steps.get(key) ?? { from, to, rate: 0, waiting: 0, failed: 0 };
    steps.set(key, step);
    return step;
  };
  for (const { from, to, rate } of counts) stepOf(from, to).rate += rate;
  for (const { from, at, waiting, failed } of view.trouble) {
    const step = stepOf(from, at);
    step.waiting += waiting;
    step.failed += failed;
  }
  return [...steps.values()].flatMap(({ from, to, rate, waiting, failed }): Sign[] => {
    const cells = ways.between(from, to);
    if (cells.length === 0) return [];
    if (failed > 0) return [{ cells, glyph: signs.failed, count: failed, tone: 'bad' }];
    if (waiting > 0) return [{ cells, glyph: signs.open, count: waiting, tone: 'warn' }];
    return rate === 0 ? [] : [{ cells, glyph: signs.answered, count: rate, tone: 'good' }];
  });
}

function signsOfFloods({ floods }: WorldView, ways: WayFinder, { hostile }: Glyphs['dots']): Sign[] {
  return floods.flatMap(({ at, rate }): Sign[] => {
    const way = ways.between('users', at);
    const cells = way.length > 0 ? way : ways.towards(at);
    return rate === 0 || cells.length === 0 ? [] : [{ cells, glyph: hostile, count: rate, tone: 'bad' }];
  });
}

/** In the middle of the longest level piece that no other line shares, else of the line as a whole. */
function placed({ cells, glyph, count, tone }: Sign, isOwn: (cell: Cell) => boolean): Dot[] {
  const piece = longestLevel(cells.slice(0, -1).filter(isOwn));
  const room = piece.length - LINE_LEFT;
  const text = widthOf(`${glyph}${count}`) <= room ? `${glyph}${count}` : glyph;
  const own = cells.filter(isOwn);
  const rest = own.length > 0 ? own : cells;
  const start = piece[Math.floor((piece.length - widthOf(text)) / 2)] ?? rest[Math.floor(rest.length / 2)];
  if (start === undefined) return [];
  return [...text].map((sign, index) => ({ x: start.x + index, y: start.y, glyph: sign, tone }));
}

/** In the order in which it is read. */
function longestLevel(cells: readonly Cell[]): readonly Cell[] {
  const sorted = cells.toSorted((a, b) => a.y - b.y || a.x - b.x);
  let longest: Cell[] = [];
  let piece: Cell[] = [];
  for (const cell of sorted) {
    const before = piece.at(-1);
    piece = before?.y === cell.y && before.x === cell.x - 1 ? [...piece, cell] : [cell];
    if (piece.length > longest.length) longest = piece;
  }
  return longest;
}

function keyOf({ x, y }: Cell): string {
  return `${x} ${y}`;
}
