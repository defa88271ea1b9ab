import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ASCII, UNICODE } from '../../src/terminal/glyphs.ts';
import { toAscii } from '../../src/text/ascii.ts';

it('writes quotes, dashes, arrows, boxes and letters with accents over', () => {
  expect(toAscii('“It’s” – so … → é ß ≥ 3')).toBe('"It\'s" - so ... > e ss >= 3');
  expect(toAscii('┌─┐│└┘├╌')).toBe('+-+|+++-');
});

it('has nothing above ~, whatever the text, and keeps what was ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toAscii(text.replace(/[\0-\x09\x0b-\x1f\x7f]/g, ''))).toMatch(/^[\n -~]*$/);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => toAscii(text) === text));
});

it('has an ASCII form of every glyph', () => {
  const names = (glyphs: object): string[] =>
    Object.entries(glyphs).flatMap(([name, glyph]) => (typeof glyph === 'string' ? [name] : names(glyph)));
  const signs = (glyphs: object): string[] =>
    Object.values(glyphs).flatMap((glyph) => (typeof glyph === 'string' ? [glyph] : signs(glyph)));
  expect(names(ASCII)).toEqual(names(UNICODE));
  for (const glyph of signs(ASCII)) expect(glyph).toMatch(/^[ -~]+$/);
});
