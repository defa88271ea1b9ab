import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { courseKey } from '../../src/learner/course-key.ts';

function keyOf(id: string, origin?: string, originOf?: (id: string) => string): string {
  const texts = newCourse(id, origin).map(({ path, text }) => [path, text]);
  const files = memoryFiles('course', Object.fromEntries(texts));
  return courseKey(loadCourse('course', originOf ? { files, originOf } : { files }));
}

test('two courses with one id are two courses by their origins, wherever their folders lie', () => {
  expect(keyOf('web', 'ana')).toBe('web@ana');
  expect(keyOf('web', 'ben')).not.toBe(keyOf('web', 'ana'));
});

test('a course without an origin is called as in the first edition, unless it has taken a name', () => {
  expect(keyOf('web')).toBe('web');
  const taken = (id: string) => `not-the-${id}`;
  expect(keyOf('web', undefined, taken)).toBe('web@not-the-web');
  expect(keyOf('web', 'ana', taken)).toBe('web@ana');
});
