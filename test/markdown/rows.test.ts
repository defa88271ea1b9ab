import fc from 'fast-check';
import { lexer } from 'marked';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { markdownRows } from '../../src/terminal/markdown.ts';
import { paintRow } from '../../src/terminal/paint.ts';
import { rowText } from '../../src/text/row-layout.ts';

function lines(text: string, width = 60, ascii = false): string[] {
  return markdownRows(lexer(text), { width, ascii }).map((row) => rowText(row).trimEnd());
}

function coloured(text: string): string {
  const rows = markdownRows(lexer(text), { width: 60, ascii: false });
  return rows.map((row) => paintRow(row, { colour: true, ascii: false })).join('\n');
}

describe('what marked-terminal gets wrong', () => {
  it('bold and code in a tight list', () => {
    expect(lines('- **bold** and `code`')).toEqual(['• bold and code']);
    expect(coloured('- **bold** and `code`')).toBe('• \x1b[1mbold\x1b[22m and \x1b[36mcode\x1b[39m');
  });

  it('task boxes, once each', () => {
    expect(lines('- [ ] open\n- [x] done')).toEqual(['• [ ] open', '• [✓] done']);
    expect(lines('- [ ] open\n\n- [x] done')).toEqual(['• [ ] open', '', '• [✓] done']);
  });

  it('list items that are longer than a line', () => {
    expect(lines('- one two three four five\n- six', 14)).toEqual([
      '• one two',
      '  three four',
      '  five',
      '• six',
    ]);
    expect(lines('9. nine\n10. ten is long', 10)).toEqual([' 9. nine', '10. ten is', '    long']);
  });

  it('wide characters', () => {
    for (const line of lines('漢字'.repeat(40), 30)) expect(stringWidth(line)).toBeLessThanOrEqual(30);
  });

  it('colons in code', () => {
    expect(lines('`a:b`\n\n- `c:d`\n\n| `e:f` |\n|---|\n| `g:h` |').join(' ')).toMatch(
      /^a:b {2}• c:d {2}e:f ─+ g:h$/,
    );
  });

  it('line ends of the source', () => {
    expect(lines('one\ntwo\n`three\nfour`')).toEqual(['one two three four']);
    expect(lines('one  \ntwo')).toEqual(['one', 'two']);
  });

  it('entities, resolved once', () => {
    expect(lines('a &lt;b&gt; &amp;lt; `&lt;`')).toEqual(['a <b> &lt; &lt;']);
  });

  it('links, as text with their address', () => {
    expect(lines('[docs](https://a.example/x), www.foobar.com, [next](../b.md)')).toEqual([
      'docs (https://a.example/x), www.foobar.com, next',
    ]);
    expect(coloured('[x](https://a.example)')).not.toContain('\x1b]8');
  });

  it('tags and comments', () => {
    expect(lines('<!-- id: x -->\n\none<br>two <kbd>q</kbd>')).toEqual(['one', 'two q']);
  });

  it('tables that are wider than the window, or boxed', () => {
    const table = '| a | long |\n|---|---|\n| 1 | one two three four five six |\n| 2 | `x` |';
    expect(lines(table, 20)).toEqual([
      'a  long',
      '────────────────────',
      '1  one two three',
      '   four five six',
      '2  x',
    ]);
  });
});

it('writes nested blocks', () => {
  expect(lines('1. one\n   - two\n\n     > three\n\n   ```\n   four\n   ```')).toEqual([
    '1. one',
    '',
    '   • two',
    '',
    '     │ three',
    '',
    '     four',
  ]);
});

it('colours the code of the languages of the course, and no other', () => {
  expect(coloured('```sql\nSELECT 1; -- one\n```')).toBe('  \x1b[36mSELECT\x1b[39m 1; \x1b[2m-- one\x1b[22m');
  expect(coloured('```cobol\nMOVE 1\n```')).toBe('  MOVE 1');
});

it('lets no control character through, however it is written', () => {
  const evil =
    'a &#27;]52;c;aGk=&#7; `b\x1b[2J` [c\x9b](https://x.example/\x1b[3J)\n\n```\n\x1b]0;t\x07\n```\n\n| &#27;[31m |\n|---|\n| \x1bc |';
  const shown = lines(evil).join('\n');
  expect(shown).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
  // and nothing of it became a colour of ours
  expect(markdownRows(lexer('&#27;[31mred'), { width: 60, ascii: false })).toEqual([
    [{ text: '[31mred', tone: 'plain' }],
  ]);
});

it('has no byte above ~ in ASCII', () => {
  const text = lines(
    '“Quotes” – and … →\n\n- ✓ item\n\n> quote\n\n---\n\n| ä | │ |\n|---|---|\n| ≥ | 漢 |',
    60,
    true,
  ).join('\n');
  expect(text).toMatch(/^[\n -~]*$/);
  expect(text).toContain('"Quotes" - and ... >');
});

it('never gets wider than asked for, whatever the text', () => {
  const piece = fc.constantFrom(
    'word',
    '**bold**',
    '`code: x`',
    '漢字漢字',
    '\n\n',
    '\n- ',
    '\n  - ',
    '\n1. ',
    '\n> ',
    '| a | b |\n|---|---|\n| c | dddd ddd |\n',
    ' ',
    ' and a longer run of words ',
    'averyveryverylongwordwithoutanyspace',
    '![image](x.png)',
    '[ ] ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 20, max: 90 }), (pieces, width) => {
      for (const line of lines(pieces.join(''), width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 60 },
  );
});

it('shows what stands between tags, line by line, and no tag', () => {
  const html =
    '<details><summary>More</summary>\nsecret <b>text</b> &amp;\nmore</details>\n\n<!-- for authors -->';
  expect(lines(html)).toEqual(['More', 'secret text & more']);
  expect(lines('<!-- never closed\n\nText')).toEqual(['<!-- never closed Text']);
  expect(lines('a < b <b>c</b> a<br>d')).toEqual(['a < b c a', 'd']);
});
