import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../../src/course/lint.ts';
import { quiz, smallCourse, question as written } from '../small-course.ts';
import { asked, graded, solve } from './asked.ts';

const said = (answer: string, text: string) => {
  const { right, remarks } = graded(asked(answer).question, { form: 'text', text });
  return [right, ...remarks.map(([, words]) => words)];
};

test('any of the alternatives is right, and the first one is shown', () => {
  const { question, said: problems } = asked('[[ round robin | rr|Umlauf ]]');
  expect([question.type, problems]).toEqual(['text', []]);
  expect(solve(question)?.answer).toEqual({ form: 'text', text: 'round robin' });
  for (const text of [
    'round robin',
    'RR',
    'Umlauf',
    ' Round  Robin. ',
    'round-robin',
    '"round_robin"',
    'Ümläuf',
  ])
    expect(said('[[ round robin | rr|Umlauf ]]', text)).toEqual([true]);
});

describe('slips of the finger', () => {
  test.each([
    // up to four letters: none
    ['[[VRRP]]', 'VRP', false],
    ['[[VRRP]]', 'VRRB', false],
    ['[[a]]', 'b', false],
    // up to eight: one
    ['[[failover]]', 'failovr', true],
    ['[[failover]]', 'faliover', true],
    ['[[failover]]', 'falover s', false],
    // more: two
    ['[[split brain]]', 'splt brian', true],
    ['[[split brain]]', 'splt bran', true],
    ['[[split brain]]', 'spt bran', false],
    // no digit is a slip
    ['[[status 502]]', 'status 503', false],
    ['[[status 502]]', 'statis 502', true],
    ['[[read_only]]', 'super_read_only', false],
  ])('%s: %s', (answer, text, right) => {
    expect(said(answer, text)[0]).toBe(right);
  });

  test('are told', () => {
    expect(said('[[split brain|partition]]', 'splt brain')).toEqual([true, 'It is written "split brain".']);
  });
});

test.each([
  ['[[ | ]]', 'q.md:9:1: Nothing stands in this [[...]]: write the answer, or several, parted by "|".'],
  ['[[one]]\n\n[[two]]', 'q.md:11:1: There is a second [[...]]: ask for one answer in a question.'],
  ['Say [[one]].', 'q.md:9:1: This [[...]] needs a line of its own, with an empty line before and after it.'],
  [
    'Say:\n[[one]]',
    'q.md:9:1: This [[...]] needs a line of its own, with an empty line before and after it.',
  ],
])('%j cannot be asked', (answer, sentence) => {
  const { question, said: problems } = asked(answer);
  expect(problems).toEqual([sentence]);
  expect(question.problem).toBeDefined();
});

test('code with brackets is no answer', () => {
  const { question } = asked('Bash: `[[ -f x ]]`\n\n- [x] yes\n- [ ] no');
  expect(question.type).toBe('single-choice');
});

test('lint warns of an answer that is a command in lines', () => {
  const files = smallCourse({ 'quizzes/q.md': quiz('q', written('q-1', { choices: '[[A]]' })) });
  expect(lintCourse(files).map(({ rule, line }) => [rule, line])).toEqual([['blank-command', 14]]);
});
