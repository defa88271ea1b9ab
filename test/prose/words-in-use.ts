/** The words that people read: of courses, documents and messages, without code, names and addresses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import { parse } from 'yaml';
import { everyToken } from '../../src/markdown/words.ts';

/** Words by the files that they stand in. */
export type WordsInUse = ReadonlyMap<string, ReadonlySet<string>>;

/** Made of the messages, which are read where they stand, and of examples that are wrong on purpose. */
const made = join('docs', 'lint-rules.md');

const courseAndDocuments = ['lessons', 'quizzes', 'missions', 'docs'];

function filesIn(folder: string, ending: string, recursive = false): readonly string[] {
  const names = readdirSync(folder, { recursive, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

export function wordsInUse(): WordsInUse {
  const found = new Map<string, Set<string>>();
  for (const [file, text] of proseInUse())
    for (const word of wordsOf(text)) found.set(word, (found.get(word) ?? new Set()).add(file));
  return found;
}

/** What people read, by its file. */
export function proseInUse(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const take = (file: string, text: string): void => void found.set(file, text);
  const documents = courseAndDocuments
    .flatMap((folder) => filesIn(folder, '.md', true))
    .filter((file) => file !== made);
  for (const file of [...documents, ...filesIn('.', '.md')]) take(file, proseOf(readFileSync(file, 'utf8')));
  for (const file of filesIn('src/messages', '.ts')) take(file, saidIn(readFileSync(file, 'utf8')));
  take('course.yaml', textsIn(parse(readFileSync('course.yaml', 'utf8'))));
  return found;
}

/** What a markdown file says outside of code and the names of footnotes; of its front matter, what learners see. */
function proseOf(file: string): string {
  const [, head = '', body = ''] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(file) ?? [];
  const shown = head === '' ? '' : textsIn(parse(head));
  const prose = body.replace(/\[\^[^\]\s]+\]:?/g, ' ');
  return `${shown}\n${[...everyToken(lexer(prose))].map(ownText).join('\n')}`;
}

function textsIn(value: unknown): string {
  const { title = '', summary = '', objectives = [], stages = [] } = value as Record<string, unknown>;
  const nested = (stages as unknown[]).map(textsIn);
  return [title, summary, ...(objectives as unknown[]), ...nested].join('\n');
}

/** Fences that hold YAML, and what learners read of it. */
const ourFences = new Set(['diagram', 'simulate', 'predict', 'whiteboard']);
const shownKeys = new Set(['ask', 'debrief', 'guesses', 'look-for', 'words', 'points', 'answer']);

/** What is read of a block of ours; of other code nothing. */
function shownOf({ lang = '', text }: Tokens.Code): string {
  if (lang === 'notes') return proseOf(text);
  if (!ourFences.has(lang)) return '';
  return proseOf(shownTexts(parse(text)).join('\n\n'));
}

/** The texts under the keys that are shown; of guesses, the keys themselves. */
function shownTexts(value: unknown, shown = false): readonly string[] {
  if (typeof value === 'string') return shown ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => shownTexts(item, shown));
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'guesses' ? Object.keys(inner as object) : shownTexts(inner, shownKeys.has(key)),
  );
}

/** Text that belongs to a token itself and to none inside it. */
function ownText(token: Token): string {
  if (token.type === 'code') return shownOf(token as Tokens.Code);
  if (token.type !== 'text' && token.type !== 'escape') return '';
  return 'tokens' in token && token.tokens !== undefined ? '' : (token as Tokens.Text).text;
}

/** The sentences in a module of messages: its strings with a space in them, without what is put in. */
function saidIn(module: string): string {
  const code = module.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^(?:import|export) .* from .*$/gm, '');
  const strings = code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  return strings
    .map((string) =>
      string
        .slice(1, -1)
        .replace(/\\n/g, ' ')
        .replace(/\\`[^`]*\\`|`[^`]*`|\$\{(?:[^{}]|\{[^{}]*\})*\}/g, ' · ')
        .replace(/\\(.)/g, '$1'),
    )
    .filter((text) => /\p{L} \p{L}/u.test(text))
    .join('\n');
}

/** `HAProxy`, `MySQL`, `TTL`, `VIPs`: a capital that isn't the first letter */
const isName = /.\p{Lu}/u;

/** Words of two letters or more; what is glued to a digit, an equals sign, a dot, a slash or an underscore is a name and no word. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/&\w+;|\w+=[\w-]+/g, ' ')
    .split(/[\s()[\]{}"“”,;:!?…·|<>=+*~^→←↑↓×±≈–—]+/u)
    .map((piece) =>
      piece
        .replace(/^['‘’.]+|['‘’.]+$/g, '')
        .replace(/’/g, "'")
        .replace(/'s$/, ''),
    )
    .filter((piece) => !/[\d_./\\@#$%&]/.test(piece))
    .flatMap((piece) => piece.split('-'))
    .filter((word) => /^\p{L}[\p{L}']+$/u.test(word) && !isName.test(word));
}
