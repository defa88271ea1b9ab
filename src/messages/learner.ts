import { messagesOf } from './language.ts';

const t = messagesOf('learner');

/** What the tutor says about the learner's progress file. */
export const learnerMessages = {
  damaged: (lines: number, file: string, copy: string) =>
    t`${lines} ${['line', 'lines']} of your progress in ${file} can't be read and ${['is', 'are']} skipped; the rest counts. A copy of the file as it is was kept as ${copy}.`,
  damagedWithoutCopy: (lines: number, file: string, reason: string) =>
    t`${lines} ${['line', 'lines']} of your progress in ${file} can't be read and ${['is', 'are']} skipped; the rest counts. A copy could not be kept: ${reason}.`,
  unreadable: (file: string, reason: string) =>
    t`Your progress in ${file} can't be read: ${reason}. You can go on, from the beginning.`,
  reading: (share: number) => t`Reading your progress: ${Math.floor(share * 100)} %`,
  newer: (lines: number) =>
    t`${lines} ${['line', 'lines']} of your progress ${['was', 'were']} written by a newer infra-tutor: ${['it is kept, and counts', 'they are kept, and count']} once this one is updated.`,
  notSaved: (file: string, reason: string) =>
    t`Your progress can't be saved in ${file}: ${reason}. You can go on, but it is forgotten when you quit.`,
  savedAgain: (file: string) =>
    t`Your progress can be saved again in ${file}; what was refused before is there now too.`,
};
