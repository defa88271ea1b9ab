import { courseMessages as say } from '../../messages/course.ts';
import { feedbackOf, type QuestionType, rightPlaces } from './question-type.ts';

/** Several `[x]`: right is who marks exactly those. */
export const multipleChoice: QuestionType = {
  name: 'multiple-choice',
  claims: (form) => rightPlaces(form.choices).length > 1,
  check(form, problems) {
    if (form.choices.every((choice) => choice.correct)) problems.error(form.at, 'all-right', say.allRight);
  },
  grade(question, answer) {
    const right = rightPlaces(question.choices);
    const chosen = new Set(answer.chosen);
    return {
      right: chosen.size === right.length && right.every((place) => chosen.has(place)),
      feedback: feedbackOf(question, answer),
    };
  },
  provenTrue: (question) => new Set(rightPlaces(question.choices).map((place) => place + 1)),
};
