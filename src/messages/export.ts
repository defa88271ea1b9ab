/** Words of `course export`. */
import type { Loss } from '../course/export/format.ts';
import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { program } from './program.ts';

const lost: Readonly<Record<Loss, (count: number) => string>> = {
  hints: (count) => `the hints of ${plural(count, 'question')} are left out`,
  proof: (count) => `${plural(count, 'answer loses', 'answers lose')} the run that proves it`,
  order: (count) => `${plural(count, 'order becomes', 'orders become')} steps to match with their places`,
  drawing: (count) => `${plural(count, 'drawing becomes a list', 'drawings become lists')} of components`,
  feedback: () => 'what is said to single answers is left out',
};

export const exportWords = {
  wrote: (questions: number, quizzes: number, format: string) =>
    `${plural(questions, 'question')} of ${plural(quizzes, 'quiz', 'quizzes')} written as ${format}.`,
  losses: (counts: ReadonlyMap<Loss, number>) =>
    `On the way: ${[...counts].map(([loss, count]) => lost[loss](count)).join('; ')}.`,
  broken: (ids: readonly string[]) =>
    `Left out, because they can't be asked: ${ids.join(', ')}. "${program} course lint" says why.`,
  whichFormat: (formats: readonly string[], asked: string | undefined) =>
    asked === undefined
      ? `course export needs a format: --to ${formats.join(', --to ')}.`
      : `There is no format ${JSON.stringify(excerpt(asked))}. There are ${formats.join(', ')}.`,
  noQuiz: 'This course has no quiz to export.',
  emptyOutput: '--output needs the name of a file.',
} as const;
