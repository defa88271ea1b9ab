import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

const german = ['--language', 'de'];

test('the program speaks German from the help to what other threads say, and English to programs', async () => {
  expect((await run(['help', ...german])).stdout).toMatch(/^Umgebung$/m);
  expect((await run(['list'], { env: { LANG: 'de_DE.UTF-8' } })).stdout).toMatch(/^Stufe 0:/m);
  const args = ['simulate', 'distributed', '--for', '20s', '--fault', '10s kill web-2', '--json'];
  expect((await run([...args, ...german])).stdout).toBe((await run(args)).stdout);
});

test('a language that nobody wrote is told, with those that there are', async () => {
  const { status, stderr } = await run(['help', '--language', 'klingonisch']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^--language "klingonisch": .*\bde\b.*\ben\b/);
});

test('a course brings a language along, in which even that is said which was loaded to find it', async () => {
  const folder = join(emptyFolder(), 'mine');
  await run(['course', 'new', folder]);
  mkdirSync(join(folder, 'locales'));
  const reason = '{ there is no such file or folder: ce fichier manque }';
  writeFileSync(join(folder, 'locales', 'fr.yaml'), `messages: { disk: ${reason} }\n`);
  const french = ['--course', folder, '--language', 'fr'];
  expect((await run(['progress', 'import', 'nowhere', ...french])).stderr).toContain('ce fichier manque');

  expect(await run(['course', 'locale', 'fr', folder, '--write'])).toMatchObject({ status: 0, stderr: '' });
  const { stdout } = await run(['course', 'locale', 'fr', folder]);
  expect(stdout).toContain('"there is no such file or folder": "ce fichier manque"');
  expect(stdout.split('\n').length).toBeGreaterThan(3_000);
});
