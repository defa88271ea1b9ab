import { openExam } from '../learner/exam.ts';
import { quizzesOf } from '../learner/standing.ts';
import type { Context, Target } from './screen.ts';

/** Where a quiz leads: to its exam first, as long as there is an attempt. */
export function examFirst(
  target: Target,
  { course, progress }: Pick<Context, 'course' | 'progress'>,
): Target {
  if (target.screen !== 'quiz') return target;
  const quiz = quizzesOf(course).find(({ id }) => id === target.quiz);
  const open = quiz && openExam(quiz, progress);
  return open === undefined ? target : { screen: 'exam', quiz: target.quiz };
}
