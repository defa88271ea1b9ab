import type { Answer, Grade, Question } from './model.ts';
import { questionType } from './question-types/all.ts';

/** Judges an answer. A question that cannot be asked is never right. */
export function grade(question: Question, answer: Answer): Grade {
  const type = question.problem ? undefined : questionType(question.type);
  return type?.grade(question, answer) ?? { right: false, feedback: [] };
}
