import type { Answer, Grade, Question, Solution } from './model.ts';
import { questionType } from './question-types/all.ts';

/** Judges an answer. A question that cannot be asked is never right. */
export function grade(question: Question, answer: Answer): Grade {
  const type = question.problem ? undefined : questionType(question.type);
  return type?.grade(question, answer) ?? { right: false, remarks: [] };
}

/** The right answer and what there is to say to it; undefined for a question that cannot be asked. */
export function solve(question: Question): Solution | undefined {
  return question.problem ? undefined : questionType(question.type)?.solve(question);
}
