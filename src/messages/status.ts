import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';

/** Words of `status` and `reset`. */
export const statusWords = {
  total: (read: number, lessons: number, right: number, questions: number, answered: number) =>
    `${read} of ${plural(lessons, 'lesson')} read; ${right} of ${plural(questions, 'question')} right, ${answered} answered.`,
  missions: (won: number, all: number, stars: number) =>
    `${won} of ${plural(all, 'mission')} won, with ${plural(stars, 'star')}.`,
  stage: (number: number, title: string, read: number, lessons: number, right: number, questions: number) =>
    `Stage ${number}: ${title.padEnd(26)} ${read} of ${plural(lessons, 'lesson')} read` +
    (questions > 0 ? `, ${right} of ${plural(questions, 'question')} right` : ''),
  goOn: (command: string, begun: boolean) =>
    begun ? `Go on where you stopped: ${command}` : `Begin: ${command}`,
  allDone: 'Everything is read and answered. "infra-tutor" shows the course map.',
  journal: (file: string, damaged: number) =>
    damaged === 0
      ? `Your progress is kept in ${file}.`
      : `Your progress is kept in ${file}; ${plural(damaged, 'line')} in it can't be read and ${damaged === 1 ? 'is' : 'are'} skipped.`,
};

export const resetWords = {
  sure: (title: string) =>
    `Forget everything that you did in "${title}"? Write yes, or anything else to keep it:`,
  kept: 'Nothing was forgotten.',
  one: (title: string) => `Forgotten: what you did in "${excerpt(title)}".`,
  all: (title: string) => `Forgotten: everything you did in "${excerpt(title)}".`,
  notSaved: 'That could not be written down, so nothing is forgotten.',
};
