const full = 'the disk is full';

/** Why the disk refused something, as the end of a sentence. */
export const diskWords = {
  /** by the system's own code (errno(3)) */
  reasons: new Map([
    ['EACCES', 'you have no permission to do so'],
    ['EPERM', 'you have no permission to do so'],
    ['EROFS', 'the disk is read-only'],
    ['ENOSPC', full],
    ['EPIPE', 'whoever read from it is gone'],
    ['EDQUOT', 'your share of the disk is full'],
    ['EFBIG', 'it would become larger than a file may be here'],
    ['ENOTDIR', 'a part of its path is a file, not a folder'],
    ['EEXIST', 'a part of its path is a file, not a folder'],
    ['EISDIR', 'there is a folder of that name'],
    ['ENOTEMPTY', 'the folder is not empty'],
    ['ENOENT', 'there is no such file or folder'],
    ['ELOOP', 'its path goes round in circles'],
    ['ENAMETOOLONG', 'its name is too long'],
    ['EMFILE', 'too many files are open'],
    ['ENFILE', 'too many files are open'],
    ['EIO', 'the disk reports an error of its own'],
    ['ENXIO', 'nobody reads from it'],
    ['EBUSY', 'something else is using it'],
    ['ETXTBSY', 'something else is using it'],
    ['EAGAIN', 'it has nothing to read now'],
  ]) as ReadonlyMap<string, string>,
  full,
  refusals: {
    'not-a-file': 'it is no regular file',
    'too-large': 'it is too large',
    cut: 'only a part of it could be written; the disk is probably full',
  },
};
