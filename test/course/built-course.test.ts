import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildCourse, openBuiltCourse } from '../../src/course/built-course.ts';
import { diskFiles, memoryFiles } from '../../src/course/course-files.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { settledCourse } from '../../src/course/settled-course.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the shipped course is the same, built or read', () => {
  const files = diskFiles(root);
  const course = settledCourse(loadCourse('.', { files: { ...files, root: '.' } }));
  expect(openBuiltCourse(buildCourse(course, files), files)).toEqual(settledCourse(loadCourse(root)));
});

const own = Object.fromEntries(newCourse().map(({ path, text }) => [path, text]));

test('one changed, added or missing file, and the built course does not count', () => {
  const files = memoryFiles('/course', own);
  const text = buildCourse(loadCourse('.', { files: memoryFiles('.', own) }), files);
  expect(openBuiltCourse(text, files)?.stages[0]?.lessons[0]?.file).toMatch(/^\/course\/lessons/);
  const { 'glossary.md': _, ...less } = own;
  const changes = [
    { ...own, 'course.yaml': `${own['course.yaml']}\n` },
    { ...own, 'lessons/0-two-servers/new.md': '# New' },
    less,
  ];
  for (const changed of changes)
    expect(openBuiltCourse(text, memoryFiles('/course', changed))).toBeUndefined();
});
