import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../../src/course/load-course.ts';
import type { Question } from '../../../src/course/model.ts';
import { questionTypes } from '../../../src/course/question-types/all.ts';
import { topologiesOf } from '../../../src/course/topologies.ts';
import { readTopology } from '../../../src/topology/read.ts';
import { asked, grade, idOf, itemsOf, solve } from './asked.ts';

const course = loadCourse('.');
const openTopology = topologiesOf(course, readTopology);
const shipped = course.stages.flatMap(({ quizzes }) => quizzes).flatMap(({ questions }) => questions);

describe.each(questionTypes.map(({ name }) => name))('%s', (name) => {
  const questions = shipped.filter(({ type }) => type === name);

  test('is in the shipped course', () => {
    expect(questions.length).toBeGreaterThan(0);
  });

  test('calls its own solution right, also after a journey through JSON', () => {
    for (const question of questions) {
      const solution = solve(question, openTopology);
      if (solution === undefined) throw new Error(`${question.id} has no solution`);
      expect(grade(question, solution.answer, openTopology).right, question.id).toBe(true);
      const built: Question = JSON.parse(JSON.stringify(question));
      expect(grade(built, solution.answer, openTopology), question.id).toEqual(
        grade(question, solution.answer, openTopology),
      );
      expect(solve(built, openTopology)).toEqual(solution);
    }
  });
});

test('a question that cannot be asked is never right', () => {
  const { question } = asked('- [x] yes\n- [ ] no');
  const answer = { form: 'one', chosen: idOf(question, 'yes') } as const;
  expect(grade(question, answer).right).toBe(true);
  const problem = { file: 'q.md', line: 1, column: 1, rule: 'x', severity: 'error', message: 'x' } as const;
  const broken = { ...question, problem };
  expect([grade(broken, answer).right, solve(broken)]).toEqual([false, undefined]);
  const unknown = { ...question, type: 'nonsense' };
  expect([grade(unknown, answer).right, solve(unknown)]).toEqual([false, undefined]);
});

describe('an item', () => {
  test('is the same wherever it stands, and however its author breaks the line', () => {
    const first = asked('- [x] one  two\n- [ ] three').question;
    const second = asked('- [ ] three\n- [ ] four\n- [x] one\n  two').question;
    const known = new Set(itemsOf(second.asks).map(({ id }) => id));
    expect(itemsOf(first.asks).every(({ id }) => known.has(id))).toBe(true);
  });

  test('may have a name, which is not shown, so that its text may change', () => {
    const { question, said } = asked('- [x] yes <!-- id: sure -->\n- [ ] no');
    expect(said).toEqual([]);
    expect(itemsOf(question.asks)[0]).toMatchObject({ id: 'sure', text: 'yes' });
    expect(JSON.stringify(question.asks)).not.toContain('<!--');
  });

  test('is never another one, also where two say the same', () => {
    const { question } = asked('- [x] yes\n- [ ] yes\n- [ ] yes');
    expect(new Set(itemsOf(question.asks).map(({ id }) => id)).size).toBe(3);
  });
});
