import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

/** A course of its own, in a language, with what it brings along. */
async function courseIn(language: string, catalogues: Record<string, string> = {}): Promise<string> {
  const home = emptyFolder();
  await run(['course', 'new', 'mine'], { home });
  const folder = join(home, 'mine');
  const text = `format: 1\nid: mine\ntitle: Mein Kurs\nlanguage: ${language}\nstages:\n  - id: 0-two-servers\n    title: Zwei\n    lessons: [why-two, when-one-dies]\n    quizzes: [after-a-kill]\n`;
  writeFileSync(join(folder, 'course.yaml'), text);
  mkdirSync(join(folder, 'locales'));
  for (const [name, said] of Object.entries(catalogues)) writeFileSync(join(folder, 'locales', name), said);
  return folder;
}

const stage = async (args: readonly string[], env: Record<string, string> = {}) =>
  /^.*0.*:/m.exec((await run(['list', ...args], { env })).stdout)?.[0];

test('the program speaks what is asked for, else what the variable says, else what the course is in, else the locale', async () => {
  const german = await courseIn('de');
  const locale = { LANG: 'de_AT.UTF-8' };
  expect(await stage([])).toMatch(/^Stage 0:/);
  expect(await stage(['--language', 'de'])).toMatch(/^Stufe 0:/);
  expect(await stage([], { INFRA_TUTOR_LANGUAGE: 'de' })).toMatch(/^Stufe 0:/);
  expect(await stage(['--language=en'], { INFRA_TUTOR_LANGUAGE: 'de', ...locale })).toMatch(/^Stage 0:/);
  expect(await stage(['--course', german])).toMatch(/^Stufe 0:/);
  expect(await stage(['--course', german, '--language', 'en'])).toMatch(/^Stage 0:/);
  expect(await stage([], locale)).toMatch(/^Stufe 0:/);
  expect(await stage([], { ...locale, LC_ALL: 'C.UTF-8' })).toMatch(/^Stage 0:/);
});

test('what is said while the program looks for the language is said in it, too', async () => {
  const { stderr } = await run(['list', '--course', 'nowhere.tgz', '--language', 'de']);
  expect(stderr).not.toContain('no such file');
});

test('a course brings sentences of its own along, and languages that the program does not know', async () => {
  const catalogue = (word: string) => `messages:\n  plain:\n    "Stage {0}: {1}": "${word} {0}: {1}"\n`;
  const folder = await courseIn('fr', { 'fr.yaml': catalogue('Étape'), 'de.yaml': catalogue('Teil') });
  expect(await stage(['--course', folder])).toMatch(/^Étape 0:/);
  expect(await stage(['--course', folder, '--language', 'de'])).toMatch(/^Teil 0:/);
  expect((await run(['list', '--course', folder, '--language', 'de'])).stdout).toContain('neu');
});

test('a language that nobody wrote is told, with those that there are', async () => {
  const { status, stderr } = await run(['list', '--language', 'klingonisch']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^--language "klingonisch": .*\bde\b.*\ben\b/);
});

test('what programs read is English in every language', async () => {
  const args = ['simulate', 'distributed', '--for', '20s', '--fault', '10s kill web-2', '--json'];
  expect((await run([...args, '--language', 'de'])).stdout).toBe((await run(args)).stdout);
});

test('course locale writes a catalogue that holds every sentence, and keeps what is translated', async () => {
  const folder = await courseIn('fr', { 'fr.yaml': 'messages:\n  map:\n    "Course map": "Le cours"\n' });
  const first = await run(['course', 'locale', 'fr', folder, '--write']);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const printed = await run(['course', 'locale', 'fr', folder]);
  expect(printed.stdout).toContain('"Course map": "Le cours"');
  expect(printed.stdout.split('\n').length).toBeGreaterThan(3_000);
});
