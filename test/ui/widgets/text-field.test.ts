import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cells } from '../../../src/text/cells.ts';
import { endOf, withMore, withoutLast } from '../../../src/ui/widgets/text-field.ts';

const FAMILY = '👨‍👩‍👧';

it('takes text, not what could do anything to a terminal', () => {
  expect(withMore('', '  round \t robin\x1b[A\u202e')).toBe('round robin[A');
  expect(withMore('e', '\u0301')).toBe('é');
});

it('is as long as a few words, in columns', () => {
  expect(withMore('', 'a'.repeat(100))).toHaveLength(60);
  expect(cells(withMore('', FAMILY.repeat(100)))).toBe(60);
  expect(withMore('', '漢'.repeat(100))).toBe('漢'.repeat(30));
});

it('loses its last character whole', () => {
  expect(withoutLast(`a${FAMILY}`)).toBe('a');
  expect(withoutLast('ก้')).toBe('');
  expect(withoutLast('')).toBe('');
});

it('shows its end where there is no room for more', () => {
  expect(endOf('round robin', 11, '…')).toBe('round robin');
  expect(endOf('round robin', 6, '…')).toBe('…robin');
  expect(endOf('漢字漢字', 5, '…')).toBe('…漢字');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
      expect(cells(endOf(text, width, '…'))).toBeLessThanOrEqual(width);
    }),
  );
});
