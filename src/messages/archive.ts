import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('archive');

/** Why an archive is not opened: what follows its name and a colon. It is looked into before a language is chosen. */
export const archiveWords = {
  unread: (path: string, why: string) => t`its file ${excerpt(path, longestPath)} is left unread. ${why}`,
  noCourse: () => t`it holds no course: there is no course.yaml at its top, nor in the only folder there.`,
  largeFile: (path: string) =>
    t`its file ${excerpt(path, longestPath)} is larger than a course's may be (256 KB).`,
  tooLarge: () => t`it is larger than a course may be (50 MB packed, 100 MB unpacked).`,
  notGzip: () => t`it is no archive: a course is handed out as a .tgz, as "course pack" makes it.`,
  notTar: () => t`it is damaged, or no tar archive. Ask for it once more.`,
  tooMany: (most: number) => t`it holds more than ${most} files.`,
  kind: (name: string) =>
    t`it holds a link or a device, ${excerpt(name)}, and a course is made of files and folders alone.`,
  name: (name: string) => t`it holds a name that no file of a course has: ${excerpt(name)}.`,
  escapes: (name: string) => t`it holds a path that leads out of the course: ${excerpt(name)}.`,
  deep: (name: string, most: number) => t`it holds folders more than ${most} deep: ${excerpt(name)}.`,
  twice: (name: string) => t`it holds ${excerpt(name)} twice, so nobody can say which one is meant.`,
};
