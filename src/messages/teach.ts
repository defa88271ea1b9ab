import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('teach');

/** Words of the commands for authors of a course. */
export const lintWords = {
  warning: t`warning`,
  fixed: (file: string) => t`${file}: mended`,
  total: (folder: string, { errors, warnings }: { errors: number; warnings: number }) =>
    errors + warnings === 0
      ? t`${folder}: nothing wrong.`
      : `${folder}: ${t.counted(errors, 'error')}, ${t.counted(warnings, 'warning')}.`,
};

export const proofWords = {
  mission: t`mission`,
  prediction: t`prediction`,
  holds: (quiz: string, question: string) => t`holds   ${quiz} / ${question}`,
  fails: (quiz: string, question: string, file: string, line: number) =>
    t`fails   ${quiz} / ${question} (${file}:${line})`,
  values: (measure: string, values: readonly string[]) => `          ${measure}: ${values.join(', ')}`,
  noChanges: (folder: string, ref: string, reason: string) =>
    t`What has changed in "${excerpt(folder, longestPath)}" since "${excerpt(ref)}" can't be told: ${reason || t`git knows no such commit`}.`,
  total: (all: number, failed: number, chosen: boolean) =>
    all === 0
      ? chosen
        ? t`Nothing with a proof has changed.`
        : t`No question and no mission of this course has a proof.`
      : `${t.counted(all, 'proof')}: ${failed === 0 ? t`all hold.` : t.plural(failed)`${failed} ${['fails', 'fail']}.`}`,
};

export const newCourseWords = {
  made: (folder: string, files: number) => t`A course of ${files} ${['file', 'files']} is in ${folder}.`,
  next: (folder: string) => [
    t`Next:`,
    t`  ${program} course preview ${folder}  see it beside your editor`,
    t`  ${program} course lint ${folder}     check it`,
    t`  ${program} course test ${folder}     run its proofs`,
    t`  ${program} help authoring  how it is written`,
  ],
  taken: (folder: string) =>
    t`${excerpt(folder, longestPath)} is not empty: give the name of a folder that isn't there yet, or of an empty one.`,
  isFile: (folder: string) =>
    t`${excerpt(folder, longestPath)} is a file: give the name of a folder that isn't there yet.`,
};
