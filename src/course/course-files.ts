import { opendirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readRegularFile } from '../disk/regular-file.ts';
import { errorCode, errorReason, RefusedFileError } from '../disk/system-error.ts';
import type { Catalogue } from '../messages/language.ts';
import type { Sentences } from './catalogue-writer.ts';

/** Bytes. No file of a course is larger: what is larger was not written by hand. */
export const largestFile = 256 * 1024;

/** Bytes. All that the program says, in English and in another language, is half of it. */
const largestCatalogue = 1_000_000;

/** How large a file of a course may be, by its path there. */
export function largestAt(path: string): number {
  return /^locales\/[^/]+\.yaml$/.test(path) ? largestCatalogue : largestFile;
}

/** A folder with more names was not filled by hand. */
const mostEntries = 10_000;
/** What all of a course may be: bytes of its files, their number, and the names in its folders. */
const mostInAll = { bytes: 100_000_000, files: 20_000, names: 50_000 };

export type Unread =
  | 'missing'
  | 'outside'
  | 'not-a-file'
  | 'too-large'
  | 'too-many'
  | 'too-much'
  | 'unreadable';

/** Why something of a course is not read; `reason` is the system's, as the end of a sentence. */
export interface Refused {
  readonly unread: Unread;
  readonly reason?: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** The sentences of the program, which a course may say otherwise or in more languages. */
export interface ProgramWords {
  /** the tags of the languages that it speaks beside English */
  readonly languages: readonly string[];
  catalogue(language: string): Catalogue | undefined;
  /** undefined: it was not built */
  sentences(): Sentences | undefined;
}

/** The disk as a course needs it. Paths are relative to the course's folder and use `/`. */
export interface CourseFiles {
  /** the course's folder as the person named it */
  readonly root: string;
  /** names in a folder, sorted */
  list(folder: string): { readonly entries: readonly FolderEntry[] } | Refused;
  read(path: string): { readonly bytes: Uint8Array } | Refused;
  /** the files of a course that this one may extend, by its name */
  readonly base?: (name: string) => CourseFiles | undefined;
  /** what the program itself says, and in which languages */
  readonly program?: ProgramWords;
}

/** What lies in a folder; nothing where there is no folder, or none that can be read. */
export function entriesOf(files: CourseFiles, folder: string): readonly FolderEntry[] {
  const listed = files.list(folder);
  return 'entries' in listed ? listed.entries : [];
}

function sorted<T extends { readonly name: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A course's folder on disk. Links are followed as long as they stay inside the course. */
export function diskFiles(root: string, most = mostInAll): CourseFiles {
  const names = new Allowance(most.names);
  const files = new Allowance(most.files);
  const bytes = new Allowance(most.bytes);
  const inside = insideOf(root);
  return {
    root,
    list(folder) {
      return inside(folder, (real) => {
        const entries = entriesIn(real);
        if (entries === undefined) return { unread: 'too-many' };
        return names.take(folder, entries.length) ? { entries: sorted(entries) } : { unread: 'too-much' };
      });
    },
    read(path) {
      return inside(path, (real) => {
        if (!files.take(path, 1) || bytes.isSpent) return { unread: 'too-much' };
        const read = readRegularFile(real, largestAt(path));
        return bytes.take(path, read.length) ? { bytes: read } : { unread: 'too-much' };
      });
    },
  };
}

/** So much of something, taken by name: what is taken again costs nothing. */
class Allowance {
  readonly #taken = new Set<string>();
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** False when there is not enough left. */
  take(name: string, amount: number): boolean {
    if (this.#taken.has(name)) return true;
    if (amount > this.#left) return false;
    this.#taken.add(name);
    this.#left -= amount;
    return true;
  }
}

/** Does something with the real path behind a path of the course, unless that leads out of it. */
function insideOf(root: string): <T>(path: string, action: (real: string) => T | Refused) => T | Refused {
  // found once, by the system itself: every start asks for each file of the shipped course
  let realRoot: string | undefined;
  return (path, action) => {
    try {
      const real = realpathSync.native(join(root, path));
      realRoot ??= withSeparator(realpathSync.native(root));
      if (!`${real}${sep}`.startsWith(realRoot)) return { unread: 'outside' };
      return action(real);
    } catch (error) {
      if (error instanceof RefusedFileError && error.refusal !== 'cut') return { unread: error.refusal };
      if (errorCode(error) === 'ENOENT') return { unread: 'missing' };
      return { unread: 'unreadable', reason: errorReason(error) };
    }
  };
}

/** The names in a folder; undefined when there are more than anybody puts there. */
function entriesIn(place: string): FolderEntry[] | undefined {
  const folder = opendirSync(place);
  try {
    const entries: FolderEntry[] = [];
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      if (entries.length === mostEntries) return undefined;
      const { name } = entry;
      entries.push({
        name,
        folder: entry.isSymbolicLink() ? isFolder(join(place, name)) : entry.isDirectory(),
      });
    }
    return entries;
  } finally {
    folder.closeSync();
  }
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : `${folder}${sep}`;
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

/** A course in memory: path -> text or bytes. For new courses before they are written, and for tests. */
export function memoryFiles(
  root: string,
  contents: Readonly<Record<string, string | Uint8Array | Refused>>,
): CourseFiles {
  const paths = Object.keys(contents);
  return {
    root,
    list(folder) {
      const start = folder === '' ? '' : `${folder}/`;
      const inside = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
      if (inside.length === 0) return { unread: 'missing' };
      const names = new Map(inside.map((path) => [path.split('/')[0] ?? '', path.includes('/')]));
      return { entries: sorted([...names].map(([name, isDirectory]) => ({ name, folder: isDirectory }))) };
    },
    read(path) {
      const content = Object.hasOwn(contents, path) ? contents[path] : undefined;
      if (content === undefined) return { unread: 'missing' };
      if (typeof content !== 'string' && 'unread' in content) return content;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > largestAt(path) ? { unread: 'too-large' } : { bytes };
    },
  };
}
