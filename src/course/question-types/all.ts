import { multipleChoice } from './multiple-choice.ts';
import type { QuestionType } from './question-type.ts';
import { singleChoice } from './single-choice.ts';

/** Every type of question, asked in this order whether a form is theirs. */
export const questionTypes: readonly QuestionType[] = [singleChoice, multipleChoice];

/** The type of that name. */
export function questionType(name: string): QuestionType | undefined {
  return questionTypes.find((type) => type.name === name);
}
