/** The characters that a drawing is made of. */
export interface Glyphs {
  readonly pointer: string;
  /** where a text was cut */
  readonly more: string;
  readonly separator: string;
  readonly to: string;
  readonly right: string;
  readonly left: string;
  readonly up: string;
  readonly down: string;
  readonly cutAcross: readonly [string, string];
  readonly cutDown: readonly [string, string];
  readonly cutBetween: string;
  /** by the sides that a line leaves a cell on, see `Side` */
  readonly line: readonly string[];
}

/** The sides of a cell, added up. */
export const Side = { north: 1, east: 2, south: 4, west: 8 } as const;

const boxLines = [' ', '│', '─', '└', '│', '│', '┌', '├', '─', '┘', '─', '┴', '┐', '┤', '┬', '┼'];
const asciiLines = boxLines.map((glyph) =>
  glyph === '│' ? '|' : glyph === '─' ? '-' : glyph === ' ' ? ' ' : '+',
);

export const boxes: Glyphs = {
  pointer: '▸',
  more: '…',
  separator: '·',
  to: '→',
  right: '▶',
  left: '◀',
  up: '▲',
  down: '▼',
  cutAcross: ['╌', '╌'],
  cutDown: ['╎', '╎'],
  cutBetween: '╌',
  line: boxLines,
};

export const ascii: Glyphs = {
  pointer: '>',
  more: '~',
  separator: '+',
  to: '->',
  right: '>',
  left: '<',
  up: '^',
  down: 'v',
  // A broken line: every second cell is empty, the last one too, so that one cell alone shows it.
  cutAcross: [' ', '-'],
  cutDown: [':', ':'],
  cutBetween: '- -',
  line: asciiLines,
};
