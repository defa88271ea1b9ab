import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { chooseLanguage } from '../../src/commands/language.ts';
import { speak, spokenCatalogue } from '../../src/messages/language.ts';

/** What an installed program knows: German. */
const installed = mkdtempSync(join(tmpdir(), 'infra-tutor-language-'));
mkdirSync(join(installed, 'dist', 'locales'), { recursive: true });
writeFileSync(
  join(installed, 'dist', 'locales', 'de.json'),
  JSON.stringify({ hints: ['Hinweis'], messages: { map: { back: 'zurück', next: 'weiter' } } }),
);

function course(language: string, catalogues: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'infra-tutor-course-'));
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'course.yaml'), `format: 1\nid: c\ntitle: C\nlanguage: ${language}\n`);
  for (const [name, text] of Object.entries(catalogues)) writeFileSync(join(folder, 'locales', name), text);
  return folder;
}

const german = course('de');
const english = course('en');

async function spoken(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  speak(undefined);
  const named = args.includes('--course') || args.includes('course') ? args : [...args, '--course', english];
  const unknown = await chooseLanguage(named, { INFRA_TUTOR_HOME: installed, ...env }, installed, true);
  return unknown ?? spokenCatalogue()?.language ?? 'en';
}

// the modules are those of other files, too
afterEach(() => speak(undefined));

test.each([
  ['en', [], {}],
  ['de', ['--language', 'de'], {}],
  ['de', ['--language=DE-at'], {}],
  ['de', [], { INFRA_TUTOR_LANGUAGE: 'de' }],
  ['en', ['--language', 'en'], { INFRA_TUTOR_LANGUAGE: 'de', LANG: 'de_DE.UTF-8' }],
  ['de', ['list', '--course', german], { LANG: 'en_GB.UTF-8' }],
  ['de', ['course', 'lint', german], {}],
  ['en', ['list', '--course', german, '--language', 'en'], {}],
  ['de', ['list', '--course', course('fr')], { LANG: 'de_AT.UTF-8' }],
  ['de', [], { LANG: 'de_AT.UTF-8' }],
  ['de', [], { LC_MESSAGES: 'de_DE@euro', LANG: 'C' }],
  ['en', [], { LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' }],
  ['en', ['list', '--json', '--language', 'de'], {}],
])('%s is spoken with %j and %j', async (language, args, env) => {
  expect(await spoken(args, env)).toBe(language);
});

test('who asks for a language that nobody wrote hears which ones there are', async () => {
  expect(await spoken(['--language', 'klingonisch'])).toEqual({
    by: '--language',
    asked: 'klingonisch',
    known: ['de', 'en'],
  });
  expect(await spoken([], { INFRA_TUTOR_LANGUAGE: '../de' })).toMatchObject({ by: 'INFRA_TUTOR_LANGUAGE' });
});

test('a course has sentences of its own, in languages that the program knows and in others', async () => {
  const say = (word: string) => `messages: { map: { back: ${word} } }\n`;
  const folder = course('fr', { 'fr.yaml': say('retour'), 'de.yaml': say('heim') });
  const map = () => Object.fromEntries(spokenCatalogue()?.sections.get('map') ?? []);
  expect(await spoken(['--course', folder])).toBe('fr');
  expect(map()).toEqual({ back: 'retour' });
  expect(await spoken(['--course', folder, '--language', 'de'])).toBe('de');
  expect(map()).toEqual({ back: 'heim', next: 'weiter' });
  expect(await spoken(['--course', folder, '--language', 'it'])).toMatchObject({ known: ['de', 'en', 'fr'] });
});
