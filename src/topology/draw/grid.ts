import { Side } from './glyphs.ts';

interface Drawn {
  /** the wires that run through this cell, by direction */
  across: number | undefined;
  upright: number | undefined;
  sides: number;
}

/** Lines on their way to a canvas. It knows which wire runs where, so that no two ever melt into one. */
export class LineGrid {
  readonly #cells = new Map<string, Drawn>();
  #clash = false;

  /** Lets a wire leave a cell by these sides. */
  mark(wire: number, x: number, y: number, sides: number): void {
    const key = `${x} ${y}`;
    const cell = this.#cells.get(key) ?? { across: undefined, upright: undefined, sides: 0 };
    if (sides & (Side.east | Side.west)) {
      if (cell.across !== undefined && cell.across !== wire) this.#clash = true;
      cell.across = wire;
    }
    if (sides & (Side.north | Side.south)) {
      if (cell.upright !== undefined && cell.upright !== wire) this.#clash = true;
      cell.upright = wire;
    }
    cell.sides |= sides;
    this.#cells.set(key, cell);
  }

  /** A straight line of a wire from cell to cell, both included. */
  line(wire: number, x1: number, y1: number, x2: number, y2: number): void {
    for (let x = Math.min(x1, x2); x < Math.max(x1, x2); x++) {
      this.mark(wire, x, y1, Side.east);
      this.mark(wire, x + 1, y1, Side.west);
    }
    for (let y = Math.min(y1, y2); y < Math.max(y1, y2); y++) {
      this.mark(wire, x1, y, Side.south);
      this.mark(wire, x1, y + 1, Side.north);
    }
  }

  has(x: number, y: number): boolean {
    return this.#cells.has(`${x} ${y}`);
  }

  /**
   * All cells with the sides by which they are left; where two wires cross, the upright one is seen.
   * Undefined when two wires run into each other.
   */
  cells(): { x: number; y: number; sides: number }[] | undefined {
    if (this.#clash) return undefined;
    const cells: { x: number; y: number; sides: number }[] = [];
    for (const [key, cell] of this.#cells) {
      const [x = 0, y = 0] = key.split(' ').map(Number);
      const crossing =
        cell.across !== undefined && cell.upright !== undefined && cell.across !== cell.upright;
      if (crossing && cell.sides !== 15) return undefined;
      cells.push({ x, y, sides: crossing ? Side.north + Side.south : cell.sides });
    }
    return cells;
  }
}
