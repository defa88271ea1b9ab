import { cells, clean, longestThatFits, shorten } from '../../text/cells.ts';
import type { Row, Tone } from '../../text/row.ts';
import type { Id } from '../types.ts';
import { writeOnBorder } from './borders.ts';
import type { Canvas } from './canvas.ts';
import type { Drawing, Overlay } from './drawing.ts';
import { paintHostMarks } from './host-marks.ts';
import { drawLines } from './lines.ts';
import { type HostText, type Model, nameColumn } from './model.ts';
import type { Block, PlacedNode } from './nodes.ts';
import { notesOf } from './notes.ts';
import type { Still } from './still.ts';
import { drawTies } from './ties.ts';
import { waysOf } from './ways.ts';

/** A component's line as it is written into its box. */
interface Pane {
  readonly canvas: Canvas;
  readonly model: Model;
  readonly overlay: Overlay | undefined;
  /** first cell and width between the blanks inside the borders */
  readonly x: number;
  readonly width: number;
  /** where the second column begins, counted from x */
  readonly column: number;
}

/** Lays the texts of the moment over a still drawing. `notes` rows may be added below. */
export function paintFrame(model: Model, still: Still, overlay: Overlay | undefined, notes: number): Drawing {
  const canvas = still.canvas.copy();
  const places = new Map<Id, { row: number; column: number }>();
  const { marks } = overlay ?? {};
  const shared = overlay ? drawLines(model, still, canvas, overlay.cut, marks?.lines ?? new Map()) : [];
  for (const [vip, holders] of marks?.holders ?? []) {
    const ties = still.ties.filter((tie) => tie.vip === vip);
    drawTies(canvas, still.boxes, model.glyphs, ties, holders);
  }
  for (const placed of still.layout.nodes) {
    const host = model.hosts.get(placed.node.place.id);
    const x = placed.x + still.margin;
    if (placed.node.place.kind === 'users' && overlay) {
      paintUsers(canvas, model, overlay, x, placed.y, !still.layout.pen.columns);
    }
    if (!host || placed.node.place.kind !== 'host') continue;
    if (marks) paintHostMarks(model, canvas, marks, placed, still);
    paintHost(model, canvas, overlay, host, placed, x);
    places.set(host.id, { row: placed.y, column: x + 3 });
    const column = nameColumn(host);
    const pane = { canvas, model, overlay, x: x + 2, width: placed.node.width - 4, column };
    for (const block of placed.node.blocks) {
      paintBlock(pane, block, placed.y + block.top, still.layout.spec.under);
      if (!places.has(block.part.id)) places.set(block.part.id, { row: placed.y + block.top, column: x + 2 });
    }
  }
  paintDots(model, still, canvas, overlay);
  const below: Row[] = overlay ? notesOf(model, still, overlay, shared, canvas.width, notes) : [];
  return { rows: [...canvas.rows(), ...below], places };
}

/** Over lines and where nothing is, never over words. */
function paintDots(model: Model, still: Still, canvas: Canvas, overlay: Overlay | undefined): void {
  if (overlay?.dots === undefined) return;
  const { glyphs } = model;
  const { left, right, up, down, unused } = glyphs;
  const under = new Set([...glyphs.line, ...glyphs.encrypted, ...glyphs.cutAcross, ...glyphs.cutDown]);
  for (const sign of [left, right, up, down, unused, ' ']) under.add(sign);
  const free = canvas.copy();
  for (const { x, y, glyph, tone } of overlay.dots(waysOf(model, still))) {
    if (under.has(free.at(x, y))) canvas.set(x, y, glyph, tone);
  }
}

/** What stands at the right of a host's upper border, else of its lower one, where there is room. */
function paintHost(
  model: Model,
  canvas: Canvas,
  overlay: Overlay | undefined,
  host: HostText,
  { node, y }: PlacedNode,
  x: number,
): void {
  if (overlay?.chosen === host.id) {
    canvas.set(x + 2, y, model.glyphs.pointer, 'accent');
    canvas.write(x + 3, y, host.name, 'accent');
  }
  const own = overlay?.hosts.get(host.id);
  if (!own) return;
  const box = { x, y, width: node.width, height: node.height };
  for (const variant of [own.text, own.short ?? '']) {
    const text = clean(variant, model.ascii);
    if (text === '' || writeOnBorder(canvas, model.glyphs, box, text, own.tone)) return;
  }
}

/** What stands with the users: below their word, or beside it where tiers are stacked. */
function paintUsers(
  canvas: Canvas,
  model: Model,
  overlay: Overlay,
  x: number,
  y: number,
  beside: boolean,
): void {
  const text = clean(overlay.users, model.ascii);
  const [column, row] = beside ? [x + 7, y] : [x, y + 1];
  let room = 0;
  while (room < cells(text) && canvas.at(column + room, row) === ' ') room++;
  canvas.write(column, row, shorten(text, room, model.glyphs.more), 'dim');
}

function paintBlock(pane: Pane, block: Block, y: number, under: boolean): void {
  const { canvas, model, overlay, x } = pane;
  const { part } = block;
  const chosen = overlay?.chosen === part.id;
  if (chosen) canvas.set(x - 1, y, model.glyphs.pointer, 'accent');
  canvas.write(x, y, part.name, chosen ? 'accent' : 'plain');
  if (overlay) paintState(pane, block, y);
  else paintWhat(pane, block, y);
  const lines = under ? (overlay?.under.get(part.id) ?? []) : [];
  lines.slice(0, part.under).forEach((line, index) => {
    paintUnder(pane, line, y + block.lines + index);
  });
}

function paintWhat({ canvas, model, x, width, column }: Pane, { part, lines }: Block, y: number): void {
  const [start, row] = lines === 2 ? [0, y + 1] : [column, y];
  canvas.write(x + start, row, longestThatFits(part.what, width - start, model.glyphs.more), 'dim');
}

/** State and figure: on the name's line, or on the next; then the state goes up if there is no room for both. */
function paintState(
  { canvas, model, overlay, x, width, column }: Pane,
  { part, lines }: Block,
  y: number,
): void {
  const own = overlay?.components.get(part.id);
  if (!own) return;
  const state = clean(own.state, model.ascii);
  const right = clean(own.right, model.ascii);
  const { more } = model.glyphs;
  const writeRight = (room: number, row: number) => {
    if (room < 2) return;
    const text = figureIn(right, room, more);
    canvas.write(x + width - cells(text), row, text, 'plain');
  };
  if (lines === 1) {
    const shown = shorten(state, stateRoom(state, right, width - column), more);
    canvas.write(x + column, y, shown, own.tone);
    writeRight(width - column - cells(shown) - 1, y);
    return;
  }
  const both = cells(state) + 1 + cells(right) <= width;
  const up = !both && cells(part.name) + 1 + cells(state) <= width;
  if (up) canvas.write(x + cells(part.name) + 1, y, state, own.tone);
  const shown = shorten(state, stateRoom(state, right, width), more);
  if (!up) canvas.write(x, y + 1, shown, own.tone);
  writeRight(up ? width : width - cells(shown) - 1, y + 1);
}

/** What a state may take of a row: a number that would be cut behind it comes first. */
function stateRoom(state: string, right: string, width: number): number {
  const number = cells(numberIn(right));
  const left = width - cells(state) - 1;
  return left >= 2 && left < number ? width - number - 1 : width;
}

/** `512` of `512 wait`; nothing where no number begins it. */
function numberIn(right: string): string {
  return /^\d\S*/.exec(right)?.[0] ?? '';
}

/** A figure in so many cells: its last words go before its number is cut, and a name is told whole or not at all. */
function figureIn(right: string, room: number, more: string): string {
  const number = numberIn(right);
  const isName = number === '' && !right.includes(' ');
  if (isName) return cells(right) <= room ? right : '';
  if (number === '' || cells(number) > room) return shorten(right, room, more);
  let text = right;
  while (cells(text) > room) text = text.slice(0, text.lastIndexOf(' '));
  return text;
}

function paintUnder(
  { canvas, model, x, width, column }: Pane,
  line: { readonly label: string; readonly state: string; readonly tone: Tone },
  y: number,
): void {
  const label = clean(line.label, model.ascii);
  const state = clean(line.state, model.ascii);
  const length = cells(label) + 2 + cells(state);
  const start = column + length <= width ? column : Math.max(0, Math.min(1, width - length));
  const shown = shorten(label, width - start, model.glyphs.more);
  canvas.write(x + start, y, shown, 'dim');
  const at = start + cells(shown) + (start + length <= width ? 2 : 1);
  if (at < width) canvas.write(x + at, y, shorten(state, width - at, model.glyphs.more), line.tone);
}
