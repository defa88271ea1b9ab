import { courseMessages as say } from '../../messages/course.ts';
import { claimsByChoice } from '../proof-fields.ts';
import { type ChoicesKey, gradeChoices, isAnswer, lintChoices, readChoices, rightOnes } from './choices.ts';
import { defineType } from './question-type.ts';

/** Several `[x]`: right is who marks exactly those. */
export const multipleChoice = defineType<'some', ChoicesKey>({
  name: 'multiple-choice',
  form: 'some',
  isAnswer,
  read(source, problems) {
    const { items, key } = readChoices(source, problems);
    if (key.every(({ correct }) => correct)) problems.error(source.at, 'all-right', say.allRight);
    return { asks: { form: 'some', items }, key };
  },
  grade: (key, { chosen }) => gradeChoices(key, chosen),
  solution: (key) => ({ form: 'some', chosen: rightOnes(key) }),
  prove: (key, fields) =>
    claimsByChoice(
      fields,
      key.map(({ correct }) => correct),
    ),
  lint({ asks, key }, at, problems) {
    lintChoices(asks.items, key, at, problems);
  },
});
