/**
 * A course as one file: a tar archive (POSIX.1-2017, pax, "ustar Interchange Format") packed with gzip (RFC 1952).
 * Nothing that is read of one is believed: it may come from anywhere.
 */
import { gunzipSync } from 'node:zlib';
import { type UnpackOptions, unpackTar } from 'modern-tar';
import { errorCode } from '../disk/system-error.ts';
import { archiveWords as say } from '../messages/archive.ts';
import { type CourseFiles, largestAt, memoryFiles } from './course-files.ts';
import { isPartOfCourse } from './course-parts.ts';

/** What an archive may be: bytes packed and unpacked, entries, names above each other, bytes of one name. */
export const mostInArchive = {
  packed: 50_000_000,
  unpacked: 100_000_000,
  entries: 20_000,
  depth: 8,
  name: 240,
};

/** Why an archive is not opened, or not made; a sentence for the person. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

type Header = Parameters<NonNullable<UnpackOptions['filter']>>[0];

/**
 * The files of the course in an archive, in memory: at its top, or in the one folder that all of it lies in, as in
 * packages of npm. What else is in it is checked, and left out.
 *
 * @param root what the course is called, before the paths of its files
 * @throws ArchiveError
 */
export async function openArchive(packed: Uint8Array, root: string): Promise<CourseFiles> {
  const entries = await unpack(gunzip(packed));
  const folder = commonFolder(entries.map(({ name }) => name));
  const parts = entries.flatMap(({ name, data }) => {
    const path = name.slice(folder.length);
    return data !== undefined && isPartOfCourse(path) ? [[path, data] as const] : [];
  });
  if (!parts.some(([path]) => path === 'course.yaml')) throw new ArchiveError(say.noCourse());
  const large = parts.find(([path, data]) => data.length > largestAt(path));
  if (large !== undefined) throw new ArchiveError(say.largeFile(large[0]));
  return memoryFiles(root, Object.fromEntries(parts));
}

/** Unpacks no more than is allowed, however much a few bytes promise to become. */
function gunzip(packed: Uint8Array): Uint8Array {
  if (packed.length > mostInArchive.packed) throw new ArchiveError(say.tooLarge());
  try {
    return gunzipSync(packed, { maxOutputLength: mostInArchive.unpacked });
  } catch (error) {
    throw new ArchiveError(errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? say.tooLarge() : say.notGzip());
  }
}

interface Entry {
  readonly name: string;
  readonly data: Uint8Array | undefined;
}

/** Every entry, after every one of them was found harmless. */
async function unpack(tar: Uint8Array): Promise<readonly Entry[]> {
  const names = new Set<string>();
  let refused: ArchiveError | undefined;
  const filter = (header: Header): boolean => {
    refused ??= refusalOf(header, names);
    return refused === undefined && header.type === 'file';
  };
  let entries: Awaited<ReturnType<typeof unpackTar>>;
  try {
    entries = await unpackTar(tar, { strict: true, filter });
  } catch {
    throw refused ?? new ArchiveError(say.notTar());
  }
  if (refused !== undefined) throw refused;
  return entries.map(({ header, data }) => ({ name: header.name.replace(/^\.\//, ''), data }));
}

/** Why an entry is not taken; `names` remembers those that were seen, as a disk that knows no capitals keeps them. */
function refusalOf({ name, type }: Header, names: Set<string>): ArchiveError | undefined {
  const path = name.replace(/^\.\//, '').replace(/\/$/, '');
  const steps = path.split('/');
  const key = path.normalize('NFC').toLowerCase();
  // `./` alone is the folder itself
  if (path === '' || path === '.') return undefined;
  if (names.size >= mostInArchive.entries) return new ArchiveError(say.tooMany(mostInArchive.entries));
  if (type !== 'file' && type !== 'directory') return new ArchiveError(say.kind(name));
  if (/[\u0000-\u001f\u007f\\]|^[a-z]:/i.test(path) || Buffer.byteLength(path) > mostInArchive.name) {
    return new ArchiveError(say.name(name));
  }
  if (steps.some((step) => step === '' || step === '.' || step === '..')) {
    return new ArchiveError(say.escapes(name));
  }
  if (steps.length > mostInArchive.depth) return new ArchiveError(say.deep(name, mostInArchive.depth));
  if (names.has(key)) return new ArchiveError(say.twice(name));
  names.add(key);
  return undefined;
}

/** `course-1/` where all files lie in it and course.yaml at its top; else nothing. */
function commonFolder(names: readonly string[]): string {
  if (names.includes('course.yaml')) return '';
  const top = names.find((name) => /^[^/]+\/course\.yaml$/.test(name));
  const folder = top?.slice(0, top.indexOf('/') + 1) ?? '';
  return names.every((name) => name.startsWith(folder)) ? folder : '';
}
