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
  readonly wrong: string;
  /** what hostile traffic comes in by */
  readonly flood: string;
  /** of a line that nothing is sent along */
  readonly unused: string;
  /** by the sides that a line leaves a cell on, see `Side` */
  readonly line: readonly string[];
  /** the same for a line that carries what no reader understands */
  readonly encrypted: readonly string[];
}

/** The sides of a cell, added up. */
export const Side = { north: 1, east: 2, south: 4, west: 8 } as const;

const boxLines = [' ', '│', '─', '└', '│', '│', '┌', '├', '─', '┘', '─', '┴', '┐', '┤', '┬', '┼'];
const doubleLines = [' ', '║', '═', '╚', '║', '║', '╔', '╠', '═', '╝', '═', '╩', '╗', '╣', '╦', '╬'];

function inAscii(lines: readonly string[], across: string, upright: string): string[] {
  const signs: Readonly<Record<string, string>> = { '│': upright, '║': upright, '─': across, '═': across };
  return lines.map((glyph) => signs[glyph] ?? (glyph === ' ' ? ' ' : '+'));
}

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
  wrong: '✗',
  flood: '»',
  unused: '·',
  line: boxLines,
  encrypted: doubleLines,
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
  wrong: 'x',
  flood: '*',
  unused: '.',
  line: inAscii(boxLines, '-', '|'),
  encrypted: inAscii(doubleLines, '=', '"'),
};
