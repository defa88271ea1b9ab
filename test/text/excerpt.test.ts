import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from '../../src/text/excerpt.ts';

test('what is short stays as it is, what is long is cut', () => {
  expect(excerpt('web-1')).toBe('web-1');
  expect(excerpt('x'.repeat(60))).toBe('x'.repeat(60));
  expect(excerpt('x'.repeat(61))).toBe(`${'x'.repeat(57)}...`);
  expect(excerpt('\u{1F600}'.repeat(61))).toBe(`${'\u{1F600}'.repeat(57)}...`);
});

test('whatever is quoted, it is one line, no longer than 60, and nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const quoted = excerpt(text);
      expect([...quoted].length).toBeLessThanOrEqual(60);
      expect(quoted).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
    }),
  );
  expect(excerpt(`${'\x1b'.repeat(1000)}[2J`)).toBe('...');
});
