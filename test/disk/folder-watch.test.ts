import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchFolders } from '../../src/disk/folder-watch.ts';

/** A folder that is watched, and what comes of a change. */
async function changeTold(change: (folder: string) => void, ...watch: Parameters<typeof watchFolders>[2][]) {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  writeFileSync(join(folder, 'lesson.md'), 'One.');
  let stop: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    stop = watchFolders(() => [folder], resolve, ...watch);
  });
  change(folder);
  await told;
  stop();
  return 'told';
}

const replaced = (folder: string) => {
  writeFileSync(join(folder, '.lesson.md.swp'), 'Two.');
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
