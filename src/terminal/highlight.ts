/** Colours for the few languages that the course shows: configuration, SQL, YAML and shell. */

import type { Tone } from '../text/row.ts';
import { toned } from './paint.ts';

type Rule = readonly [pattern: RegExp, tone: Tone];

const STRING: Rule = [/"[^"\n]*"|'[^'\n]*'/y, 'good'];
const HASH_COMMENT: Rule = [/#[^\n]*/y, 'dim'];
const FIRST_WORD: Rule = [/(?<=^[ \t]*)[\w.-]+/my, 'accent'];

const CONFIGURATION: readonly Rule[] = [HASH_COMMENT, STRING, FIRST_WORD];
const SQL: readonly Rule[] = [
  [/--[^\n]*|\/\*[\s\S]*?\*\//y, 'dim'],
  STRING,
  [
    /\b(?:ALTER|AND|AS|BY|CHANGE|COMMIT|CREATE|DATABASE|DELETE|FOR|FROM|GLOBAL|GRANT|INSERT|INTO|JOIN|LIMIT|NOT|NULL|ON|OR|ORDER|REPLICA|REPLICATION|RESET|SELECT|SET|SHOW|SOURCE|START|STATUS|STOP|TABLE|TO|UPDATE|USER|VALUES|VARIABLES|WHERE)\b/iy,
    'accent',
  ],
];
const YAML: readonly Rule[] = [HASH_COMMENT, STRING, [/[\w./-]+(?=:(?:[ \t]|$))/my, 'accent']];
const SHELL: readonly Rule[] = [
  HASH_COMMENT,
  STRING,
  [/(?<=^)\$(?= )/my, 'dim'],
  [/(?<=^(?:\$ )?)[\w./-]+/my, 'accent'],
];

const LANGUAGES: ReadonlyMap<string, readonly Rule[]> = new Map(
  Object.entries({
    haproxy: CONFIGURATION,
    nginx: CONFIGURATION,
    conf: CONFIGURATION,
    cfg: CONFIGURATION,
    ini: CONFIGURATION,
    sql: SQL,
    mysql: SQL,
    yaml: YAML,
    yml: YAML,
    sh: SHELL,
    bash: SHELL,
    shell: SHELL,
    console: SHELL,
  }),
);

/** The code with its colours; code in any other language as it is. */
export function highlight(code: string, language: string | undefined): string {
  const rules = LANGUAGES.get(language?.trim().toLowerCase().split(/\s/)[0] ?? '');
  if (rules === undefined) return code;
  let out = '';
  for (let at = 0; at < code.length; ) {
    const found = firstMatch(rules, code, at);
    out += found === undefined ? code.charAt(at) : linewise(found.text, found.tone);
    at += found?.text.length ?? 1;
  }
  return out;
}

function firstMatch(rules: readonly Rule[], code: string, at: number) {
  // a word is matched at its start or not at all
  const insideWord = at > 0 && /\w/.test(code.charAt(at)) && /[\w.-]/.test(code.charAt(at - 1));
  if (insideWord) return undefined;
  for (const [pattern, tone] of rules) {
    pattern.lastIndex = at;
    const text = pattern.exec(code)?.[0];
    if (text) return { text, tone };
  }
  return undefined;
}

function linewise(text: string, tone: Tone): string {
  return text
    .split('\n')
    .map((line) => toned(line, tone))
    .join('\n');
}
