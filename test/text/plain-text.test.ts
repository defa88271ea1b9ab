import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hiddenCharacters, plain, plainLine } from '../../src/text/plain-text.ts';

it('leaves text that is only text', () => {
  expect(plain('Größe 漢字 ✓\nsecond line')).toBe('Größe 漢字 ✓\nsecond line');
});

it('takes out escape sequences of either kind, and what turns the direction of writing', () => {
  expect(plain('a\x1b]52;c;aGk=\x07b')).toBe('a]52;c;aGk=b');
  expect(plain('a\x9b31mb\u202ec\u2066d\0')).toBe('a31mbcd');
});

it('makes every line end one and tabs spaces', () => {
  expect(plain('a\r\nb\rc\td')).toBe('a\nb\nc    d');
  expect(plainLine('a\r\nb')).toBe('a b');
});

it('leaves no control character, whatever the text', () => {
  const anything = fc.string({
    unit: fc.integer({ min: 0, max: 0x2070 }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(anything, (text) => {
      expect(plain(text)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      expect(plain(plain(text))).toBe(plain(text));
    }),
  );
});

it.each([
  ['a tag', 'a\u{E0041}b'],
  ['a zero width space', 'a\u200Bb'],
  ['a left-to-right mark', 'a\u200Eb'],
  ['a word joiner', 'a\u2060b'],
  ['an invisible plus', 'a\u2064b'],
  ['an isolate', 'a\u2066b'],
  ['a byte order mark', 'a\uFEFFb'],
  ['a soft hyphen', 'a\u00ADb'],
  ['a Hangul filler', 'a\u3164b'],
  ['an interlinear anchor', 'a\uFFF9b'],
  ['a Mongolian vowel separator', 'a\u180Eb'],
  ['a joiner between letters', 'a\u200Db'],
  ['half a character', 'a\uD800b'],
])('takes out what nobody sees: %s', (_what, text) => {
  expect(plain(text)).toBe('ab');
});

it.each([
  ['an emoji of two', '👩‍💻'],
  ['one with a skin tone', '👩🏽‍🚀'],
  ['a flag of two emoji', '🏳️‍🌈'],
  ['a Persian word', 'می‌خواهم'],
  ['a Devanagari half letter', 'क्‍'],
  ['an Arabic sign', '\u0600١'],
])('keeps joiners that are seen: %s', (_what, text) => {
  expect(plain(text)).toBe(text);
  expect(hiddenCharacters(text)).toEqual([]);
});

it('says where hidden characters stand', () => {
  expect(hiddenCharacters('a\u200Bb\u{E0041}')).toEqual([
    { character: '\u200B', at: 1 },
    { character: '\u{E0041}', at: 3 },
  ]);
});

it('leaves the look of emoji and keys, and takes out looks that nothing has', () => {
  expect(plain('❤️ 1️⃣')).toBe('❤️ 1️⃣');
  expect(plain('a\uFE0Fb\uFE01c\u{E0100}d')).toBe('abcd');
});
