import { courseMessages as say } from '../../messages/course.ts';
import { claimsByChoice } from '../proof-fields.ts';
import {
  type ChoicesKey,
  gradeChoices,
  isAnswer,
  lintChoices,
  marksIn,
  readChoices,
  rightOnes,
} from './choices.ts';
import { defineType } from './question-type.ts';

/** One `[x]`: one choice is right. */
export const singleChoice = defineType<'one', ChoicesKey>({
  name: 'single-choice',
  form: 'one',
  isAnswer,
  claims: (blocks) => marksIn(blocks) <= 1,
  read(source, problems) {
    const { items, key } = readChoices(source, problems);
    const at = { ...source.at, line: key[0]?.line ?? source.at.line };
    if (rightOnes(key).length === 0) problems.error(at, 'no-right-answer', say.noRightAnswer);
    else if (key.length === 1) problems.error(source.at, 'one-choice', say.oneChoice);
    return { asks: { form: 'one', items }, key };
  },
  grade: (key, { chosen }) => gradeChoices(key, [chosen]),
  solution: (key) => ({ form: 'one', chosen: rightOnes(key)[0] ?? '' }),
  prove(key, fields) {
    fields.wantOneMeasure(say.measurePerChoice);
    return claimsByChoice(
      fields,
      key.map(({ correct }) => correct),
    );
  },
  lint({ asks, key }, at, problems) {
    lintChoices(asks.items, key, at, problems);
  },
});
