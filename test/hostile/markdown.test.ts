/**
 * Texts that make a reader of markdown slow, up to the largest page that is read at all. Each is read, laid out and
 * coloured in a moment, or refused with a sentence.
 */
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/markdown/highlight.ts';
import { longestPage } from '../../src/markdown/limits.ts';
import { readMarkdown } from '../../src/markdown/read.ts';
import { markdownTextRows } from '../../src/terminal/markdown.ts';
import { plain } from '../../src/text/plain-text.ts';

const soak = process.env.SOAK !== undefined;
/** What took seconds and minutes takes less than this, in milliseconds, on the slowest machine. */
const MOMENT = 4_000;

const PIECES = [
  'a_a_a_',
  '*a ',
  '**a** ',
  '***a ',
  '_*',
  '~~a',
  '![',
  '[',
  '](',
  '[a](b',
  '<a',
  '<!--',
  '&#27;',
  '`',
  '``` ',
  'a@b.c ',
  'a@',
  'www.a.',
  'http://a ',
  '| a ',
  '> ',
  '- ',
  '1. ',
  '  ',
  '\\',
  'e\u0301',
  '\u0301',
  '👩\u200d',
  '\u200b',
  '#',
  '- [ ] ',
  '---\n',
  '- a\n',
  '- a\n\n  b\n',
  '> a\n',
  '|a|b|\n|-|-|\n',
  '[a]: b\n',
  'a\n',
  'a  \n',
  '```\n',
  '## a\n',
  '<details>',
  '</details>',
] as const;

const CODE = ['/*', '*/ /*', ' ', '"', "'", '#', ' #', '--', '$ ', 'a.', '. ', 'a: ', '- - ', '\t', '0.0.'];

const repeated = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Milliseconds that it takes. */
function time(action: () => void): number {
  const began = performance.now();
  action();
  return performance.now() - began;
}

function readAndLayOut(text: string): void {
  const { refused, faults } = readMarkdown(text, 1);
  for (const { line, sentence } of [...faults, ...(refused ? [refused] : [])]) {
    expect(line).toBeGreaterThan(0);
    expect(sentence).toMatch(/[.:].*\S/);
  }
  markdownTextRows(text, { width: 76, ascii: false });
}

const lengths = soak ? [1_000, 7_900, 30_000, longestPage - 100] : [7_900, longestPage - 100];

describe('markdown', () => {
  it.each(PIECES)('is read in a moment, or refused: %j again and again', (piece) => {
    for (const length of lengths) {
      expect([length, time(() => readAndLayOut(repeated(piece, length))) < MOMENT]).toEqual([length, true]);
      const lines = repeated(`${repeated(piece, 76)}\n`, length);
      expect([length, time(() => readAndLayOut(lines)) < MOMENT]).toEqual([length, true]);
      const paragraphs = repeated(`${repeated(piece, 76)}\n\n`, length);
      expect([length, time(() => readAndLayOut(paragraphs)) < MOMENT]).toEqual([length, true]);
    }
  });

  it('is not read beyond a thousand lines of a page, and says where that is', () => {
    expect(readMarkdown('## a\n\n'.repeat(3_000), 1).refused).toBeUndefined();
    const { refused } = readMarkdown(`## a\n${'- a\n\n'.repeat(1_000)}`, 1);
    expect(refused).toEqual({
      line: 1_001,
      sentence: expect.stringContaining('This page has more than 1000 lines'),
    });
  });

  it.runIf(soak)(
    'is read in a moment, or refused: any two of them by turns',
    () => {
      for (const one of PIECES) {
        for (const other of PIECES) {
          const text = repeated(one + other, 7_900);
          expect([one, other, time(() => readAndLayOut(text)) < MOMENT]).toEqual([one, other, true]);
        }
      }
    },
    3_600_000,
  );
});

describe('code', () => {
  it.each(CODE)('is coloured in a moment in every language: %j again and again', (piece) => {
    for (const language of ['sql', 'nginx', 'yaml', 'sh']) {
      const line = repeated(piece, longestPage);
      expect([language, time(() => highlight(line, language)) < MOMENT]).toEqual([language, true]);
      const lines = repeated(`${repeated(piece, 40)}\n`, longestPage);
      expect([language, time(() => highlight(lines, language)) < MOMENT]).toEqual([language, true]);
    }
  });
});

describe('the cleaning of text', () => {
  it.each(['\u200d', '\ufe0f', '👩\ufe0f', 'क\u200d', '\u0301', '\ud800'])(
    'takes a moment: %j again and again',
    (piece) => {
      expect(time(() => plain(repeated(piece, longestPage))) < MOMENT).toBe(true);
    },
  );
});
