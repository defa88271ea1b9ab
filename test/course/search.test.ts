import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { searchMeant } from '../../src/course/meant-words.ts';
import { search, searchIndex } from '../../src/course/search.ts';
import { lesson, question, quiz, smallCourse } from './small-course.ts';

const course = loadCourse('course', {
  files: smallCourse({
    'lessons/one/first.md': lesson(
      'a',
      '## Binlog\n\nThe primary writes\na *binary log*. Café stays.\n\n## Two\n\n- log in\n- out\n',
    ),
    'glossary.md': '## Binlog\n\nWhat a replica reads.\n',
    'quizzes/q.md': quiz('q', question('q-1', { prompt: 'Who reads the binlog?' })),
  }),
});
const index = searchIndex(course);

function found(query: string): string[] {
  return search(index, query).map(({ title, text, ranges }) => {
    const marked = ranges.map(([from, to]) => text.slice(from, to)).join(',');
    return `${title} | ${text} | ${marked}`;
  });
}

test('finds terms before titles before prose, one hit a place', () => {
  expect(found('binlog')).toEqual([
    'Binlog | Binlog | Binlog',
    'Lesson a › Binlog | Binlog | Binlog',
    'Quiz q | Who reads the binlog? | binlog',
  ]);
});

test('every word must stand in the line, however the author broke it', () => {
  expect(found('BINARY primary')).toEqual([
    'Lesson a › Binlog | The primary writes a binary log. | primary,binary',
  ]);
  expect(found('primary nonsense')).toEqual([]);
});

test('case and accents do not count', () => {
  expect(found('cafe')).toEqual(['Lesson a › Binlog | Café stays. | Café']);
  expect(found('CAFE\u0301')).toEqual(['Lesson a › Binlog | Café stays. | Café']);
});

test('leads to the page', () => {
  expect(search(index, 'log in')[0]?.place).toEqual({ kind: 'lesson', lesson: 'a', page: 1 });
});

test('choices and explanations are not found: a search is no way to peek', () => {
  expect(found('since it is')).toEqual([]);
});

test('marks only what lies in the text, whatever is searched for', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('e', 'bin log', 'lo og')),
      (query) => {
        for (const { text, ranges } of search(index, query)) {
          let end = 0;
          for (const [from, to] of ranges) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
            end = to;
          }
        }
      },
    ),
  );
  expect(search(index, '  ')).toEqual([]);
});

test('a word that nothing has is taken for the nearest of the titles and terms', () => {
  expect(searchMeant(index, 'binlgo')).toMatchObject({
    meant: 'binlog',
    hits: [{ title: 'Binlog' }, {}, {}],
  });
  expect(searchMeant(index, 'the binlgo')).toMatchObject({ meant: 'the binlog' });
  expect(searchMeant(index, 'binlog').meant).toBeUndefined();
  expect(searchMeant(index, 'xyzzy')).toEqual({ hits: [], meant: undefined });
});
