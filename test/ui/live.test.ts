import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Problem } from '../../src/text/problem.ts';
import { courseYaml, lesson, question, quiz, smallCourse } from '../course/small-course.ts';
import { openTestTutor } from './tutor.tsx';

type Changes = NonNullable<Parameters<typeof smallCourse>[0]>;
const path = 'lessons/one/first.md';
const courseOf = (changes: Changes) => loadCourse('course', { files: smallCourse(changes), drafts: true });

/** The tutor over a course, and its author beside it, who saves something. */
function open(changes: Changes, place?: NonNullable<Parameters<typeof openTestTutor>[0]>['place']) {
  const tutor = openTestTutor({ course: courseOf(changes), ...(place ? { place } : {}) });
  const save = (now: Changes, errors: readonly Problem[] = []) =>
    tutor.shell.reload({ course: courseOf(now), errors });
  return { ...tutor, save };
}

const pages = (...titles: string[]) =>
  lesson('a', titles.map((title) => `## ${title}\n\nOn ${title}.\n`).join('\n'));
const second = { screen: 'lesson', lesson: 'a', page: 1 } as const;

test('the page stays under the eyes, wherever its heading has gone', () => {
  const tutor = open({ [path]: pages('One', 'Two') }, second);
  tutor.save({ [path]: pages('Zero', 'Half', 'One', 'Two') });
  expect(tutor.text()).toContain('On Two.');
  expect(tutor.text()).toContain('page 4 of 4');
  tutor.save({ [path]: pages('Zero') });
  expect(tutor.text()).toContain('page 1 of 1');
});

test('of two pages under one heading it is the nearer one', () => {
  const tutor = open({ [path]: pages('Again', 'Again') }, second);
  tutor.save({ [path]: `${pages('Again', 'Again')}More.\n` });
  expect(tutor.text()).toContain('page 2 of 2');
});

test('a lesson that was taken away leaves the map', () => {
  const tutor = open({ [path]: pages('One', 'Two') }, second);
  tutor.save({ [path]: undefined });
  expect(tutor.shell.trail).toEqual(['map']);
});

test('a number that is being written stays with its question, and goes with it', () => {
  const asks =
    '```predict\ntopology: tiny\nfor: 20s\nask: How many fail?\nmeasure: failed(11s..20s)\nnumber: 0%..1%\n```\n';
  const tutor = open({ [path]: pages('One') + asks }, { ...second, page: 0 });
  tutor.press('enter', '3');
  tutor.save({ [path]: `${pages('One')}More.\n\n${asks}` });
  expect(tutor.text()).toContain('Your number: 3_');
  tutor.save({ [path]: pages('One') });
  expect(tutor.text()).not.toContain('Enter run');
  tutor.press('escape');
  expect(tutor.shell.trail).toEqual(['map']);
});

test('what is wrong stands beneath, what is wrong on this page first, and goes when it is mended', () => {
  const tutor = open({ [path]: pages('One', 'Two') }, second);
  const error = (file: string, message: string): Problem => ({
    ...{ file, line: 7, column: 1, rule: 'x', severity: 'error', message },
  });
  tutor.save({ [path]: pages('One', 'Two') }, [
    error('course/course.yaml', 'Elsewhere.'),
    error(`course/${path}`, 'Here.'),
  ]);
  expect(tutor.text()).toMatch(
    /On Two\.[\s\S]*✗ course\/lessons\/one\/first\.md:7:1: Here\.\n +and 1 more error/,
  );
  expect(tutor.text().split('\n')).toHaveLength(24);
  tutor.save({ [path]: pages('One', 'Two') });
  expect(tutor.text()).not.toContain('✗');
});

test('the map keeps its cursor, and shows what is new and what is a draft', () => {
  const tutor = open({});
  tutor.press('down');
  const pointed = () => tutor.text().match(/▸ .*Lesson (\w)/)?.[1];
  const before = pointed();
  tutor.save({
    'lessons/one/new.md': lesson('new').replace('id: new', 'id: new\ndraft: true'),
    'course.yaml': courseYaml.replace('[b, a]', '[new, b, a]'),
  });
  expect(pointed()).toBe(before);
  expect(tutor.text()).toMatch(/Lesson new +draft/);
});

test('a question stays the one that is asked', () => {
  const quizOf = (...ids: string[]) => ({
    'quizzes/q.md': quiz('q', ...ids.map((id) => question(id, { prompt: `Is it ${id}?` }))),
  });
  const tutor = open(quizOf('q-1', 'q-2'), { screen: 'quiz', quiz: 'q', question: 'q-2' });
  tutor.save(quizOf('q-0', 'q-1', 'q-2'));
  expect(tutor.text()).toContain('Is it q-2?');
  tutor.save(quizOf('q-1'));
  expect(tutor.text()).toContain('Is it q-1?');
});
