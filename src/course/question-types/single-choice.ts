import { courseMessages as say } from '../../messages/course.ts';
import { feedbackOf, type QuestionType, rightPlaces } from './question-type.ts';

/** One `[x]`: one choice is right. */
export const singleChoice: QuestionType = {
  name: 'single-choice',
  claims: (form) => rightPlaces(form.choices).length === 1,
  check(form, problems) {
    if (form.choices.length === 1) problems.error(form.at, 'one-choice', say.oneChoice);
    const measures = new Set(form.proof?.measures.values());
    if (form.proofAt && measures.size > 1) problems.error(form.proofAt, 'prove', say.measurePerChoice);
  },
  grade(question, answer) {
    const [right] = rightPlaces(question.choices);
    const chosen = answer.chosen;
    return {
      right: chosen.length === 1 && chosen[0] === right,
      feedback: feedbackOf(question, answer),
    };
  },
  provenTrue: (question) => new Set(rightPlaces(question.choices).map((place) => place + 1)),
};
