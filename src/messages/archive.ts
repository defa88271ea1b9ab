import { excerpt, longestPath } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { program } from './program.ts';

/** Why an archive is not opened: what follows its name and a colon. */
export const archiveWords = {
  unread: (path: string, why: string) => `its file ${excerpt(path, longestPath)} is left unread. ${why}`,
  noCourse: 'it holds no course: there is no course.yaml at its top, nor in the only folder there.',
  largeFile: (path: string) =>
    `its file ${excerpt(path, longestPath)} is larger than a course's may be (256 KB).`,
  tooLarge: 'it is larger than a course may be (50 MB packed, 100 MB unpacked).',
  notGzip: 'it is no archive: a course is handed out as a .tgz, as "course pack" makes it.',
  notTar: 'it is damaged, or no tar archive. Ask for it once more.',
  tooMany: (most: number) => `it holds more than ${most} files.`,
  kind: (name: string) =>
    `it holds a link or a device, ${excerpt(name)}, and a course is made of files and folders alone.`,
  name: (name: string) => `it holds a name that no file of a course has: ${excerpt(name)}.`,
  escapes: (name: string) => `it holds a path that leads out of the course: ${excerpt(name)}.`,
  deep: (name: string, most: number) => `it holds folders more than ${most} deep: ${excerpt(name)}.`,
  twice: (name: string) => `it holds ${excerpt(name)} twice, so nobody can say which one is meant.`,
};

/** Words of the commands that hand a course out, and that keep several side by side. */
export const courseShelfWords = {
  notPacked: (folder: string, why: string) => `${excerpt(folder, longestPath)} is not packed: ${why}`,
  notOpened: (file: string, why: string) => `${excerpt(file, longestPath)} is not opened: ${why}`,
  packed: (file: string, files: number, bytes: number) =>
    `${file}: ${plural(files, 'file')}, ${Math.ceil(bytes / 1000)} kB. Whoever gets it opens it with "${program} --course ${file}", or keeps it with "${program} course add ${file}".`,
  hasErrors: (folder: string, errors: number) =>
    `${excerpt(folder, longestPath)} has ${plural(errors, 'error')}, so it is not packed: "${program} course lint ${excerpt(folder, longestPath)}" says what they are.`,
  added: (title: string, key: string) =>
    `"${title}" is here now, and in use: ${program} opens it. "${program} course use" with another id goes back (this one's is ${key}).`,
  renewed: (title: string) =>
    `"${title}" was here already: it is this edition now, in use, and what you did in it stays.`,
  longId: (id: string) => `The course's id ${excerpt(id)} is too long to be kept under it.`,
  inUse: (title: string) => `In use now: "${title}".`,
  unknown: (id: string) =>
    `There is no course "${excerpt(id)}" here: "${program} course list" shows all of them, "${program} course add FILE" brings one.`,
  several: (id: string, keys: readonly string[]) =>
    `Several courses here are called "${excerpt(id)}": write ${keys.map((key) => excerpt(key)).join(' or ')}.`,
  noFile: 'there is no such file or folder',
  broken: (key: string, why: string) => `${key}: ${why}`,
  row: (mark: string, key: string, title: string, done: string) => `${mark} ${key}  ${title} (${done})`,
  done: (right: number, all: number) => `${right} of ${plural(all, 'question')} right`,
  legend: `* in use; "${program} course use ID" takes another one.`,
};
