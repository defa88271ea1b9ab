import { plural } from './plural.ts';

/** What the tutor says about the learner's progress file. */
export const learnerMessages = {
  damaged: (lines: number, file: string, copy: string) =>
    `${plural(lines, 'line')} of your progress in ${file} can't be read and ${lines === 1 ? 'is' : 'are'} ` +
    `skipped; the rest counts. A copy of the file as it is was kept as ${copy}.`,
  damagedWithoutCopy: (lines: number, file: string, reason: string) =>
    `${plural(lines, 'line')} of your progress in ${file} can't be read and ${lines === 1 ? 'is' : 'are'} ` +
    `skipped; the rest counts. A copy could not be kept: ${reason}.`,
  unreadable: (file: string, reason: string) =>
    `Your progress in ${file} can't be read: ${reason}. You can go on, from the beginning.`,
  reading: (share: number) => `Reading your progress: ${Math.floor(share * 100)} %`,
  newer: (lines: number) =>
    `${plural(lines, 'line')} of your progress ${lines === 1 ? 'was' : 'were'} written by a newer infra-tutor: ` +
    `${lines === 1 ? 'it is kept, and counts' : 'they are kept, and count'} once this one is updated.`,
  notSaved: (file: string, reason: string) =>
    `Your progress can't be saved in ${file}: ${reason}. You can go on, but it is forgotten when you quit.`,
  savedAgain: (file: string) =>
    `Your progress can be saved again in ${file}; what was refused before is there now too.`,
};
