import fc from 'fast-check';
import { Marked } from 'marked';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { folded, proseLines } from '../../src/plain/prose.ts';

const lexer = new Marked({ gfm: true });
const prose = (markdown: string, width = 40) => proseLines(lexer.lexer(markdown), width);

test('marks are gone, words stay', () => {
  expect(
    prose('A **bold** and *soft* `web-2`, ~~not~~ &amp; [read](https://www.foobar.com) <b>x</b>'),
  ).toEqual(['A bold and soft web-2, not & read', '(https://www.foobar.com) x']);
});

test('lists keep their dashes and numbers, and hang in', () => {
  expect(prose('- **one** two three four five six seven eight\n- second\n  - inner')).toEqual([
    '- one two three four five six seven',
    '  eight',
    '- second',
    '  - inner',
  ]);
  expect(prose('3. three\n4. four')).toEqual(['3. three', '4. four']);
  expect(prose('- [x] done\n- [ ] open')).toEqual(['- [x] done', '- [ ] open']);
});

test('code is never folded', () => {
  const long = 'server web-1 10.0.0.11:80 check inter 2s fall 3 rise 2';
  expect(prose(`\`\`\`\n${long}\n\`\`\``, 20)).toEqual([`    ${long}`]);
});

test('a table that fits has columns; one that does not is read row by row', () => {
  const table = '| who | how |\n|---|---|\n| HAProxy | in turn |\n| DNS | one address |';
  expect(prose(table)).toEqual([
    'who      how',
    '--------------------',
    'HAProxy  in turn',
    'DNS      one address',
  ]);
  expect(prose(table, 15)).toEqual([
    '- who: HAProxy;',
    '  how: in turn.',
    '- who: DNS;',
    '  how: one',
    '  address.',
  ]);
});

test('quotes and rules are marked, comments are not read out', () => {
  expect(prose('> so\n> said\n\n<!-- hidden -->\n\n---')).toEqual(['> so said', '', '-'.repeat(40)]);
});

test('a control character that markdown decoded is gone', () => {
  expect(prose('&#27;]52;c;aGk=&#7; `&#27;` \x1b[31m')).toEqual([']52;c;aGk= &#27; [31m']);
});

test('no folded line is wider than asked, and no word is lost', () => {
  const word = fc.stringMatching(/^[a-z漢é]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 30, max: 90 }), (words, width) => {
      const lines = folded(words.join(' '), width, '- ');
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join(' ').split(/\s+/).slice(1)).toEqual(words);
    }),
  );
});

test('any markdown becomes lines without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (markdown) => {
      for (const line of prose(markdown)) expect(line).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
    }),
  );
});

test('an address that is its own text is told once', () => {
  expect(prose('Who asks for www.foobar.com, and <https://www.foobar.com/a>?')).toEqual([
    'Who asks for www.foobar.com, and',
    'https://www.foobar.com/a?',
  ]);
});
