/** Words of `course export`. */
import type { Loss } from '../course/export/format.ts';
import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('export');

const lost: Readonly<Record<Loss, (count: number) => string>> = {
  hints: (count) => t`the hints of ${count} ${['question', 'questions']} are left out`,
  proof: (count) => t`${count} ${['answer loses', 'answers lose']} the run that proves it`,
  order: (count) => t`${count} ${['order becomes', 'orders become']} steps to match with their places`,
  drawing: (count) => t`${count} ${['drawing becomes a list', 'drawings become lists']} of components`,
  fixed: (count) =>
    t`the choices of ${count} ${['question', 'questions']} are shuffled there, though their order is fixed`,
  swaps: (count) =>
    t`${count} ${['order in which steps may be swapped becomes', 'orders in which steps may be swapped become']} the only right one`,
  remarks: (count) =>
    t`what is said to certain numbers or steps of ${count} ${['question', 'questions']} is left out`,
  feedback: () => t`what is said to single answers is left out`,
};

export const exportWords = {
  wrote: (questions: number, quizzes: number, format: string) =>
    t`${t.counted(questions, 'question')} of ${t.counted(quizzes, 'quiz', 'quizzes')} written as ${format}.`,
  losses: (counts: ReadonlyMap<Loss, number>) =>
    t`On the way: ${[...counts].map(([loss, count]) => lost[loss](count)).join('; ')}.`,
  broken: (ids: readonly string[]) =>
    t`Left out, because they can't be asked: ${ids.join(', ')}. "${program} course lint" says why.`,
  whichFormat: (formats: readonly string[], asked: string | undefined) =>
    asked === undefined
      ? t`course export needs a format: --to ${formats.join(', --to ')}.`
      : t`There is no format ${JSON.stringify(excerpt(asked))}. There are ${formats.join(', ')}.`,
  noQuiz: t`This course has no quiz to export.`,
  needsFile: (format: string) =>
    t`${format} is a zip archive: say where to write it, with --output FILE.zip.`,
  emptyOutput: t`--output needs the name of a file.`,
} as const;
