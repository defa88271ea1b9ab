import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CourseFiles, diskFiles, memoryFiles } from '../../src/course/course-files.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { problemLine } from '../../src/text/problem.ts';
import { courseYaml, lesson, question, quiz, smallCourse } from './small-course.ts';

const base = smallCourse({
  'course.yaml': courseYaml.replace('id: small', 'id: small\nedition: 2'),
  'glossary.md': '## VIP\n\nTheirs.\n\n## TTL\n\nTheirs.\n',
});

/** A course over the small one: what stands in its course.yaml below `extends`, and its files. */
function over(stages: string, files: Record<string, string> = {}, name = 'small@2'): CourseFiles {
  const yaml = `format: 1\nid: mine\ntitle: Mine\nextends: ${name}\n${stages}`;
  return {
    ...memoryFiles('mine', { 'course.yaml': yaml, ...files }),
    base: (asked) => (asked === 'small' ? base : undefined),
  };
}

const changed = `stages:
  - id: one
    before: { b: [x] }
    after: { a: [y, z], q: [r] }
  - id: two
    title: Another title
    replace: { c: [w] }
  - id: three
    title: Three
    lessons: [v]
`;
const own = {
  'lessons/one/x.md': lesson('x'),
  'lessons/one/y.md': lesson('y').replace('id: y', 'id: y\nprerequisites: [a]\ntopology: tiny'),
  'lessons/one/z.md': lesson('z'),
  'lessons/two/w.md': lesson('w'),
  'lessons/three/v.md': lesson('v'),
  'quizzes/r.md': quiz('r', question('r-1')),
  'glossary.md': '## VIP\n\nMine.\n',
};

const outline = (files: CourseFiles) =>
  loadCourse(files.root, { files }).stages.map(({ id, title, lessons, quizzes }) =>
    [id, title, ...lessons.map((each) => each.id), ...quizzes.map((each) => each.id)].join(' '),
  );
const lint = (files: CourseFiles) => lintCourse(files).map(problemLine);

test('lessons and quizzes are put before, after and in the place of others, and stages behind them', () => {
  const files = over(changed, own);
  expect(outline(files)).toEqual(['one One x b a y z q r', 'two Another title w', 'three Three v']);
  expect(lint(files)).toEqual([]);
});

test('what is hidden is not shown, and all else is as it was', () => {
  expect(outline(over('stages:\n  - id: one\n    hide: [a, q]\n'))).toEqual(['one One b', 'two Two c']);
  expect(outline(over(''))).toEqual(['one One b a q', 'two Two c']);
});

test('its topologies and words are there, and its own come first', () => {
  const course = loadCourse('mine', { files: over(changed, own) });
  expect(course.topologies.map(({ id }) => id)).toEqual(['tiny']);
  expect(course.glossary.map(({ term }) => term)).toEqual(['VIP', 'TTL']);
  expect([course.id, course.title]).toEqual(['mine', 'Mine']);
});

test('lint says what has gone since, and what can not be extended', () => {
  expect(lint(over('stages:\n  - id: one\n    after: { aa: [b] }\n    hide: [q9]\n'))).toEqual([
    expect.stringMatching(/^mine\/course\.yaml:7:14: The stage "one" .* no "aa" .*did you mean/),
    expect.stringMatching(/^mine\/course\.yaml:8:12: The stage "one" .* no "q9"/),
  ]);
  expect(lint(over('', {}, 'small@1'))).toEqual([
    expect.stringMatching(/^mine\/course\.yaml:4:1: This was written for edition 1 .* edition 2/),
  ]);
  expect(lint(over('', {}, 'other@1'))[0]).toMatch(/no course "other" to extend/);
  expect(lint(over('', {}, 'a b'))[0]).toMatch(/extends is "a b"/);
});

test('an id of the extended course stays the one of that course', () => {
  expect(lint(over('', { 'lessons/one/a.md': lesson('a') }))[0]).toMatch(
    /^mine\/lessons\/one\/a\.md:2:1: The id "a" already belongs to course\/lessons\/one\/first\.md/,
  );
});

test('the example of the guide names what the shipped course has', () => {
  const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');
  const yaml =
    /```yaml\n(format: 1\nid: [\w-]+\ntitle: .*\nextends: infra-tutor@1\n[\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const files = { ...memoryFiles('mine', { 'course.yaml': yaml }), base: () => diskFiles('.') };
  const said = lintCourse(files).filter(({ rule }) => rule === 'unknown-anchor' || rule === 'extends');
  expect([loadCourse('mine', { files }).stages.at(-1)?.id, said]).toEqual(['4-ours', []]);
});
