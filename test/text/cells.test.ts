import fc from 'fast-check';
import { expect, it } from 'vitest';
import { characters } from '../../src/text/cells.ts';

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
