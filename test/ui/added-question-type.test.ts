/** CONTRIBUTING promises that a type on a form that is there is one file, its line in the list and its test. Here is one. */
import { expect, test, vi } from 'vitest';
import { grade } from '../../src/course/grade.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import type { Item } from '../../src/course/model.ts';
import { lineForm } from '../../src/plain/forms/all.ts';
import { questionLines } from '../../src/plain/question.ts';
import { quiz, smallCourse, question as written } from '../course/small-course.ts';
import { openTestTutor } from './tutor.tsx';

vi.mock(import('../../src/course/question-types/all.ts'), async (original) => {
  const { defineType } = await import('../../src/course/question-types/question-type.ts');
  const item = (text: string): Item => ({
    id: text.toLowerCase(),
    text,
    tokens: [{ type: 'text', raw: text, text }],
  });
  /** A paragraph `(true)` or `(false)`. */
  const trueOrFalse = defineType<'one', { readonly right: string }>({
    name: 'true-or-false',
    form: 'one',
    isAnswer: (token) => /^\((true|false)\)$/.test(token.raw.trim()),
    read: ({ blocks: [block] }) => ({
      asks: { form: 'one', items: [item('True'), item('False')] },
      key: { right: block?.token.raw.trim().slice(1, -1) ?? '' },
    }),
    grade: ({ right }, { chosen }) => ({
      right: chosen === right,
      remarks: [{ item: chosen, text: chosen === right ? 'So it is.' : 'It is not so.' }],
    }),
    solution: ({ right }) => ({ form: 'one', chosen: right }),
  });
  const { questionTypes } = await original();
  const all = [...questionTypes, trueOrFalse];
  return { questionTypes: all, questionType: (name) => all.find((type) => type.name === name) };
});

const files = smallCourse({
  'quizzes/q.md': quiz('q', written('q-1', { choices: '<!-- fixed -->\n\n(false)' })),
});
const course = loadCourse('course', { files });
const [asked] = course.stages.flatMap(({ quizzes }) => quizzes);
const [question] = asked?.questions ?? [];

test('is read, and lint has nothing to say', () => {
  expect(question).toMatchObject({ type: 'true-or-false', problem: undefined });
  expect(lintCourse(files)).toEqual([]);
});

test('is asked, answered, told and remembered on the screen', () => {
  const tutor = openTestTutor({ course, place: { screen: 'quiz', quiz: 'q', question: 'q-1' } });
  expect(tutor.text()).toMatch(/1 {2}True\n.*2 {2}False/);
  tutor.press('1', 'enter');
  expect(tutor.text()).toMatch(/True +✗ not this\n.*It is not so\.\n.*False +✓ the answer\n.*So it is\./);
  const given = tutor.events.filter(({ type }) => type === 'answer');
  expect(given).toMatchObject([{ answer: { form: 'one', chosen: 'true' }, right: false }]);
  tutor.press('enter');
  expect(tutor.text()).toMatch(/you {4}True\n.*right {2}False/);
});

test('is asked and answered in lines', () => {
  const page = { width: 80, openTopology: () => ({ topology: undefined, problems: [] }) };
  if (asked === undefined || question === undefined) throw new Error('no question was read');
  expect(questionLines(asked, question, page).slice(-2)).toEqual(['  1  True', '  2  False']);
  const read = lineForm(question.asks).read('2', question.asks, page);
  if (read === undefined || 'complaint' in read) throw new Error('the line was not read');
  expect(grade(question, read.answer, page.openTopology)).toEqual({
    right: true,
    remarks: [{ item: 'false', text: 'So it is.' }],
  });
});
