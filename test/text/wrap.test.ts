import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells } from '../../src/text/cells.ts';
import type { Row } from '../../src/text/row.ts';
import { span } from '../../src/text/row.ts';
import { rowText, rowWidth } from '../../src/text/row-layout.ts';
import { wrapRow } from '../../src/text/wrap.ts';

function lines(text: string, width: number, longWords?: 'broken' | 'whole'): string[] {
  return wrapRow([span(text)], width, longWords).map(rowText);
}

describe('spans as rows', () => {
  it('break at spaces, which are gone there and stay elsewhere', () => {
    expect(lines('one two  three', 8)).toEqual(['one two', 'three']);
    expect(lines('one  two three', 8)).toEqual(['one  two', 'three']);
    expect(lines('  one ', 8)).toEqual(['one']);
  });

  it('break where the author did', () => {
    expect(lines('one\n\ntwo ', 8)).toEqual(['one', '', 'two']);
  });

  it('keep a word together that goes over several spans', () => {
    const row: Row = [span('a bo', 'plain'), span('ld', 'strong'), span('ly '), span('written', 'accent')];
    expect(wrapRow(row, 7)).toEqual([
      [span('a')],
      [span('bo'), span('ld', 'strong'), span('ly')],
      [span('written', 'accent')],
    ]);
  });

  it('break a word that is wider than a row, or leave it whole', () => {
    expect(lines('a bcdefghij', 4)).toEqual(['a bc', 'defg', 'hij']);
    expect(lines('a bcdefgh', 4)).toEqual(['a', 'bcde', 'fgh']);
    expect(lines('a bcdefghij k', 4, 'whole')).toEqual(['a', 'bcdefghij', 'k']);
  });

  it('count the columns of wide characters, and never cut one in two', () => {
    expect(lines('漢字漢字', 5)).toEqual(['漢字', '漢字']);
    expect(lines('漢', 1)).toEqual(['漢']);
  });
});

it('loses nothing but spaces, and is never wider than asked for', () => {
  const piece = fc.oneof(
    fc.constantFrom(' ', '  ', '\n', 'word', '漢字', 'e\u0301', '👩‍🚀', '\u00a0'),
    fc.string({ maxLength: 12 }),
  );
  const spans = fc.array(fc.record({ text: piece, tone: fc.constantFrom('plain', 'strong', 'accent') }), {
    maxLength: 20,
  }) as fc.Arbitrary<Row>;
  fc.assert(
    fc.property(spans, fc.integer({ min: 2, max: 30 }), (row, width) => {
      const rows = wrapRow(row, width);
      for (const one of rows) expect(rowWidth(one)).toBeLessThanOrEqual(width);
      const bare = (text: string) => text.replace(/[ \n]/g, '');
      expect(bare(rows.map(rowText).join(''))).toBe(bare(rowText(row)));
      const tones = (of: readonly Row[]) =>
        of.flatMap((one) => one.flatMap(({ text, tone }) => [...bare(text)].map(() => tone)));
      expect(tones(rows)).toEqual(tones([row]));
    }),
  );
  expect(cells('👩‍🚀')).toBe(2);
});
