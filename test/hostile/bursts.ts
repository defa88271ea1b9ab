/** What hands, cats and broken lines do to a keyboard. */
import type { Chance } from './chance.ts';
import { modifiedKeys, terminalReports } from './sequences.ts';

const MOVES = [
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\x1b[5~',
  '\x1b[6~',
  '\x1b[H',
  '\x1b[F',
  '\r',
  '\t',
  ' ',
] as const;
const IN_MENU = ['\x1b[A', '\x1b[B', 'j', 'k', '\r', '4'] as const;
/** What opens menus on one screen or another. */
const OPENERS = ['b', 'x', 't'] as const;
const LETTERS = [...'abcdefghijklmnoprstuvwxyz0123456789/?:+-=,.<>ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as [
  string,
  ...string[],
];
const ODD = [
  'é',
  'e\u0301',
  '漢',
  '👩‍💻',
  '🇫🇷',
  '\u200d',
  '\u0301\u0301',
  'ﷺ',
  '⚠️',
  '\u202e',
  'ก้ำ',
  '\ufeff',
] as const;
const SEQUENCES = [...modifiedKeys, ...terminalReports] as unknown as [string, ...string[]];

/** What one hand does to a keyboard between two looks at the screen; `inMenu`, mostly what works in a menu. */
export function burst(chance: Chance, inMenu = false): Buffer {
  if (inMenu && chance.happens(0.8)) return Buffer.from(chance.one(IN_MENU).repeat(chance.between(1, 4)));
  const count = chance.happens(0.1) ? chance.between(4, 12) : chance.between(1, 3);
  return Buffer.concat(Array.from({ length: count }, () => Buffer.from(stroke(chance), 'utf8')));
}

function stroke(chance: Chance): string {
  const kind = chance.next();
  if (kind < 0.4) return chance.one(MOVES);
  if (kind < 0.5) return chance.one(OPENERS);
  if (kind < 0.75) return chance.one(LETTERS);
  if (kind < 0.8) return '\x1b';
  if (kind < 0.88) return chance.one(SEQUENCES);
  if (kind < 0.93) return chance.one(ODD);
  if (kind < 0.95) return `\x1b[200~${chance.one(ODD)}q\r\x03${chance.one(LETTERS)}\x1b[201~`;
  if (kind < 0.98) return chance.one(['\x7f', '\x08', '\x0b', '\x00', '\x1c']);
  return 'q';
}

/** From far too small to as large as windows get, which is rare since it takes long to draw. */
export function windowSize(chance: Chance): [columns: number, rows: number] {
  if (chance.happens(0.02)) return [chance.between(200, 400), chance.between(60, 120)];
  if (chance.happens(0.2)) return [chance.between(20, 40), chance.between(5, 12)];
  return [chance.between(40, 130), chance.between(12, 45)];
}
