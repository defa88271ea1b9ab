import { messagesOf } from './language.ts';

const t = messagesOf('disk');

const full = () => t`the disk is full`;

/** Why the disk refused something, as the end of a sentence. It is read from before a language is chosen. */
export const diskWords = {
  /** by the system's own code (errno(3)) */
  reasons: new Map([
    ['EACCES', () => t`you have no permission to do so`],
    ['EPERM', () => t`you have no permission to do so`],
    ['EROFS', () => t`the disk is read-only`],
    ['ENOSPC', full],
    ['EPIPE', () => t`whoever read from it is gone`],
    ['EDQUOT', () => t`your share of the disk is full`],
    ['EFBIG', () => t`it would become larger than a file may be here`],
    ['ENOTDIR', () => t`a part of its path is a file, not a folder`],
    ['EEXIST', () => t`a part of its path is a file, not a folder`],
    ['EISDIR', () => t`there is a folder of that name`],
    ['ENOTEMPTY', () => t`the folder is not empty`],
    ['ENOENT', () => t`there is no such file or folder`],
    ['ELOOP', () => t`its path goes round in circles`],
    ['ENAMETOOLONG', () => t`its name is too long`],
    ['EMFILE', () => t`too many files are open`],
    ['ENFILE', () => t`too many files are open`],
    ['EIO', () => t`the disk reports an error of its own`],
    ['ENXIO', () => t`nobody reads from it`],
    ['EBUSY', () => t`something else is using it`],
    ['ETXTBSY', () => t`something else is using it`],
    ['EAGAIN', () => t`it has nothing to read now`],
  ]) as ReadonlyMap<string, () => string>,
  full,
  refusals: {
    'not-a-file': () => t`it is no regular file`,
    'too-large': () => t`it is too large`,
    cut: () => t`only a part of it could be written; the disk is probably full`,
  },
};
