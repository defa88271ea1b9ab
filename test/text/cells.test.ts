import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { cells, characters, takeCells } from '../../src/text/cells.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

it('cuts a long text into the same characters as a short one', () => {
  const unit = fc.constantFrom('a', 'é', 'e\u0301', '👩‍💻', '🇫🇷', '漢', 'क्‍', ' ', '🏳️‍🌈');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 400 }), (units) => {
      const text = units.join('');
      expect(characters(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
    }),
    { numRuns: 50 },
  );
});

it('loses nothing of a character without end', () => {
  const endless = `a${'\u0301'.repeat(5_000)}`;
  expect(characters(endless).join('')).toBe(endless);
});

it('measures a text as string-width does, and takes as much as fits', () => {
  const unit = fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '👩‍💻',
    '🇫🇷',
    '漢',
    'क्‍',
    ' ',
    '✓',
    '│',
    'が',
    '한',
    '⌚',
    '½',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), fc.nat(40), (units, width) => {
      const text = units.join('');
      expect(cells(text)).toBe(stringWidth(text));
      const taken = takeCells(text, width);
      expect(text.startsWith(taken)).toBe(true);
      expect(cells(taken)).toBeLessThanOrEqual(width);
      const [next = ''] = characters(text.slice(taken.length));
      if (next !== '') expect(cells(taken) + cells(next)).toBeGreaterThan(width);
    }),
  );
});
