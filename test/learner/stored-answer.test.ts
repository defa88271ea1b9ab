import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventLine, readLine } from '../../src/learner/event-line.ts';
import { readAnswer } from '../../src/learner/stored-answer.ts';
import { someAnswer } from './arbitrary-events.ts';

const line = (answer: unknown) =>
  `{"type":"answer","quiz":"q","question":"a","answer":${JSON.stringify(answer)},"right":true,"hints":0,"given":false,"at":1,"course":"web"}`;

test('an answer in every form is read as it was written', () => {
  fc.assert(
    fc.property(someAnswer, (answer) => {
      expect(readAnswer(JSON.parse(JSON.stringify(answer)))).toEqual({ kind: 'answer', answer });
    }),
  );
});

test('an answer in a form of a newer version still counts', () => {
  const read = readLine(line({ form: 'sung', tune: 'la' }));
  expect(read).toMatchObject({ kind: 'event', event: { answer: undefined, right: true, given: false } });
});

test.each([
  undefined,
  null,
  'one',
  {},
  { form: 1 },
  { form: 'one' },
  { form: 'one', chosen: ['a'] },
  { form: 'some', chosen: 'a' },
  { form: 'some', chosen: [1] },
])('%j is no answer', (answer) => {
  expect(readLine(line(answer)).kind).toBe('damaged');
});

test("an answer of one's own that says nothing is damage, a given one is not", () => {
  const answer = {
    type: 'answer',
    quiz: 'q',
    question: 'a',
    right: false,
    hints: 0,
    at: 1,
    course: 'web',
  } as const;
  const read = (given: boolean) => readLine(eventLine({ ...answer, answer: undefined, given }, 1)).kind;
  expect([read(true), read(false)]).toEqual(['event', 'damaged']);
});
