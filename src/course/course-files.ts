import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** No file of a course is larger: what is larger was not written by hand. */
export const largestFile = 1_000_000;

export type Unread = 'missing' | 'outside' | 'not-a-file' | 'too-large' | 'unreadable';

/** The disk as a course needs it. Paths are relative to the course's folder and use `/`. */
export interface CourseFiles {
  /** the course's folder as the person named it */
  readonly root: string;
  /** names in a folder, sorted; undefined when there is no such folder */
  list(folder: string): readonly { readonly name: string; readonly folder: boolean }[] | undefined;
  read(path: string): { readonly bytes: Uint8Array } | { readonly unread: Unread };
}

function sorted<T extends { readonly name: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A course's folder on disk. Links are followed as long as they stay inside the course. */
export function diskFiles(root: string): CourseFiles {
  return {
    root,
    list(folder) {
      const place = join(root, folder);
      try {
        return sorted(readdirSync(place).map((name) => ({ name, folder: isFolder(join(place, name)) })));
      } catch {
        return undefined;
      }
    },
    read(path) {
      const place = join(root, path);
      try {
        const real = realpathSync(place);
        if (!`${real}${sep}`.startsWith(withSeparator(realpathSync(root)))) return { unread: 'outside' };
        const { size } = statSync(real);
        if (!statSync(real).isFile()) return { unread: 'not-a-file' };
        if (size > largestFile) return { unread: 'too-large' };
        return { bytes: readFileSync(real) };
      } catch (error) {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return { unread: missing ? 'missing' : 'unreadable' };
      }
    },
  };
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
  contents: Readonly<Record<string, string | Uint8Array | { readonly unread: Unread }>>,
): CourseFiles {
  const paths = Object.keys(contents);
  return {
    root,
    list(folder) {
      const start = folder === '' ? '' : `${folder}/`;
      const inside = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
      if (inside.length === 0) return undefined;
      const names = new Map(inside.map((path) => [path.split('/')[0] ?? '', path.includes('/')]));
      return sorted([...names].map(([name, isDirectory]) => ({ name, folder: isDirectory })));
    },
    read(path) {
      const content = Object.hasOwn(contents, path) ? contents[path] : undefined;
      if (content === undefined) return { unread: 'missing' };
      if (typeof content !== 'string' && 'unread' in content) return content;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > largestFile ? { unread: 'too-large' } : { bytes };
    },
  };
}
