/**
 * Colours for the few languages that the course shows: configuration, SQL, YAML and shell. Each line is read once,
 * from left to right, so that no text is slow.
 */
import type { Row, Span, Tone } from '../text/row.ts';

/** How the words of a language are told apart; what is a quote or a comment is found before it. */
interface Language {
  /** begins a comment that goes to the end of the line, at its start or after a space */
  readonly comment: '#' | '--';
  /** comments in slash and star, over several lines */
  readonly blockComments?: true;
  /** the tone of a word: `before` is what stands before it on its line when that is no word, `after` what follows */
  tone(word: string, before: string | undefined, after: string): Tone;
}

const configuration: Language = {
  comment: '#',
  tone: (_, before) => (before?.trim() === '' ? 'accent' : 'plain'),
};

const SQL_WORDS = new Set(
  'ALTER AND AS BY CHANGE COMMIT CREATE DATABASE DELETE FOR FROM GLOBAL GRANT INSERT INTO JOIN LIMIT NOT NULL ON OR ORDER REPLICA REPLICATION RESET SELECT SET SHOW SOURCE START STATUS STOP TABLE TO UPDATE USER VALUES VARIABLES WHERE'.split(
    ' ',
  ),
);
const sql: Language = {
  comment: '--',
  blockComments: true,
  tone: (word) => (SQL_WORDS.has(word.toUpperCase()) ? 'accent' : 'plain'),
};

const yaml: Language = {
  comment: '#',
  tone: (_word, _before, after) => (/^:(?:[ \t]|$)/.test(after) ? 'accent' : 'plain'),
};

const shell: Language = {
  comment: '#',
  tone: (_, before) => (before === '' || before === '$ ' ? 'accent' : 'plain'),
};

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ...['haproxy', 'nginx', 'conf', 'cfg', 'ini'].map((name) => [name, configuration] as const),
  ...['sql', 'mysql'].map((name) => [name, sql] as const),
  ...['yaml', 'yml'].map((name) => [name, yaml] as const),
  ...['sh', 'bash', 'shell', 'console'].map((name) => [name, shell] as const),
]);

/** The lines of some code in their colours; code in any other language as it is. */
export function highlight(code: string, language: string | undefined): readonly Row[] {
  const known = LANGUAGES.get(language?.trim().toLowerCase().split(/\s/)[0] ?? '');
  const lines = code.split('\n');
  if (known === undefined) return lines.map((line) => (line === '' ? [] : [{ text: line, tone: 'plain' }]));
  const scanner = new Scanner(known);
  return lines.map((line) => scanner.row(line));
}

class Scanner {
  readonly #language: Language;
  /** a comment of several lines is open */
  #inComment = false;
  /** no word has been on this line yet */
  #isFirst = true;

  constructor(language: Language) {
    this.#language = language;
  }

  row(line: string): Row {
    const spans: Span[] = [];
    this.#isFirst = true;
    for (let at = 0; at < line.length; ) {
      const { length, tone } = this.#next(line, at);
      const last = spans.at(-1);
      const text = line.slice(at, at + length);
      if (last?.tone === tone) spans[spans.length - 1] = { text: last.text + text, tone };
      else spans.push({ text, tone });
      at += length;
    }
    return spans;
  }

  /** What begins here, at least one character. */
  #next(line: string, at: number): { readonly length: number; readonly tone: Tone } {
    const { comment, blockComments } = this.#language;
    if (this.#inComment || (blockComments && line.startsWith('/*', at))) {
      const end = line.indexOf('*/', this.#inComment ? at : at + 2);
      this.#inComment = end === -1;
      return { length: (end === -1 ? line.length : end + 2) - at, tone: 'dim' };
    }
    if (line.startsWith(comment, at) && (at === 0 || /\s/.test(line.charAt(at - 1)))) {
      return { length: line.length - at, tone: 'dim' };
    }
    const first = line.charAt(at);
    if (first === '"' || first === "'") {
      const end = line.indexOf(first, at + 1);
      return end === -1 ? { length: 1, tone: 'plain' } : { length: end + 1 - at, tone: 'good' };
    }
    if (first === '$' && at === 0 && this.#language === shell) return { length: 1, tone: 'dim' };
    const length = wordLength(line, at);
    if (length === 0) return { length: 1, tone: 'plain' };
    const before = this.#isFirst ? line.slice(0, at) : undefined;
    this.#isFirst = false;
    const after = line.slice(at + length, at + length + 2);
    return { length, tone: this.#language.tone(line.slice(at, at + length), before, after) };
  }
}

function wordLength(line: string, at: number): number {
  const word = /[\w./-]+/y;
  word.lastIndex = at;
  return word.exec(line)?.[0].length ?? 0;
}
