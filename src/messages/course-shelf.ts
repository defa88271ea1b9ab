import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { orList } from './list.ts';
import { program } from './program.ts';

const t = messagesOf('course-shelf');

/** Words of the commands that hand a course out, and that keep several side by side. */
export const courseShelfWords = {
  notPacked: (folder: string, why: string) => t`${excerpt(folder, longestPath)} is not packed: ${why}`,
  notOpened: (file: string, why: string) => t`${excerpt(file, longestPath)} is not opened: ${why}`,
  packed: (file: string, files: number, bytes: number) =>
    t`${file}: ${files} ${['file', 'files']}, ${Math.ceil(bytes / 1000)} kB. Whoever gets it opens it with "${program} --course ${file}", or keeps it with "${program} course add ${file}".`,
  hasErrors: (folder: string, errors: number) =>
    t`${excerpt(folder, longestPath)} has ${errors} ${['error', 'errors']}, so it is not packed: "${program} course lint ${excerpt(folder, longestPath)}" says what they are.`,
  added: (title: string, key: string) =>
    t`"${title}" is here now, and in use: ${program} opens it. "${program} course use" with another id goes back (this one's is ${key}).`,
  renewed: (title: string) =>
    t`"${title}" was here already: it is this edition now, in use, and what you did in it stays.`,
  longId: (id: string) => t`The course's id ${excerpt(id)} is too long to be kept under it.`,
  inUse: (title: string) => t`In use now: "${title}".`,
  unknown: (id: string) =>
    t`There is no course "${excerpt(id)}" here: "${program} course list" shows all of them, "${program} course add FILE" brings one.`,
  several: (id: string, keys: readonly string[]) =>
    t`Several courses here are called "${excerpt(id)}": write ${orList(keys.map((key) => excerpt(key)))}.`,
  noFile: t`there is no such file or folder`,
  broken: (key: string, why: string) => `${key}: ${why}`,
  row: (mark: string, key: string, title: string, done: string) => `${mark} ${key}  ${title} (${done})`,
  done: (right: number, all: number) => t`${right} of ${all} ${['question', 'questions']} right`,
  legend: t`* in use; "${program} course use ID" takes another one.`,
};
