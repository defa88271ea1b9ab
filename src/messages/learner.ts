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
  notSaved: (file: string, reason: string) =>
    `Your progress can't be saved in ${file}: ${reason}. You can go on, but it is forgotten when you quit.`,
  reasons: new Map(
    Object.entries({
      EACCES: 'you have no permission to do so',
      EPERM: 'you have no permission to do so',
      EROFS: 'the disk is read-only',
      ENOSPC: 'the disk is full',
      EDQUOT: 'your share of the disk is full',
      ENOTDIR: 'a part of its path is a file, not a folder',
      EEXIST: 'a part of its path is a file, not a folder',
      EISDIR: 'there is a folder of that name',
      ENOENT: 'the folder does not exist',
      ELOOP: 'its path goes round in circles',
      ENAMETOOLONG: 'its name is too long',
      EMFILE: 'too many files are open',
    }),
  ) as ReadonlyMap<string, string>,
  cut: 'only a part of it could be written; the disk is probably full',
};
