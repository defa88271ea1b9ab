import { Side } from './glyphs.ts';
import { LineGrid } from './grid.ts';
import type { Relation } from './relations.ts';

export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** Cells of the lines that these relations use. */
export interface Branch {
  readonly relations: readonly Relation[];
  readonly cells: readonly Cell[];
}

export interface Arrow extends Cell {
  /** the side that it points to */
  readonly side: number;
}

/** A word beside a line or in it, from its first cell. */
export interface Label extends Cell {
  readonly relations: readonly Relation[];
  readonly text: string;
}

/**
 * Draws lines for both flows: `along` runs from tier to tier, `across` within a tier. In columns that is
 * x and y, where tiers are stacked it is y and x.
 */
export class Pen {
  readonly lines = new LineGrid();
  readonly arrows: Arrow[] = [];
  readonly branches: Branch[] = [];
  /** the first cell of the line of each relation, and its arrowhead */
  readonly starts: Branch[] = [];
  readonly heads: Branch[] = [];
  readonly texts: Label[] = [];
  readonly columns: boolean;

  constructor(flow: 'columns' | 'stacked') {
    this.columns = flow === 'columns';
  }

  cell(along: number, across: number): Cell {
    return this.columns ? { x: along, y: across } : { x: across, y: along };
  }

  /** The side of a cell on which the next, or the previous, cell lies. */
  side(way: 'on' | 'back' | 'next' | 'previous'): number {
    const { north, east, south, west } = Side;
    const sides = { on: [east, south], back: [west, north], next: [south, east], previous: [north, west] };
    return sides[way][this.columns ? 0 : 1] ?? 0;
  }

  /** A line from tier to tier, which only these relations use; its ends are open on both sides. */
  along(wire: number, relations: readonly Relation[], from: number, to: number, across: number): void {
    const cells: Cell[] = [];
    for (let at = from; at <= to; at++) {
      const cell = this.cell(at, across);
      this.lines.mark(wire, cell.x, cell.y, this.side('on') + this.side('back'));
      cells.push(cell);
    }
    if (cells.length > 0) this.branches.push({ relations, cells });
  }

  /** A line within a tier's channel, closed at both ends. */
  across(wire: number, relations: readonly Relation[], along: number, from: number, to: number): void {
    const cells: Cell[] = [];
    for (let at = from; at <= to; at++) {
      const cell = this.cell(along, at);
      if (at > from) this.lines.mark(wire, cell.x, cell.y, this.side('previous'));
      if (at < to) this.lines.mark(wire, cell.x, cell.y, this.side('next'));
      cells.push(cell);
    }
    this.branches.push({ relations, cells });
  }

  /** Says where the lines of these relations begin. */
  begin(relations: readonly Relation[], along: number, across: number): void {
    this.starts.push({ relations, cells: [this.cell(along, across)] });
  }

  /** Opens a cell of a line to one side. */
  open(wire: number, along: number, across: number, way: 'on' | 'back'): void {
    const { x, y } = this.cell(along, across);
    this.lines.mark(wire, x, y, this.side(way));
  }

  arrow(
    relations: readonly Relation[],
    along: number,
    across: number,
    way: 'on' | 'back' | 'next' | 'previous',
  ): void {
    const cell = this.cell(along, across);
    this.arrows.push({ ...cell, side: this.side(way) });
    this.branches.push({ relations, cells: [cell] });
    this.heads.push({ relations, cells: [cell] });
  }

  /** A line up and down in its own place, open at both ends. */
  upright(wire: number, relations: readonly Relation[], x: number, from: number, to: number): void {
    const cells: Cell[] = [];
    for (let y = from; y <= to; y++) {
      this.lines.mark(wire, x, y, Side.north + Side.south);
      cells.push({ x, y });
    }
    if (cells.length > 0) this.branches.push({ relations, cells });
  }

  /** The same, from left to right. */
  flat(wire: number, relations: readonly Relation[], y: number, from: number, to: number): void {
    const cells: Cell[] = [];
    for (let x = from; x <= to; x++) {
      this.lines.mark(wire, x, y, Side.east + Side.west);
      cells.push({ x, y });
    }
    if (cells.length > 0) this.branches.push({ relations, cells });
  }

  /** What the line of these relations carries, written beside it, or in a gap of it (`inside`). */
  write(relations: readonly Relation[], x: number, y: number, text: string, inside: boolean): void {
    this.texts.push({ relations, x, y, text });
    const cells = Array.from({ length: text.length + 2 }, (_, index) => ({ x: x - 1 + index, y }));
    if (inside) this.branches.push({ relations, cells });
  }
}
