import { expect, test } from 'vitest';
import { readQuiz } from '../../src/course/quiz-reader.ts';

function revision(prompt: string, answer: string, after = 'So it is.'): string {
  const text = `<quiz>\n\n${prompt}\n\n> Hint: Look.\n\n${answer}\n\n${after}\n\n</quiz>\n`;
  const [question] = readQuiz({ file: 'q.md', path: 'quizzes/q.md', text }).quiz.questions;
  expect(question?.problem).toBeUndefined();
  return question?.revision ?? '';
}

const choices = '- [ ] Never\n- [x] At once';
const asked = revision('When is it down?', choices);

test.each([
  ['signs and capitals of the question', 'when is it *down*', choices, 'So it is.'],
  ['the order of the choices', 'When is it down?', '- [x] At once\n- [ ] Never', 'So it is.'],
  ['feedback', 'When is it down?', '- [ ] Never\n  > Look again.\n- [x] At once', 'So it is.'],
  ['the explanation', 'When is it down?', choices, 'That is how it is.'],
])('%s may be mended', (_, prompt, answer, after) => {
  expect(revision(prompt, answer, after)).toBe(asked);
});

test.each([
  ['the question', 'When is it up?', choices],
  ['a choice', 'When is it down?', '- [ ] Never\n- [x] After a second'],
  ['what is right', 'When is it down?', '- [x] Never\n- [ ] At once'],
  ['the number of choices', 'When is it down?', `${choices}\n- [ ] Later`],
  ['the type', 'When is it down?', '[[at once]]'],
])('who changes %s has changed what was asked', (_, prompt, answer) => {
  expect(revision(prompt, answer)).not.toBe(asked);
});

test('a choice with a name of its own may be reworded', () => {
  const named = (words: string) => revision('When?', `- [ ] ${words} <!-- id: never -->\n- [x] At once`);
  expect(named('It never is')).toBe(named('Never'));
});

test('steps may not change their numbers', () => {
  const steps = (...numbers: number[]) =>
    revision('In which order?', numbers.map((number, index) => `${number}. ${'abc'[index]}`).join('\n'));
  expect(steps(1, 1, 2)).not.toBe(steps(1, 2, 3));
});
