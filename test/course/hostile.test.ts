import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLesson } from '../../src/course/lesson-reader.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { fixCourse } from '../../src/course/lint-fix.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { readQuiz } from '../../src/course/quiz-reader.ts';
import { search, searchIndex } from '../../src/course/search.ts';
import { readMarkdown } from '../../src/markdown/read.ts';
import { smallCourse } from './small-course.ts';

const pieces = [
  '<quiz>',
  '</quiz>',
  '<!-- id: x -->',
  '<!--',
  '- [ ] ',
  '- [x] ',
  '  > ',
  '> Hint: ',
  '```prove\n',
  '```diagram\n',
  '```simulate\n',
  '```\n',
  '---\n',
  'art: |\n',
  'measure: when(',
  'expect: { 1: ',
  'topology: ',
  'stages:\n',
  '  - id: ',
  '## ',
  '# ',
  '\n',
  '\n\n',
  '| a | b |\n|---|---|\n',
  '[a]: b\n',
  '&#27;',
  '\u001b[2J',
  '\u0000',
  '\ufeff',
  '\ud800',
  '*',
  '_',
  '`',
  '\t',
  'word ',
  ': ',
  '{',
  '[',
  '&x *x ',
  '!!binary ',
];

const scraps = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const anything = fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 200 }));

/** A good file of the new course with pieces cut out, doubled or put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...newCourse().filter(({ path }) => path.endsWith('.md') || path === 'course.yaml')),
    fc.array(fc.tuple(fc.nat(3000), fc.nat(40), fc.oneof(fc.constantFrom(...pieces), fc.constant(''))), {
      maxLength: 8,
    }),
  )
  .map(([{ text }, cuts]) =>
    cuts.reduce((changed, [at, length, put]) => {
      const place = at % (changed.length + 1);
      return changed.slice(0, place) + put + changed.slice(place + length);
    }, text),
  );

const written = fc.oneof(anything, mutated);

test('no file makes the course throw, and every problem has a place', () => {
  fc.assert(
    fc.property(written, written, written, written, (lesson, quiz, glossary, course) => {
      const files = smallCourse({
        'lessons/one/first.md': lesson,
        'quizzes/q.md': quiz,
        'glossary.md': glossary,
        'course.yaml': course,
      });
      const loaded = loadCourse('course', { files });
      search(searchIndex(loaded), 'wo');
      for (const problem of lintCourse(files)) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.column).toBeGreaterThan(0);
        expect(problem.message).not.toBe('');
      }
    }),
    { numRuns: 120 },
  );
});

test('every block knows its line, and no text gets lost', () => {
  fc.assert(
    fc.property(written, (text) => {
      const clean = text.replace(/\r\n?/g, '\n');
      const read = readMarkdown(clean, 1);
      const lines = clean.split('\n');
      for (const { token, line } of read.blocks) {
        if (token.type === 'space') continue;
        const first = token.raw.replace(/^\n+/, '').split('\n')[0] ?? '';
        expect(lines[line - 1]?.replace(/\t/g, ' ').trim()).toContain(first.replace(/\t/g, ' ').trim());
      }
    }),
    { numRuns: 500 },
  );
});

test('what lint --fix writes needs no second fix', () => {
  fc.assert(
    fc.property(written, (text) => {
      const once = fixCourse(smallCourse({ 'lessons/one/first.md': text }));
      const changes = Object.fromEntries(once.map((file) => [file.path, file.text]));
      expect(fixCourse(smallCourse({ 'lessons/one/first.md': text, ...changes }))).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test.each([
  ['quotes', '> '.repeat(100_000)],
  ['lists', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
  ['brackets', '[a]('.repeat(100_000)],
  ['emphasis', '_a'.repeat(300_000)],
  ['emphasis in many paragraphs', `${'_a'.repeat(3_500)}\n\n`.repeat(6)],
  ['addresses', `${'a.'.repeat(400_000)}@`],
  ['list lines', `- a\n${'  b\n'.repeat(200_000)}`],
  ['comments', '<!--'.repeat(200_000)],
  ['tags', '<quiz>\n\n'.repeat(20_000)],
  ['fences', '```prove\n\n```\n\n'.repeat(10_000)],
  ['YAML brackets', `---\nid: ${'['.repeat(100_000)}\n---\n\nText.\n`],
  [
    'YAML depth',
    `---\n${Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n---\n\nText.\n`,
  ],
  ['empty lines', '\n'.repeat(900_000)],
  ['short paragraphs', 'a\n\n'.repeat(250_000)],
  ['pages', '## a\n\n'.repeat(100_000)],
])('a file made to be slow is read or refused in time: %s', (_, text) => {
  const started = Date.now();
  readLesson({ file: 'l.md', path: 'l.md', text });
  readQuiz({ file: 'q.md', path: 'q.md', text });
  expect(Date.now() - started).toBeLessThan(20_000);
});
