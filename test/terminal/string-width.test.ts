import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';

type Width = (text: string) => number;
const standIn: Width = (await import(resolve(import.meta.dirname, '../../build/stand-ins/string-width.mjs')))
  .default;

it('measures what the library measures', () => {
  const glyphs = fc.constantFrom(...'aZ ~·↑↓▶▸▰▱▁▄▇█─│┌┼╌◐✓✗▲▼◀…漢é️́\u001b[31m👩‍💻'.split(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: glyphs }), fc.string({ unit: 'grapheme' })), (text) => {
      expect(standIn(text)).toBe(stringWidth(text));
    }),
    { numRuns: 2000 },
  );
});

it('measures every single character that it answers for itself', () => {
  for (let unit = 0x20; unit < 0x3000; unit++) {
    const text = String.fromCharCode(unit);
    expect([unit, standIn(text)]).toEqual([unit, stringWidth(text)]);
  }
});

it('is what the bundle uses', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../../build/build.mjs'), 'utf8')).toContain(
    "'string-width': standIn('string-width.mjs')",
  );
});
