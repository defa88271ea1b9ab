import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grade } from '../../src/course/grade.ts';
import type { Question } from '../../src/course/model.ts';

function asked(type: string, marks: readonly boolean[]): Question {
  const choices = marks.map((correct, place) => ({
    tokens: [],
    text: `choice ${place}`,
    correct,
    feedback: `feedback ${place}`,
    line: place,
  }));
  return {
    id: 'q',
    type,
    line: 1,
    prompt: [],
    hints: [],
    explanation: [],
    choices,
    proof: undefined,
    problem: undefined,
  };
}

test('single choice: the one, alone, with its feedback', () => {
  const question = asked('single-choice', [false, true, false]);
  expect(grade(question, { chosen: [1] })).toEqual({
    right: true,
    feedback: [{ choice: 1, text: 'feedback 1', right: true }],
  });
  expect(grade(question, { chosen: [2] })).toEqual({
    right: false,
    feedback: [{ choice: 2, text: 'feedback 2', right: false }],
  });
  for (const chosen of [[], [1, 2], [7], [-1]]) expect(grade(question, { chosen }).right).toBe(false);
});

test('multiple choice: right is who marks exactly the right ones', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
      fc.array(fc.nat(7)),
      (marks, chosen) => {
        const right = marks.flatMap((mark, place) => (mark ? [place] : []));
        const marked = [...new Set(chosen)].sort();
        const same = JSON.stringify(marked) === JSON.stringify(right);
        expect(grade(asked('multiple-choice', marks), { chosen: marked }).right).toBe(same);
      },
    ),
  );
});

test('a question that cannot be asked is never right', () => {
  const problem = { file: 'q.md', line: 1, column: 1, rule: 'x', severity: 'error', message: 'x' } as const;
  expect(grade({ ...asked('single-choice', [true, false]), problem }, { chosen: [0] }).right).toBe(false);
  expect(grade(asked('nonsense', [true, false]), { chosen: [0] }).right).toBe(false);
});
