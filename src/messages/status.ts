import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('status');

/** Words of `status` and `reset`. */
export const statusWords = {
  total: (read: number, lessons: number, right: number, questions: number, answered: number) =>
    t`${read} of ${t.counted(lessons, 'lesson')} read; ${right} of ${t.counted(questions, 'question')} right, ${answered} answered.`,
  missions: (won: number, all: number, stars: number) =>
    t`${won} of ${t.counted(all, 'mission')} won, with ${t.counted(stars, 'star')}.`,
  stage: (number: number, title: string, read: number, lessons: number, right: number, questions: number) =>
    t`Stage ${number}: ${title.padEnd(22)} ${read} of ${lessons} ${['lesson', 'lessons']} read` +
    (questions > 0 ? t`, ${right} of ${questions} ${['question', 'questions']} right` : ''),
  goOn: (command: string, begun: boolean) =>
    begun ? t`Go on where you stopped: ${command}` : t`Begin: ${command}`,
  allDone: t`Everything is read and answered. "infra-tutor" shows the course map.`,
  journal: (file: string, damaged: number) =>
    damaged === 0
      ? t`Your progress is kept in ${file}.`
      : t`Your progress is kept in ${file}; ${damaged} ${['line', 'lines']} in it can't be read and ${['is', 'are']} skipped.`,
};

export const resetWords = {
  sure: (title: string) =>
    t`Forget everything that you did in "${title}"? Write yes, or anything else to keep it:`,
  kept: t`Nothing was forgotten.`,
  one: (title: string) => t`Forgotten: what you did in "${excerpt(title)}".`,
  all: (title: string) => t`Forgotten: everything you did in "${excerpt(title)}".`,
  notSaved: t`That could not be written down, so nothing is forgotten.`,
};
