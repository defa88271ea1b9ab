/**
 * Which language the program speaks. It is chosen before any file is loaded that says something while it is loaded: what
 * is imported here says nothing by itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ProgramWords } from '../course/course-files.ts';
import { type Catalogue, type Said, speak } from '../messages/language.ts';

/** A language that was asked for by name and that nobody wrote a catalogue of. */
export interface UnknownLanguage {
  readonly asked: string;
  /** the option or the variable that asks for it */
  readonly by: string;
  readonly known: readonly string[];
}

/**
 * Chooses the language, and lets the program speak it: what `--language` says, else INFRA_TUTOR_LANGUAGE, else what the
 * opened course is written in, if that isn't English, else the locale (LC_ALL, LC_MESSAGES, LANG: POSIX.1-2017, 8.2).
 * What programs read stays English.
 *
 * @param withCourse whether a course is going to be opened; one that brings the language along is looked into anyway
 */
export async function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  packageFolder: string,
  withCourse: boolean,
): Promise<UnknownLanguage | undefined> {
  if (args.includes('--json')) return undefined;
  const byName = [
    { by: '--language', asked: optionIn(args, 'language') },
    { by: 'INFRA_TUTOR_LANGUAGE', asked: env.INFRA_TUTOR_LANGUAGE || undefined },
  ].find(({ asked }) => asked !== undefined);
  const locale = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').split(/[.@]/)[0]?.replace('_', '-') ?? '';
  const isNeeded = withCourse || byName?.asked !== undefined;
  const course = isNeeded ? await courseAsked(args, env, packageFolder) : undefined;
  if (byName?.asked !== undefined) {
    const spoken = await spokenIn(byName.asked, course, packageFolder);
    if (spoken === undefined)
      return { by: byName.by, asked: byName.asked, known: languagesOf(course, packageFolder) };
    if (spoken !== 'en') speak(spoken);
    return undefined;
  }
  for (const tag of [course?.language ?? 'en', locale]) {
    const spoken = isEnglish(tag) ? undefined : await spokenIn(tag, course, packageFolder);
    if (spoken === undefined || spoken === 'en') continue;
    speak(spoken);
    break;
  }
  return undefined;
}

/** A course that may bring a language along. */
interface AskedCourse {
  readonly language: string;
  /** a file of its folder `locales` */
  readonly catalogue: (tag: string) => string | undefined;
  readonly tags: readonly string[];
}

/** The value of an option, wherever it stands before `--`. */
function optionIn(args: readonly string[], option: string): string | undefined {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const at = before.findLastIndex((word) => word === `--${option}` || word.startsWith(`--${option}=`));
  const word = before[at];
  return word?.includes('=') ? word.slice(word.indexOf('=') + 1) : word && before[at + 1];
}

/** The folder that an author names after `course lint` and the like is the course that is meant. */
function authorsFolder(args: readonly string[]): string | undefined {
  const at = args.indexOf('course');
  const [command = '', folder] = at < 0 ? [] : args.slice(at + 1);
  const isFolder = ['lint', 'preview', 'test', 'pack'].includes(command) && !folder?.startsWith('-');
  return isFolder ? folder : undefined;
}

/** The course that is going to be opened; undefined: the shipped one, which is English, or none that can be read. */
async function courseAsked(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  packageFolder: string,
): Promise<AskedCourse | undefined> {
  const { filesAt, placeOfCourse } = await import('./course-place.ts');
  const asked = authorsFolder(args) ?? optionIn(args, 'course');
  const surroundings = { env, platform: process.platform, home: homeFolder() };
  try {
    const place = placeOfCourse(asked, surroundings, packageFolder);
    const path = 'path' in place ? place.path : undefined;
    if (path === undefined || path === '') return undefined;
    const files = await filesAt(path);
    const text = (file: string) => {
      const read = files.read(file);
      return 'bytes' in read ? new TextDecoder().decode(read.bytes) : undefined;
    };
    const language = /^language:[ \t]*["']?([A-Za-z0-9-]+)/m.exec(text('course.yaml') ?? '')?.[1] ?? 'en';
    const listed = files.list('locales');
    const entries = 'entries' in listed ? listed.entries : [];
    // a catalogue, or a folder of translated lessons
    const names = entries.map(({ name, folder }) => (folder ? `${name}.yaml` : name));
    return { language, tags: tagsIn(names, '.yaml'), catalogue: (tag) => text(`locales/${tag}.yaml`) };
  } catch {
    // why it can't be opened is said when it is opened
    return undefined;
  }
}

function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '/';
  }
}

/** The catalogue for a tag, or for its language alone: `de` for `de-AT`; undefined: there is none. */
async function spokenIn(
  asked: string,
  course: AskedCourse | undefined,
  packageFolder: string,
): Promise<Catalogue | 'en' | undefined> {
  if (isEnglish(asked)) return 'en';
  for (const wanted of [asked, asked.split('-')[0] ?? '']) {
    const tag = languagesOf(course, packageFolder).find(
      (known) => known.toLowerCase() === wanted.toLowerCase(),
    );
    if (tag === undefined) continue;
    if (isEnglish(tag)) return 'en';
    const nothing: Catalogue = { language: tag, hints: [], sections: new Map() };
    const shipped = builtCatalogue(tag, packageFolder) ?? nothing;
    const own = course?.catalogue(tag);
    if (own === undefined) return shipped;
    const { laidOver, readCatalogue } = await import('../course/catalogue-reader.ts');
    return laidOver(shipped, readCatalogue(tag, own, `locales/${tag}.yaml`).catalogue);
  }
  return undefined;
}

function isEnglish(tag: string): boolean {
  return /^en(-|$)/i.test(tag);
}

/** The tags of all languages that are here. */
function languagesOf(course: AskedCourse | undefined, packageFolder: string): readonly string[] {
  return [...new Set(['en', ...shippedTags(packageFolder), ...(course?.tags ?? [])])].sort();
}

function shippedTags(packageFolder: string): readonly string[] {
  try {
    return tagsIn(readdirSync(join(packageFolder, 'dist', 'locales')), '.json');
  } catch {
    return [];
  }
}

function tagsIn(names: readonly string[], ending: string): readonly string[] {
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter(isTag);
}

/** Whether it has the form of a language's tag (BCP 47). */
function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** A catalogue as the build has left it: text of this package, which needs no check. */
function builtCatalogue(tag: string, packageFolder: string): Catalogue | undefined {
  try {
    const { hints, messages } = JSON.parse(
      readFileSync(join(packageFolder, 'dist', 'locales', `${tag}.json`), 'utf8'),
    );
    const sections = new Map<string, Map<string, Said>>();
    for (const [section, entries] of Object.entries<Record<string, string | Record<string, string>>>(
      messages,
    )) {
      const said = Object.entries(entries).map(
        ([key, text]) => [key, typeof text === 'string' ? text : new Map(Object.entries(text))] as const,
      );
      sections.set(section, new Map(said));
    }
    return { language: tag, hints, sections };
  } catch {
    return undefined;
  }
}

/** What the program says, and in which languages, as the build has left it. */
export function programWords(packageFolder: string): ProgramWords {
  return {
    languages: shippedTags(packageFolder),
    catalogue: (language) => builtCatalogue(language, packageFolder),
    sentences() {
      try {
        return JSON.parse(readFileSync(join(packageFolder, 'dist', 'messages.json'), 'utf8'));
      } catch {
        return undefined;
      }
    },
  };
}
