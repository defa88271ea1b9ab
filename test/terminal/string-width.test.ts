import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';

type Width = (text: string) => number;
const source = resolve(import.meta.dirname, '../../build/stand-ins/string-width.mjs');
// bundled as in the package: the library behind it is only made when it is needed
const bundled = await build({
  entryPoints: [source],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(bundled.outputFiles[0]?.contents ?? []).toString('base64');
const standIn: Width = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)).default;

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

it('gives colours no width', () => {
  const colour = fc.constantFrom(
    '\u001b[31m',
    '\u001b[0m',
    '\u001b[1;32m',
    '\u001b[39m',
    '\u001b[',
    '\u001b[2K',
    '\u001b',
  );
  const piece = fc.oneof(colour, fc.constantFrom('a', ' ', '7', 'm', ';', '▶', '─', '漢'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(standIn(pieces.join(''))).toBe(stringWidth(pieces.join('')));
    }),
    { numRuns: 2000 },
  );
});

it('is what the bundle uses', () => {
  const build = readFileSync(resolve(import.meta.dirname, '../../build/build.mjs'), 'utf8');
  expect(build).toContain("standIn('string-width.mjs')");
});
