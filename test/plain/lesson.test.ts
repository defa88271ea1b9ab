import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { lessonRoom } from '../../src/plain/lesson.ts';
import { lesson, smallCourse } from '../course/small-course.ts';
import { tutorInLines } from './tutor-in-lines.ts';

/** Reads the first page of a lesson and writes some lines. */
async function read(body: string, ...lines: string[]) {
  const files = smallCourse({ 'lessons/one/first.md': lesson('a', body) });
  const { tutor, said } = tutorInLines(loadCourse('course', { files }), lines, { columns: 80 });
  const next = await lessonRoom(tutor, { screen: 'lesson', lesson: 'a', page: 0 });
  return { next, said: said() };
}

test('a link is followed by its number', async () => {
  const { next, said } = await read('## A\n\nSee [the second](second.md) and [the quiz](q).\n', 'o2');
  expect(said).toContain('Link: the second (o1)\nLink: the quiz (o2)');
  expect(next).toEqual({ screen: 'quiz', quiz: 'q', question: 'q-1' });
});

test('the sources of a page stand at its end, and their links are followed as its own', async () => {
  const body =
    '## A\n\nIt is so.[^a]\n\n[^a]: The manual, [here](https://a.b/c), and [the second](second.md).\n';
  const { next, said } = await read(`${body}\n## B\n\nText.\n`, 'o');
  expect(said).toContain(
    'It is so.[1]\n\nSources:\n[1] The manual, here (https://a.b/c), and the second.\n\nLink: the second (o)',
  );
  expect(next).toEqual({ screen: 'lesson', lesson: 'b', page: 0 });
});

test('where there is no link, none is followed', async () => {
  const { next, said } = await read('## A\n\nText.\n', 'o', 'm');
  expect(said).toContain('There is nothing to follow on this page.');
  expect(next).toEqual({ screen: 'map' });
});
