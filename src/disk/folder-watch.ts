/** Tells when something in some folders changes, whatever a person's editor does to save a file. */
import { type FSWatcher, readdirSync, statSync, watch as watchOnDisk } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds: an editor's save is several changes, of which the last one is waited for. */
const SETTLE = 100;
/** Milliseconds between two looks where nothing tells of changes: a network drive, no watches left. */
const LOOK = 400;

/**
 * Calls back after changes in folders, not in those below them. Folders are watched rather than files, since many editors
 * write another file and rename it; and anew after each change, since a folder that comes back is another one.
 *
 * @param folders which ones, asked again after each change
 * @param watch of node:fs; where it fails, the folders are looked at by turns
 * @returns ends it
 */
export function watchFolders(
  folders: () => readonly string[],
  changed: () => void,
  watch: (folder: string, changed: () => void) => FSWatcher = watchOnDisk,
): () => void {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let looked: NodeJS.Timeout | undefined;
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      open();
      changed();
    }, SETTLE);
  };
  const lookByTurns = (): void => {
    close();
    if (looked !== undefined) return;
    let before = signatureOf(folders());
    looked = setInterval(() => {
      const now = signatureOf(folders());
      if (now !== before) changed();
      before = now;
    }, LOOK);
  };
  const open = (): void => {
    close();
    if (looked !== undefined) return;
    try {
      for (const folder of folders()) watchers.push(watch(folder, soon).on('error', lookByTurns));
    } catch {
      lookByTurns();
    }
  };
  open();
  return () => {
    close();
    clearTimeout(timer);
    clearInterval(looked);
  };
}

/** Changes with every name, size and time of what lies in some folders, and with a file that took the place of another. */
function signatureOf(folders: readonly string[]): string {
  return folders.map((folder) => `${folder}\0${inside(folder)}`).join('\0\0');
}

function inside(folder: string): string {
  try {
    return readdirSync(folder)
      .map((name) => {
        const found = statSync(join(folder, name), { throwIfNoEntry: false });
        return `${name} ${found?.ino} ${found?.size} ${found?.mtimeMs}`;
      })
      .join('\0');
  } catch {
    return '';
  }
}
