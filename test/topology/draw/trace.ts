import stringWidth from 'string-width';
import type { Drawing } from '../../../src/topology/draw/drawing.ts';
import type { Id } from '../../../src/topology/types.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const north = 1;
const east = 2;
const south = 4;
const west = 8;
const sidesOf = new Map([...' ??└?│┌├?┘─┴┐┤┬┼'].map((glyph, sides) => [glyph, sides]));

/** A drawing as its cells; a wide character's second cell is empty. */
function cellsOf(drawing: Drawing): string[][] {
  return drawing.rows.map((row) => {
    const text = row.map((span) => span.text).join('');
    return [...graphemes.segment(text)].flatMap(({ segment }) =>
      stringWidth(segment) === 2 ? [segment, ''] : [segment],
    );
  });
}

/**
 * Reads who sends to whom from the drawn lines alone, as a reader's finger would: from every line that leaves
 * a box, along all its branches, to the arrowheads. Only lines at the sides of boxes.
 */
export function sidesTraced(drawing: Drawing): string[] {
  const cells = cellsOf(drawing);
  const at = (x: number, y: number) => cells[y]?.[x] ?? ' ';
  const isBorder = (x: number, y: number) => {
    let end = 0;
    const own = drawing.rows[y]?.find((span) => {
      end += stringWidth(span.text);
      return end > x;
    });
    return own?.tone === 'dim';
  };
  const componentAt = (x: number, y: number): Id | undefined => {
    let left = x;
    while (left > 0 && at(left, y) !== '│' && at(left, y) !== '┤') left--;
    let best: { id: Id; row: number } | undefined;
    for (const [id, place] of drawing.places) {
      const inBox = place.column === left + 2 && place.row <= y;
      if (inBox && (best === undefined || place.row > best.row)) best = { id, row: place.row };
    }
    return best?.id;
  };
  const found = new Set<string>();
  cells.forEach((row, y) => {
    row.forEach((glyph, x) => {
      if (glyph === '├' && isBorder(x, y)) {
        const from = componentAt(x - 1, y);
        if (from === undefined) return;
        for (const end of follow(at, x + 1, y)) {
          const to = end.back ? componentAt(end.x - 2, end.y) : componentAt(end.x + 1, end.y);
          found.add(`${from} -> ${to}`);
        }
      }
    });
  });
  return [...found].sort();
}

/** The arrowheads that a line leads to. */
function follow(at: (x: number, y: number) => string, x: number, y: number) {
  const ends: { x: number; y: number; back: boolean }[] = [];
  const seen = new Set<string>();
  const open = [{ x, y, from: west }];
  for (let step = open.pop(); step; step = open.pop()) {
    const key = `${step.x} ${step.y} ${step.from}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const glyph = at(step.x, step.y);
    if (glyph === '▶' || glyph === '◀') ends.push({ x: step.x, y: step.y, back: glyph === '◀' });
    // Back at the border of another box that the line leaves.
    if (glyph === '├' && step.from === east) continue;
    const sides = sidesOf.get(glyph) ?? 0;
    // An upright line in the way of a level one is passed under.
    const crossing = glyph === '│' && (step.from & (east | west)) !== 0;
    const out = crossing ? opposite(step.from) : sides & ~step.from;
    if (out & north) open.push({ x: step.x, y: step.y - 1, from: south });
    if (out & south) open.push({ x: step.x, y: step.y + 1, from: north });
    if (out & east) open.push({ x: step.x + 1, y: step.y, from: west });
    if (out & west) open.push({ x: step.x - 1, y: step.y, from: east });
  }
  return ends;
}

function opposite(side: number): number {
  return side < 4 ? side * 4 : side / 4;
}
