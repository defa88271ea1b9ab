import { multipleChoice } from './multiple-choice.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { point } from './point.ts';
import type { QuestionType } from './question-type.ts';
import { singleChoice } from './single-choice.ts';
import { text } from './text.ts';

/** Every type of question; the first one that finds its answer in a question, and claims it, asks it. */
export const questionTypes: readonly QuestionType[] = [
  number,
  text,
  singleChoice,
  multipleChoice,
  point,
  order,
];

const byName = new Map(questionTypes.map((type) => [type.name, type]));

/** The type of that name. */
export function questionType(name: string): QuestionType | undefined {
  return byName.get(name);
}
