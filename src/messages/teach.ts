import { excerpt, longestPath } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { program } from './program.ts';

/** Words of the commands for authors of a course. */
export const lintWords = {
  warning: 'warning',
  fixed: (file: string) => `${file}: mended`,
  total: (folder: string, { errors, warnings }: { errors: number; warnings: number }) =>
    errors + warnings === 0
      ? `${folder}: nothing wrong.`
      : `${folder}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`,
};

export const proofWords = {
  mission: 'mission',
  prediction: 'prediction',
  holds: (quiz: string, question: string) => `holds   ${quiz} / ${question}`,
  fails: (quiz: string, question: string, file: string, line: number) =>
    `fails   ${quiz} / ${question} (${file}:${line})`,
  values: (measure: string, values: readonly string[]) => `          ${measure}: ${values.join(', ')}`,
  noChanges: (folder: string, ref: string, reason: string) =>
    `What has changed in "${excerpt(folder, longestPath)}" since "${excerpt(ref)}" can't be told: ${reason || 'git knows no such commit'}.`,
  total: (all: number, failed: number, chosen: boolean) =>
    all === 0
      ? chosen
        ? 'Nothing with a proof has changed.'
        : 'No question and no mission of this course has a proof.'
      : `${plural(all, 'proof')}: ${failed === 0 ? 'all hold.' : `${failed} ${failed === 1 ? 'fails' : 'fail'}.`}`,
};

export const newCourseWords = {
  made: (folder: string, files: number) => `A course of ${plural(files, 'file')} is in ${folder}.`,
  next: (folder: string) => [
    'Next:',
    `  ${program} course preview ${folder}  see it beside your editor`,
    `  ${program} course lint ${folder}     check it`,
    `  ${program} course test ${folder}     run its proofs`,
    `  ${program} help authoring  how it is written`,
  ],
  taken: (folder: string) =>
    `${excerpt(folder, longestPath)} is not empty: give the name of a folder that isn't there yet, or of an empty one.`,
  isFile: (folder: string) =>
    `${excerpt(folder, longestPath)} is a file: give the name of a folder that isn't there yet.`,
};
