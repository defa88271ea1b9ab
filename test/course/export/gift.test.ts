import { parse } from 'gift-pegjs';
import { expect, test } from 'vitest';
import { promptWithUnit } from '../../../src/course/export/format.ts';
import { gift } from '../../../src/course/export/gift.ts';
import { moodleXml } from '../../../src/course/export/moodle-xml.ts';
import type { PortableQuestion } from '../../../src/course/export/portable.ts';
import { type Exported, shipped, tricky } from './course.ts';

type Read = ReturnType<typeof parse>[number];

const readBack = ({ quizzes, course }: Exported): Read[] => parse(gift.write(quizzes, course));

const asked = (read: readonly Read[]) => read.filter(({ type }) => type !== 'Category');

/** What the independent parser makes of a question, in our words. */
function portableOf(read: Read): unknown {
  switch (read.type) {
    case 'MC':
      return read.choices.map(({ isCorrect, weight, text, feedback }) => ({
        text: text.text,
        right: isCorrect || (weight ?? 0) > 0,
        feedback: feedback?.text ?? '',
      }));
    case 'Short':
      return read.choices.map(({ text }) => text.text);
    case 'Matching':
      return read.matchPairs.map(({ subquestion }) => subquestion.text);
    case 'Numerical': {
      const choice = Array.isArray(read.choices) ? read.choices[0]?.text : read.choices;
      return choice?.type === 'simple'
        ? { from: choice.number, to: choice.number }
        : { from: choice?.numberLow, to: choice?.numberHigh };
    }
    default:
      return read.type;
  }
}

function expectedOf({ answer }: PortableQuestion): unknown {
  switch (answer.kind) {
    case 'choices':
      return answer.choices;
    case 'text':
      return answer.accepted;
    case 'order':
      return answer.steps;
    case 'number':
      return { from: answer.from ?? -1e9, to: answer.to ?? 1e9 };
  }
}

/** Moodle's parser trims, and so does this one; the words must be the same, signs and all. */
const trimmed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? part.trim() : part));

test.each([
  ['the shipped course', shipped],
  ['signs that GIFT has a meaning for', tricky],
])('an independent parser reads %s as it was written', (_, exported) => {
  const questions = exported.quizzes.flatMap((quiz) => quiz.questions);
  const read = asked(readBack(exported));
  expect(read.map(({ title }) => title)).toEqual(questions.map(({ id }) => id));
  for (const [i, question] of questions.entries()) {
    const back = read[i];
    if (back === undefined || !('stem' in back)) throw new Error(`${question.id} has no words`);
    expect(trimmed(portableOf(back)), question.id).toEqual(trimmed(expectedOf(question)));
    expect(back.stem, question.id).toEqual({ format: 'markdown', text: promptWithUnit(question) });
    if ('globalFeedback' in back) expect(back.globalFeedback?.text ?? '').toBe(question.explanation);
  }
});

test('what is right is worth everything together, and ticking all is worth nothing', () => {
  for (const question of asked(readBack(shipped))) {
    if (question.type !== 'MC' || question.choices.every(({ weight }) => weight === null)) continue;
    const weights = question.choices.map(({ weight }) => weight ?? 0);
    const right = weights.filter((weight) => weight > 0).reduce((sum, weight) => sum + weight, 0);
    expect(right).toBeCloseTo(100, 2);
    if (weights.some((weight) => weight < 0))
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(100);
  }
});

test('an order of choices that is part of their sense is kept where there is a place for it, and else said', () => {
  const fixed = shipped.quizzes.flatMap((quiz) => quiz.questions).filter((question) => question.fixed);
  expect(fixed.length).toBeGreaterThan(0);
  for (const question of fixed) expect(gift.losses(question)).toContain('fixed');
  const xml = moodleXml.write(shipped.quizzes, shipped.course);
  expect(xml.match(/<shuffleanswers>false</g)).toHaveLength(fixed.length);
});

test('what is said to certain numbers and steps is said to be lost, and only where something is said', () => {
  const lost = shipped.quizzes
    .flatMap((quiz) => quiz.questions)
    .filter((question) => gift.losses(question).includes('remarks'));
  expect(new Set(lost.map(({ answer }) => answer.kind))).toEqual(new Set(['number', 'order']));
  const [signs, ...plain] = tricky.quizzes[0]?.questions ?? [];
  expect([signs, ...plain].filter((question) => question?.remarks)).toEqual([]);
});

test('of an order in which steps may be swapped it is said that it is the only one there', () => {
  const questions = shipped.quizzes.flatMap((quiz) => quiz.questions);
  const swapped = questions.filter((question) => gift.losses(question).includes('swaps'));
  expect(swapped.map(({ answer }) => answer.kind)).toContain('order');
  expect(swapped.length).toBeLessThan(questions.filter(({ answer }) => answer.kind === 'order').length);
});
