import { expect, test } from 'vitest';
import { linkedFrom, linksOn } from '../../src/course/links.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { lesson, smallCourse } from './small-course.ts';

const files = smallCourse({
  'glossary.md': '## Virtual IP\n\nAn address.\n',
  'lessons/one/second.md': lesson('b', '## One\n\nText.\n\n## What is next?\n\nText.\n'),
  'lessons/one/first.md': lesson(
    'a',
    '## A\n\nSee [the **next**](second.md), [it](b) and [web](https://a.b).\n',
  ),
});
const course = loadCourse('course', { files });
const first = course.stages[0]?.lessons.find(({ id }) => id === 'a');

test.each([
  ['second.md', { part: 'lesson', id: 'b', page: 0 }],
  ['./second.md#what-is-next', { part: 'lesson', id: 'b', page: 1 }],
  ['second.md#nothing', undefined],
  ['#a', { part: 'lesson', id: 'a', page: 0 }],
  ['../two/third.md', { part: 'lesson', id: 'c', page: 0 }],
  ['../../quizzes/q.md', { part: 'quiz', id: 'q' }],
  ['quizzes/q.md', { part: 'quiz', id: 'q' }],
  ['q', { part: 'quiz', id: 'q' }],
  ['tiny.yaml', { part: 'topology', id: 'tiny' }],
  ['../../glossary.md#virtual-ip', { part: 'glossary', term: 'Virtual IP' }],
  ['../../../etc/passwd', undefined],
  ['%E0%A4%A', undefined],
])('an address leads to a part of the course: %s', (href, to) => {
  expect(first && linkedFrom(first, href, course)).toEqual(to);
});

test('the links of a page are told with their words, each way once', () => {
  const [page] = first?.pages ?? [];
  expect(page && first && linksOn(page, first, course)).toEqual([
    { words: 'the next', to: { part: 'lesson', id: 'b', page: 0 } },
  ]);
});
