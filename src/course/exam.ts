/** A quiz that is an exam: what its front matter says, and which questions an attempt asks. */
import { createHash } from 'node:crypto';
import { examMessages as say } from '../messages/exam.ts';
import type { Problems } from '../text/problem.ts';
import { Fields } from './fields.ts';
import type { Exam, Question, Quiz } from './model.ts';

export const examKeys = ['minutes', 'draw', 'attempts', 'hints', 'feedback'] as const;

const usualMinutes = 30;
const most = { minutes: 24 * 60, draw: 10_000, attempts: 100 };

/** The `exam` of a quiz. What is wrong in it is told, and it is an exam all the same: its answers stay untold. */
export function readExam(quiz: Fields, problems: Problems): Exam | undefined {
  const value = quiz.value('exam');
  if (value === undefined) return undefined;
  const fields = new Fields(value, value.at, problems);
  fields.knowOnly(examKeys, say.inExam);
  if (!fields.has('minutes')) problems.error(value.at, 'exam', say.missingMinutes);
  const hints = fields.text('hints') ?? 'off';
  // YAML 1.1 reads `off` as false, and so do some editors
  if (!['on', 'off', 'true', 'false'].includes(hints))
    problems.error(fields.at('hints'), 'exam', say.hints(hints));
  const feedback = fields.text('feedback') ?? 'after';
  if (feedback !== 'after') problems.error(fields.at('feedback'), 'exam', say.feedback(feedback));
  return {
    minutes: fields.count('minutes', 1, most.minutes) ?? usualMinutes,
    draw: fields.count('draw', 1, most.draw),
    attempts: fields.count('attempts', 1, most.attempts) ?? 1,
    hints: hints === 'on' || hints === 'true',
  };
}

/**
 * The questions of an attempt, in the order of the file: those that the lot of the attempt falls on.
 *
 * @param begun when the attempt was begun: no two learners begin in the same millisecond
 */
export function drawnQuestions(quiz: Quiz, { draw }: Exam, begun: number): readonly Question[] {
  const all = quiz.questions.filter(({ problem }) => problem === undefined);
  const lot = ({ id }: Question): string =>
    createHash('sha256').update(`${begun} ${quiz.id} ${id}`).digest('hex');
  const lots = all.map((question) => ({ question, lot: lot(question) }));
  const drawn = lots.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, draw ?? all.length);
  const taken = new Set(drawn.map(({ question }) => question));
  return all.filter((question) => taken.has(question));
}
