import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { keys, Terminal } from './terminal.ts';

test('a lesson is shown as its author saves it, as it was while it is broken, and a new file shows up', async () => {
  const home = emptyFolder();
  await run(['course', 'new', 'mine'], { home });
  const file = join(home, 'mine', 'lessons', '0-two-servers', 'why-two.md');
  const written = readFileSync(file, 'utf8');
  // as vim does it
  const save = (text: string) => {
    writeFileSync(`${file}~`, text);
    renameSync(`${file}~`, file);
  };
  const terminal = new Terminal({ home, args: ['course', 'preview', 'mine', 'why-two'] });
  await terminal.see('page 1 of');
  save(`${written}\nThe author was here.\n\n## The last page\n\nText.\n`);
  await terminal.see(/page 1 of 3/);
  save(written.replace('title:', 'title: "'));
  await terminal.see('is opened here is');
  expect(terminal.screen()).toMatch(/page 1 of 3/);
  writeFileSync(join(home, 'mine', 'lessons', '0-two-servers', 'new.md'), '# Brand new\n\nText.\n');
  terminal.press(keys.escape);
  await terminal.see('Brand new');
  terminal.press('q');
  expect(await terminal.ended()).toBe(0);
});
