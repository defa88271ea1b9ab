import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine } from '../../src/terminal/fit-line.ts';
import { cells, takeCells } from '../../src/text/cells.ts';

/** What terminals take for one, two, three or four columns. */
const DISPUTED = ['👩‍💻', '🇫🇷', '👍🏽', '⚠️', '1️⃣', 'é̩', 'ก้ำ', 'क्षि', '가', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧‍👦'];
const PARTS = [
  'a',
  ' ',
  'é',
  '漢',
  '👩',
  '\u0301',
  '\u200d',
  '\ufe0f',
  '🇫',
  '🏽',
  '│',
  '\x1b[31m',
  '\x1b[39m',
];
const line = fc
  .array(fc.constantFrom(...DISPUTED, ...PARTS, ...PARTS), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** Columns of a terminal that has them in plenty after this was written; '6' and '11' are its tables of widths. */
async function shown(text: string, version: '6' | '11'): Promise<(column: number) => string> {
  const terminal = new xterm.Terminal({ cols: 200, rows: 3, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = version;
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  const row = terminal.buffer.active.getLine(0);
  return (column) => row?.getCell(column)?.getChars() ?? '';
}

describe.each(['6', '11'] as const)('in a terminal with the widths of Unicode %s', (version) => {
  it('nothing is written past the last column', async () => {
    await fc.assert(
      fc.asyncProperty(line, fc.integer({ min: 1, max: 40 }), async (text, columns) => {
        const at = await shown(fitLine(text, 1, columns), version);
        for (let column = columns; column < 200; column++) expect(at(column)).toBe('');
      }),
      { numRuns: 200 },
    );
  });

  it('what follows stands in its column', async () => {
    for (const character of DISPUTED) {
      const at = await shown(fitLine(`ab${character}│x`, 1, 40), version);
      expect(at(2 + cells(character))).toBe('│');
      expect(at(3 + cells(character))).toBe('x');
    }
  });
});

it('leaves a line alone that nobody disputes', () => {
  for (const text of [
    'plain',
    '\x1b[36m┌─ server-1 ─┐\x1b[39m ▸ ✓ …',
    'Größe, Ελλάδα, Привет',
    '漢字かな한글',
  ]) {
    expect(fitLine(text, 1, 40)).toBe(text);
  }
});

it('cuts between characters, a wide one with the column before it', () => {
  expect(fitLine('漢漢漢', 1, 5)).toBe('漢漢');
  expect(fitLine('\x1b[31mabcdef\x1b[39m', 1, 3)).toBe('\x1b[31mabc');
});

it('cuts as the screens do', () => {
  fc.assert(
    fc.property(line, fc.nat(40), (text, columns) => {
      const plain = text.replace(/\x1b\[\d+m/g, '');
      expect(cells(takeCells(plain, columns))).toBeLessThanOrEqual(columns);
    }),
  );
});
