import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { courseFingerprint, freezeCourse, thawCourse } from '../../src/course/frozen-course.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { lesson, smallCourse } from './small-course.ts';

function contents(): Record<string, string> {
  return Object.fromEntries(newCourse().map(({ path, text }) => [path, text]));
}

function frozen(): string {
  const files = memoryFiles('built', contents());
  return freezeCourse(loadCourse('built', { files }), courseFingerprint(files));
}

test('a frozen course is the course, wherever it lies', () => {
  const files = memoryFiles('installed/here', contents());
  const thawed = thawCourse(frozen(), files);
  expect(thawed).toEqual(loadCourse('installed/here', { files }));
  expect(thawed?.stages[0]?.lessons[0]?.pages.at(-1)).toEqual(
    expect.objectContaining({ title: 'Turn by turn' }),
  );
});

test.each([
  ['a file dropped in', { 'lessons/0-two-servers/new.md': lesson('new') }],
  ['a byte changed', { 'glossary.md': contents()['glossary.md']?.replace('turn.', 'turn!') ?? '' }],
  ['a stage folder more', { 'lessons/2-more/new.md': lesson('new') }],
])('it is refused after %s', (_, changes) => {
  expect(thawCourse(frozen(), memoryFiles('built', { ...contents(), ...changes }))).toBeUndefined();
});

test('a course with problems is not frozen', () => {
  const course = loadCourse('course', { files: smallCourse({ 'lessons/one/first.md': '' }) });
  expect(() => freezeCourse(course, '')).toThrow('course/course.yaml:10: No lesson has the id "a"');
});
