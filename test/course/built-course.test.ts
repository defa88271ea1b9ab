import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildCourse, openBuiltCourse } from '../../src/course/built-course.ts';
import { diskFiles, memoryFiles } from '../../src/course/course-files.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { settledCourse } from '../../src/course/settled-course.ts';
import { markdownRows } from '../../src/terminal/markdown.ts';
import { rowText } from '../../src/text/row-layout.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is shown of everything that is written in markdown, in rows. */
function shown(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const isTokens = Array.isArray(value) && value.some((one) => one?.type !== undefined && 'raw' in one);
  if (!isTokens) return Object.values(value).flatMap(shown);
  return markdownRows(value, { width: 60, ascii: false }).map(rowText);
}

/** Without the text that a token was read from, which the built course leaves out. */
const withoutSource = (_key: string, value: unknown) =>
  typeof value === 'object' && value !== null && 'raw' in value ? { ...value, raw: '' } : value;

test('the shipped course is the same, built or read, but for what nobody looks at once it is read', () => {
  const files = diskFiles(root);
  const course = settledCourse(loadCourse('.', { files: { ...files, root: '.' } }));
  const built = openBuiltCourse(buildCourse(course, files), files);
  const read = settledCourse(loadCourse(root));
  expect(JSON.stringify(built, withoutSource)).toBe(JSON.stringify(read, withoutSource));
  expect(shown(built)).toEqual(shown(read));
  expect(shown(read).length).toBeGreaterThan(5_000);
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
