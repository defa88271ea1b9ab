import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeFootnotes } from '../../src/course/footnote-definitions.ts';
import { readLesson } from '../../src/course/lesson-reader.ts';
import type { Page } from '../../src/course/model.ts';
import { readMarkdown } from '../../src/markdown/read.ts';
import { markdownRows } from '../../src/markdown/rows.ts';
import { everyToken, plainWords } from '../../src/markdown/words.ts';
import { rowText } from '../../src/text/row-layout.ts';

function read(body: string) {
  const text = `---\nid: l\ntitle: L\n---\n${body}`;
  const { lesson, problems } = readLesson({ file: 'l.md', path: 'lessons/one/l.md', text });
  return { pages: lesson.pages, said: problems.map(({ line, rule }) => `${line} ${rule}`) };
}

const sources = (page: Page | undefined) => page?.footnotes.map(({ tokens }) => plainWords(tokens));

/** The marks of a page, as they are shown. */
function marks(page: Page | undefined): string[] {
  const tokens = page?.blocks.flatMap((block) => (block.kind === 'markdown' ? block.tokens : [])) ?? [];
  return [...everyToken(tokens)].flatMap((token) =>
    token.type === 'footnote' && 'text' in token ? [String(token.text)] : [],
  );
}

describe('footnotes', () => {
  test('are numbered on each page by their first mark, wherever they are written', () => {
    const { pages, said } = read(
      [
        '[^b]: The book.',
        '## One',
        'It is so.[^rfc] And **so.[^b]**',
        '',
        '- again,[^rfc]',
        '',
        '| a | b |\n|-|-|\n| c[^own] | d |',
        '[^RFC]: [RFC 9293](https://www.rfc-editor.org/rfc/rfc9293),',
        '  section 3.5.',
        '',
        '## Two[^own]',
        'And so.[^b]',
        '',
        '[^own]: Measured.',
        '',
        '    In two ways.',
      ].join('\n'),
    );
    expect(said).toEqual([]);
    expect(pages.map(marks)).toEqual([['[1]', '[2]', '[1]', '[3]'], ['[2]']]);
    expect(sources(pages[0])).toEqual(['RFC 9293,\nsection 3.5.', 'The book.', 'Measured.\n\nIn two ways.']);
    expect(sources(pages[1])).toEqual(['Measured.\n\nIn two ways.', 'The book.']);
    expect(pages.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(pages[0]?.footnotes.map(({ line }) => line)).toEqual([14, 5, 20]);
  });

  test('are no part of what a page says, but for the number', () => {
    const { pages } = read('## A\n\nIt is so.[^a]\n\n[^a]: https://example.com\n');
    const [block] = pages[0]?.blocks ?? [];
    const tokens = block?.kind === 'markdown' ? block.tokens : [];
    expect(plainWords(tokens)).toBe('It is so.');
    const look = { ascii: true, bullet: '-', checked: '', unchecked: '', quoteBar: '', rule: '', cut: '~' };
    const rows = markdownRows(tokens, 40, {
      ...look,
      codeIndent: 0,
      wideTables: 'told',
      longWords: 'broken',
    });
    expect(rows.map(rowText)).toEqual(['It is so.[1]']);
    expect(rows[0]?.at(-1)).toEqual({ text: '[1]', tone: 'dim' });
  });

  test('are neither in code nor in comments, and a mark without one stays as it was written', () => {
    const { pages, said } = read(
      '## A\n\n`a[^x]` and \\[^x] and [^none]\n\n```\n[^x]: code\n```\n\n<!--\n[^x]: hidden\n-->\n',
    );
    expect(marks(pages[0])).toEqual([]);
    expect(pages[0]?.footnotes).toEqual([]);
    expect(said).toEqual(['7 footnote-undefined']);
  });

  test('are so many that a page of them can be read, and no longer than a paragraph', () => {
    const names = Array.from({ length: 260 }, (_, index) => `n${index}`);
    const refers = (some: readonly string[]) => some.map((name) => `Claim.[^${name}]`).join('\n\n');
    const defined = names.map((name) => `[^${name}]: ${'x '.repeat(800)}`).join('\n');
    const { pages, said } = read(
      `## A\n\n${refers(names.slice(0, 60))}\n\n## B\n\n${refers(names)}\n\n${defined}\n`,
    );
    expect(pages.map(({ footnotes }) => footnotes.length)).toEqual([50, 50]);
    expect(Math.max(...(sources(pages[0]) ?? []).map((words) => words.length))).toBeLessThanOrEqual(1_000);
    expect(new Set(said.map((each) => each.split(' ')[1]))).toEqual(
      new Set(['footnote-limit', 'footnote-undefined']),
    );
    expect(said.filter((each) => each.endsWith('undefined'))).toHaveLength(10);
  });

  test('keep every other line in its place', () => {
    const block = fc.constantFrom(
      (word: string) => `${word} is so.[^a]`,
      (word: string) => `- ${word}\n- more\n\nEnd.`,
      (word: string) => `\`\`\`\n${word}\n[^c]: code\n\n\`\`\``,
      (word: string) => `> ${word}`,
      (word: string) => `| ${word} |\n|---|\n| x |`,
      (word: string) => `## ${word}`,
    );
    const definition = fc.constantFrom(
      '[^a]: A source.',
      ' [^b]: Two\n  lines.',
      '[^c]: A paragraph\n\n    and more.',
      '[^d]:',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(block, definition), { maxLength: 12 }), (parts) => {
        const written = parts.map((part, index) => (typeof part === 'string' ? part : part(`word${index}`)));
        const body = written.join('\n\n');
        const { body: left, definitions } = takeFootnotes(body);
        const lines = body.split('\n');
        expect(definitions).toHaveLength(parts.filter((part) => typeof part === 'string').length);
        for (const { line, name } of definitions) expect(lines[line]).toContain(`[^${name}]:`);
        const at = readMarkdown(left, 1).blocks.flatMap(({ token, line }) => {
          const word = /word\d+/.exec(token.raw)?.[0];
          return word === undefined ? [] : [[word, line]];
        });
        const before = lines.flatMap((line, index) => {
          const word = /word\d+/.exec(line)?.[0];
          return word === undefined ? [] : [[word, lines[index - 1] === '```' ? index : index + 1]];
        });
        expect(at).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
