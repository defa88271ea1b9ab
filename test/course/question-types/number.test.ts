import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../../src/course/lint.ts';
import { quiz, smallCourse, question as written } from '../small-course.ts';
import { asked, graded, solve } from './asked.ts';

const list = '- [=] 4s..6s\n  > Three checks.\n- [ ] 0s..2s\n  > One check.\n- [ ] 10s..\n  > Never so long.';
const said = (answer: string, text: string) => {
  const { question } = asked(answer);
  const { right, remarks } = graded(question, { form: 'number', text });
  return [right, ...remarks.map(([, words]) => words)];
};

describe('a list of ranges', () => {
  test('is a number in the unit of the right one', () => {
    const { question, said: problems } = asked(list);
    expect([question.type, problems]).toEqual(['number', []]);
    expect(question.asks).toEqual({ form: 'number', unit: { kind: 'time', word: 's' } });
    expect(solve(question)).toMatchObject({ answer: { text: '4 to 6 s' } });
  });

  test.each([
    ['4', true, 'Three checks.'],
    ['6 s', true, 'Three checks.'],
    ['5200 ms', true, 'Three checks.'],
    ['4-6', true, 'Three checks.'],
    ['1.5', false, 'One check.'],
    ['0-2', false, 'One check.'],
    ['60', false, 'Never so long.'],
    ['3', false, 'That is too little.'],
    ['6.1', false, 'That is too much.'],
    ['3-6', false, 'Part of that is right: give a narrower range.'],
    ['1-3', false, 'That is too little.'],
    ['0-100', false, 'Part of that is right: give a narrower range.'],
  ])('%s', (text, right, words) => {
    expect(said(list, text)).toEqual([right, words]);
  });
});

describe('a number with a tolerance', () => {
  test.each([
    ['[[= 5 +- 1 s]]', '4', '5 s', [true, 'Anything from 4 s to 6 s counts.']],
    ['[[= 5 +- 1 s]]', '6.1', '5 s', [false, 'That is too much.']],
    ['[[= 5 s]]', '5000 ms', '5 s', [true]],
    ['[[=300 ± 10 ms]]', '0.29 s', '300 ms', [true, 'Anything from 290 ms to 310 ms counts.']],
    ['[[= 50 +/- 2.5 %]]', '47.5', '50 %', [true, 'Anything from 47.5 % to 52.5 % counts.']],
    ['[[= 27]]', '27', '27', [true]],
    ['[[= 27 tries]]', '27 tries', '27 tries', [true]],
    ['[[= 2.5 +- 0.1 GB]]', '2,6 gb', '2.5 GB', [true, 'Anything from 2.4 GB to 2.6 GB counts.']],
    ['[[= -3]]', '-3', '-3', [true]],
    ['[[= 45%..55%]]', '50', '45 to 55 %', [true]],
    ['[[= 100..]]', '250', '100', [true, 'Anything from 100 on counts.']],
    ['[[= ..20ms]]', '21 ms', '20 ms', [false, 'That is too much.']],
  ])('%s: %s', (answer, text, solution, grade) => {
    expect(asked(answer).said).toEqual([]);
    expect(solve(asked(answer).question)?.answer).toEqual({ form: 'number', text: solution });
    expect(said(answer, text)).toEqual(grade);
    expect(said(answer, solution)[0]).toBe(true);
  });
});

describe('what cannot be asked', () => {
  test.each([
    [
      '[[= soon]]',
      'q.md:9:1: "soon" is no number to be asked for: write 5 +- 1 s, 4s..6s, 45%..55% or 3..5.',
    ],
    [
      '[[= 6s..4s]]',
      'q.md:9:1: "6s..4s" is no number to be asked for: write 5 +- 1 s, 4s..6s, 45%..55% or 3..5.',
    ],
    [
      '- [=] never\n- [ ] 5s',
      'q.md:9:1: "never" is no number to be asked for: write 5 +- 1 s, 4s..6s, 45%..55% or 3..5.',
    ],
    [
      '- [=] 4s..6s\n- [ ] 5%',
      'q.md:10:1: "5%" counts something else than "4s..6s": write both in the same unit.',
    ],
    [
      '- [=] 4s..6s\n- [=] 8s',
      'q.md:10:1: There is a second right range: keep one "[=]", and let it hold all that is right.',
    ],
    [
      '- [=] 4s..6s\n- [x] 8s',
      'q.md:10:1: This range has no box: begin it with "- [=] " if it is right, or with "- [ ] ".',
    ],
    [
      '- [=] 4s..6s\n- 8s',
      'q.md:10:1: This range has no box: begin it with "- [=] " if it is right, or with "- [ ] ".',
    ],
    [
      'It takes [[= 5 s]] or so.',
      'q.md:9:1: This [[...]] needs a line of its own, with an empty line before and after it.',
    ],
  ])('%j', (answer, sentence) => {
    const { question, said: problems } = asked(answer);
    expect([...new Set(problems)]).toEqual([sentence]);
    expect(question.problem).toBeDefined();
  });
});

test('lint finds ranges that meet the right one, and ranges that explain nothing', () => {
  const choices = '- [=] 4s..6s\n- [ ] 0s..4s\n  > Too soon.\n- [ ] 7s..';
  const files = smallCourse({ 'quizzes/q.md': quiz('q', written('q-1', { choices })) });
  expect(lintCourse(files).map(({ rule, line }) => [rule, line])).toEqual([
    ['ranges-overlap', 15],
    ['no-feedback', 17],
  ]);
});
