import { cells, longestThatFits } from '../../text/cells.ts';
import type { Tone } from '../../text/row.ts';
import type { Canvas } from './canvas.ts';
import { type Glyphs, Side } from './glyphs.ts';
import type { Cell } from './pen.ts';

/**
 * The text on a box's lower border and where it begins: `└─ firewall ──┘`, or `└ fw+collector ┘` where there
 * is no room for more of the line.
 */
export function borderText(
  variants: readonly string[],
  width: number,
  flow: 'columns' | 'stacked',
): { readonly text: string; readonly offset: number } | undefined {
  if (variants.length === 0) return undefined;
  // Where tiers are stacked, the lines to the next tier leave beside the text.
  const text = longestThatFits(variants, flow === 'stacked' ? width - 9 : width - 4, '');
  return { text, offset: cells(text) <= width - 6 ? 3 : 2 };
}

/**
 * Where a line meets a box by some sides of its cell, the border gets a branch; or with `joined` false it gets back its
 * straight line. Text on a border stays whole.
 */
export function joinBorders(
  canvas: Canvas,
  boxes: Canvas,
  glyphs: Glyphs,
  { x, y }: Cell,
  sides: number,
  joined: boolean,
): void {
  const { north, east, south, west } = Side;
  const neighbours = [
    { side: north, x, y: y - 1, border: east + west, branch: south },
    { side: south, x, y: y + 1, border: east + west, branch: north },
    { side: west, x: x - 1, y, border: north + south, branch: east },
    { side: east, x: x + 1, y, border: north + south, branch: west },
  ];
  for (const { side, x, y, border, branch } of neighbours) {
    if ((sides & side) === 0 || boxes.at(x, y) !== glyphs.line[border]) continue;
    canvas.set(x, y, glyphs.line[joined ? border + branch : border] ?? '', 'dim');
  }
}

/** A box on the canvas. */
interface Box extends Cell {
  readonly width: number;
  readonly height: number;
}

/** Writes at the right of a box's upper border, else of its lower one; whether there was room. */
export function writeOnBorder(
  canvas: Canvas,
  { line }: Glyphs,
  { x, y, width, height }: Box,
  text: string,
  tone: Tone,
): boolean {
  const length = cells(text) + 2;
  for (const row of [y, y + height - 1]) {
    for (let start = x + width - 3 - length; start > x + 1; start--) {
      let free = 0;
      while (free < length && canvas.at(start + free, row) === line[Side.east + Side.west]) free++;
      if (free < length) continue;
      canvas.write(start, row, ` ${text} `, tone);
      return true;
    }
  }
  return false;
}
