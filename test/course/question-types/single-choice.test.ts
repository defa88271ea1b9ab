import { expect, test } from 'vitest';
import { asked, graded, idOf } from './asked.ts';

const { question } = asked('- [ ] no\n  > It is not.\n- [x] yes\n  > It is.\n- [ ] never\n  > It was once.');

test('right is the one, with what is said about it', () => {
  expect(question.type).toBe('single-choice');
  const chosen = (text: string) => graded(question, { form: 'one', chosen: idOf(question, text) });
  expect(chosen('yes')).toEqual({ right: true, remarks: [['yes', 'It is.']] });
  expect(chosen('never')).toEqual({ right: false, remarks: [['never', 'It was once.']] });
  expect(graded(question, { form: 'one', chosen: 'nonsense' })).toEqual({ right: false, remarks: [] });
});

test('an answer in another form is wrong', () => {
  const chosen = [idOf(question, 'yes')];
  expect(graded(question, { form: 'some', chosen })).toEqual({ right: false, remarks: [] });
});

test.each([
  ['- [ ] a\n- [ ] b', 'q.md:9:1: No choice is marked right: write [x] in the right one.'],
  ['- [x] a', 'q.md:1:1: There is only one choice: write at least one wrong one, "- [ ] ...".'],
  ['- [x] a\n- b', 'q.md:10:1: This choice has no box: begin it with "- [ ] " or "- [x] ".'],
  ['- [x] a\n- [ ] <!-- b -->', 'q.md:10:1: This choice is empty: write its text after the box.'],
])('%s', (answer, sentence) => {
  expect(asked(answer).said).toEqual([sentence]);
  expect(asked(answer).question.problem).toBeDefined();
});
