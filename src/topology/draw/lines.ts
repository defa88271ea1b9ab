import type { Id } from '../types.ts';
import type { Canvas } from './canvas.ts';
import type { LineMark } from './drawing.ts';
import { type Glyphs, Side } from './glyphs.ts';
import type { Model } from './model.ts';
import type { Label } from './pen.ts';
import { pairOf, type Relation } from './relations.ts';
import type { Still } from './still.ts';
import { type Cell, type Way, waysOf } from './ways.ts';

/** What is true of one relation's line now. */
interface Line {
  /** the name under which it is cut; undefined: it is not */
  readonly cut: string | undefined;
  readonly mark: LineMark | undefined;
}

/** A cell of a line, with all that is sent through it. */
interface Shared {
  readonly cell: Cell;
  readonly lines: Line[];
  /** cells from here to the arrowhead */
  readonly rest: number;
  /** the line is nothing but an arrowhead and bends: its arrowhead must show what it is */
  readonly isShort: boolean;
}

/**
 * Draws each line as what it is now: broken where it is cut, points where nothing is sent, double where it is
 * encrypted, in colour where it carries more than the file says. A piece that many share is what all of them are; it is
 * also broken where only a cut one would be used now. Gives the cut pairs that have no piece of their own.
 */
export function drawLines(
  model: Model,
  still: Still,
  canvas: Canvas,
  cut: ReadonlySet<string>,
  marks: ReadonlyMap<string, LineMark>,
): string[] {
  const shown = new Set<string>();
  for (const { cell, lines, rest, isShort } of sharedCells(model, still, canvas, cut, marks)) {
    const whole = lines.filter((line) => line.cut === undefined);
    if (whole.length < lines.length && whole.every(({ mark }) => isIdle(mark))) {
      breakCell(model.glyphs, canvas, cell, rest);
      if (whole.length > 0) continue;
      for (const { cut: pair } of lines) if (pair !== undefined) shown.add(pair);
    } else
      markCell(model.glyphs, canvas, cell, {
        isShort,
        marks: whole.map(({ mark }) => mark),
      });
  }
  for (const label of still.layout.pen.texts) relabel(canvas, still.margin, label, marks);
  return [...cut].filter((pair) => !shown.has(pair)).sort();
}

/** Nothing goes along it at the moment. */
function isIdle(mark: LineMark | undefined): boolean {
  return mark?.use === 'standby' || mark?.use === 'unused';
}

/** A label says what its line carries now, as far as there is room. */
function relabel(
  canvas: Canvas,
  margin: number,
  { relations, x, y, text }: Label,
  marks: ReadonlyMap<string, LineMark>,
): void {
  const moved = relations.flatMap(({ from, to }) => {
    const mark = marks.get(`${from} ${to}`);
    return mark?.use === 'moved' ? [mark] : [];
  });
  if (moved.length === 0) return;
  const start = x + margin;
  let room = text.length;
  while (canvas.at(start + room, y) === ' ' && canvas.at(start + room + 1, y) === ' ') room++;
  const fits = moved[0]?.carries.find((words) => words.length <= room) ?? text;
  canvas.write(start, y, fits.padEnd(text.length), 'accent');
}

function sharedCells(
  model: Model,
  still: Still,
  canvas: Canvas,
  cut: ReadonlySet<string>,
  marks: ReadonlyMap<string, LineMark>,
): Iterable<Shared> {
  const shared = new Map<string, Shared>();
  for (const { relation, cells } of waysOf(model, still).all) {
    const line = { cut: cutPair(model, relation, cut), mark: marks.get(`${relation.from} ${relation.to}`) };
    const isShort = !cells.some(({ x, y }) => isStraight(shapeOf(model.glyphs, canvas.at(x, y))));
    cells.forEach((cell, index) => {
      if (isUnderpass(model.glyphs, canvas, cells, index)) return;
      const key = `${cell.x} ${cell.y}`;
      const known = shared.get(key);
      if (known) known.lines.push(line);
      else shared.set(key, { cell, lines: [line], rest: cells.length - 1 - index, isShort });
    });
  }
  return shared.values();
}

/** Where two lines cross the upright one is seen; the other passes under it. */
function isUnderpass({ line }: Glyphs, canvas: Canvas, cells: Way['cells'], index: number): boolean {
  const cell = cells[index];
  const [before, after] = [cells[index - 1] ?? cell, cells[index + 1] ?? cell];
  if (cell === undefined || before?.y !== cell.y || after?.y !== cell.y) return false;
  return canvas.at(cell.x, cell.y) === line[Side.north + Side.south];
}

/** The name under which a relation is cut, by its components or by their hosts. */
function cutPair(model: Model, { from, to }: Relation, cut: ReadonlySet<string>): string | undefined {
  if (cut.size === 0) return undefined;
  const home = (id: Id) => model.tiers.placeOf.get(id)?.id ?? id;
  const names = [
    pairOf(from, to),
    pairOf(home(from), home(to)),
    pairOf(from, home(to)),
    pairOf(home(from), to),
  ];
  return names.find((name) => cut.has(name));
}

/** How a line's cell is drawn: which way it runs, or whether it is an arrowhead or something else. */
function shapeOf({ line, left, right, up, down }: Glyphs, glyph: string) {
  if ([left, right, up, down].includes(glyph))
    return glyph === up || glyph === down ? 'arrow-down' : 'arrow-across';
  if (glyph === line[Side.north + Side.south]) return 'upright';
  if (glyph === line[Side.east + Side.west]) return 'level';
  return line.includes(glyph) && glyph !== ' ' ? 'bend' : 'other';
}

function isStraight(shape: ReturnType<typeof shapeOf>): boolean {
  return shape === 'upright' || shape === 'level';
}

function breakCell(glyphs: Glyphs, canvas: Canvas, { x, y }: Cell, rest: number): void {
  const glyph = canvas.at(x, y);
  const shape = shapeOf(glyphs, glyph);
  if (shape === 'other') return;
  const isUpright = shape === 'upright' || shape === 'arrow-down';
  const isArrow = shape === 'arrow-across' || shape === 'arrow-down';
  // Corners and branches stay: they show where the line would go on.
  const broken = (isUpright ? glyphs.cutDown : glyphs.cutAcross)[isArrow ? 0 : rest % 2] ?? ' ';
  canvas.set(x, y, shape === 'bend' ? glyph : broken, 'bad');
}

function markCell(
  glyphs: Glyphs,
  canvas: Canvas,
  { x, y }: Cell,
  { marks, isShort }: { readonly marks: readonly (LineMark | undefined)[]; readonly isShort: boolean },
): void {
  const glyph = canvas.at(x, y);
  const shape = shapeOf(glyphs, glyph);
  if (shape === 'other') return;
  const alive = marks.filter((mark) => mark?.use !== 'unused');
  if (alive.length === 0) {
    const hasPoints = isStraight(shape) || (isShort && shape !== 'bend');
    canvas.set(x, y, hasPoints ? glyphs.unused : glyph, 'dim');
    return;
  }
  const tone = alive.some((mark) => mark?.use === 'moved') ? 'accent' : 'plain';
  const isEncrypted = alive.every((mark) => mark?.encrypted ?? false);
  const double =
    isEncrypted && !shape.startsWith('arrow') ? glyphs.encrypted[glyphs.line.indexOf(glyph)] : undefined;
  canvas.set(x, y, double ?? glyph, tone);
}
