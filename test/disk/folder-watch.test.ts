import { mkdtempSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchFolders } from '../../src/disk/folder-watch.ts';

const TICK = 1_000_000_000;

/** A folder that is watched, and what comes of a change. */
async function changeTold(change: (folder: string) => void, ...watch: Parameters<typeof watchFolders>[2][]) {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  writeFileSync(join(folder, 'lesson.md'), 'One.');
  utimesSync(join(folder, 'lesson.md'), TICK, TICK);
  let stop: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    stop = watchFolders(() => [folder], resolve, ...watch);
  });
  change(folder);
  await told;
  stop();
  return 'told';
}

/** As long as before and written in the same moment: two saves may fall into one tick of the clock of a disk. */
const replaced = (folder: string) => {
  writeFileSync(join(folder, '.lesson.md.swp'), 'Two.');
  utimesSync(join(folder, '.lesson.md.swp'), TICK, TICK);
  renameSync(join(folder, '.lesson.md.swp'), join(folder, 'lesson.md'));
};

test('a file that is replaced by another one is a change', async () => {
  expect(await changeTold(replaced)).toBe('told');
});

test('where the system has no watches left, the folder is looked at by turns', async () => {
  const none = () => {
    throw Object.assign(new Error('System limit for number of file watchers reached'), { code: 'ENOSPC' });
  };
  expect(await changeTold(replaced, none)).toBe('told');
});
