/** The words that people read: of courses, documents and messages, without code, names and addresses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import { parse } from 'yaml';
import { everyToken } from '../../src/markdown/words.ts';

/** Words by the files that they stand in. */
export type WordsInUse = ReadonlyMap<string, ReadonlySet<string>>;

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
  const take = (file: string, text: string): void => {
    for (const word of wordsOf(text)) found.set(word, (found.get(word) ?? new Set()).add(file));
  };
  const documents = courseAndDocuments.flatMap((folder) => filesIn(folder, '.md', true));
  for (const file of [...documents, ...filesIn('.', '.md')]) take(file, proseOf(readFileSync(file, 'utf8')));
  for (const file of filesIn('src/messages', '.ts')) take(file, saidIn(readFileSync(file, 'utf8')));
  take('course.yaml', textsIn(parse(readFileSync('course.yaml', 'utf8'))));
  return found;
}

/** What a markdown file says outside of code; of its front matter, what learners see. */
function proseOf(file: string): string {
  const [, head = '', body = ''] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(file) ?? [];
  const shown = head === '' ? '' : textsIn(parse(head));
  return `${shown}\n${[...everyToken(lexer(body))].map(ownText).join('\n')}`;
}

function textsIn(value: unknown): string {
  const { title = '', summary = '', objectives = [], stages = [] } = value as Record<string, unknown>;
  const nested = (stages as unknown[]).map(textsIn);
  return [title, summary, ...(objectives as unknown[]), ...nested].join('\n');
}

/** Text that belongs to a token itself and to none inside it. */
function ownText(token: Token): string {
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

/** Words of two letters or more; what is glued to a digit, a dot, a slash or an underscore is a name and no word. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/&\w+;/g, ' ')
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
