import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, graded, idOf } from './asked.ts';

test('right is who marks exactly the right ones', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 3, maxLength: 8 }),
      fc.uniqueArray(fc.nat(7)),
      (marks, chosen) => {
        const lines = marks.map((mark, index) => `- [${mark ? 'x' : ' '}] choice ${index}`);
        const right = marks.flatMap((mark, index) => (mark ? [index] : []));
        fc.pre(right.length > 1 && right.length < marks.length);
        const { question } = asked(lines.join('\n'));
        expect(question.type).toBe('multiple-choice');
        const ids = chosen.map((index) => idOf(question, `choice ${index}`));
        const same = chosen.toSorted().join() === right.join();
        expect(graded(question, { form: 'some', chosen: ids }).right).toBe(same);
      },
    ),
  );
});

test('each marked one has its say', () => {
  const { question } = asked('- [x] a\n  > Yes.\n- [x] b\n- [ ] c\n  > No.');
  const chosen = ['c', 'b', 'a'].map((text) => idOf(question, text));
  expect(graded(question, { form: 'some', chosen })).toEqual({
    right: false,
    remarks: [
      ['c', 'No.'],
      ['a', 'Yes.'],
    ],
  });
});

test('all right is nothing to choose', () => {
  const { question, said } = asked('- [x] a\n- [x] b');
  expect(said).toEqual([
    'q.md:1:1: All choices are right, so there is nothing to choose: add a wrong one, "- [ ] ...".',
  ]);
  expect(question.problem).toBeDefined();
});
