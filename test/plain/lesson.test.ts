import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { noProgress } from '../../src/learner/fold-progress.ts';
import { lessonRoom } from '../../src/plain/lesson.ts';
import type { Tutor } from '../../src/plain/room.ts';
import { openTalk } from '../../src/plain/talk.ts';
import { lesson, smallCourse } from '../course/small-course.ts';

/** Reads the first page of a lesson and writes some lines. */
async function read(body: string, ...lines: string[]) {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const talk = openTalk({ input, output: { columns: 80, write }, ascii: false });
  const journal = { record: () => undefined, progress: () => noProgress, problems: [], saves: true };
  const files = smallCourse({ 'lessons/one/first.md': lesson('a', body) });
  const course = loadCourse('course', { files });
  const tutor = { course, journal, talk, clock: () => 0 } as unknown as Tutor;
  return { next: await lessonRoom(tutor, { screen: 'lesson', lesson: 'a', page: 0 }), said };
}

test('a link is followed by its number', async () => {
  const { next, said } = await read('## A\n\nSee [the second](second.md) and [the quiz](q).\n', 'o2');
  expect(said).toContain('Link: the second (o1)\nLink: the quiz (o2)');
  expect(next).toEqual({ screen: 'quiz', quiz: 'q', question: 'q-1' });
});

test('where there is no link, none is followed', async () => {
  const { next, said } = await read('## A\n\nText.\n', 'o', 'm');
  expect(said).toContain('There is nothing to follow on this page.');
  expect(next).toEqual({ screen: 'map' });
});
