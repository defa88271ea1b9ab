import { expect, test } from 'vitest';
import { loadCourse, shownCourse } from '../../src/course/load-course.ts';
import { type Reloaded, Reloader } from '../../src/course/reload.ts';
import { plainWords } from '../../src/markdown/words.ts';
import { courseYaml, lesson, question, quiz, smallCourse, tiny } from './small-course.ts';

type Changes = NonNullable<Parameters<typeof smallCourse>[0]>;

const path = 'lessons/one/first.md';
const fine = lesson('a', '## A\n\nFine.\n');
const open = '## A\n\n```diagram\ntopology: tiny\n```\n';

/** A course that is read again after each of these states of its folder. */
function follow(first: Changes) {
  const files = smallCourse(first);
  const reloader = new Reloader(files, loadCourse('course', { files, drafts: true }), (course) =>
    shownCourse(course, { drafts: true }),
  );
  return (changes: Changes): Reloaded => reloader.reload(smallCourse(changes));
}

const textOf = ({ course }: Reloaded, id = 'a') =>
  course.stages
    .flatMap(({ lessons }) => lessons)
    .find((each) => each.id === id)
    ?.pages.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'markdown' ? plainWords(block.tokens) : block.kind)),
    )
    .join(' ');
const rules = ({ errors }: Reloaded) => errors.map(({ rule }) => rule);

test('what was saved is shown, and so is a new file', () => {
  const save = follow({ [path]: fine });
  const now = save({ [path]: lesson('a', '## A\n\nFiner.\n'), 'lessons/one/new.md': lesson('new') });
  expect([textOf(now), textOf(now, 'new'), rules(now)]).toEqual(['Finer.', 'Text.', []]);
});

test('a lesson that breaks is shown as it was when it was last good, with what is wrong', () => {
  const save = follow({ [path]: fine });
  save({ [path]: lesson('a', '## A\n\nLast good.\n') });
  const broken = save({ [path]: lesson('a', open) });
  expect([textOf(broken), rules(broken)]).toEqual(['Last good.', ['diagram-words']]);
  const lost = save({ [path]: '---\nid: a\n\nNo end.\n' });
  expect([textOf(lost), rules(lost)]).toContainEqual('Last good.');
  const mended = save({ [path]: lesson('a', '## A\n\nMended.\n') });
  expect([textOf(mended), rules(mended)]).toEqual(['Mended.', []]);
});

test('what was never good is shown as it is', () => {
  const save = follow({ [path]: lesson('a', open) });
  const now = save({ [path]: lesson('a', `${open}\nMore.\n`) });
  expect([textOf(now), rules(now)]).toEqual(['diagram More.', ['diagram-words']]);
});

test.each<[string, Changes]>([
  ['broken', { 'course.yaml': courseYaml.replace('title: Small', 'title: Small: again') }],
  ['gone', { 'course.yaml': undefined }],
])('the course stays when course.yaml is %s', (_how, changes) => {
  const now = follow({})(changes);
  expect(now.course.stages.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(now.errors).toHaveLength(1);
});

test('a quiz and a topology that break stay as they were', () => {
  const save = follow({});
  const now = save({
    'quizzes/q.md': quiz('q', question('q-1', { choices: '- [ ] No\n  > It is not.' })),
    'lessons/one/tiny.yaml': tiny.replace('workers: 4', 'workers: many'),
  });
  expect(now.course.stages[0]?.quizzes[0]?.questions[0]?.problem).toBeUndefined();
  expect(now.course.topologies[0]?.text).toBe(tiny);
  expect(new Set(rules(now))).toEqual(new Set(['no-right-answer', 'value']));
});
