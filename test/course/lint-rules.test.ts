import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintCourse } from '../../src/course/lint.ts';
import { examples } from './lint-examples.ts';
import { smallCourse } from './small-course.ts';

/** What lint says of an example, of the rule that it breaks. */
const said = new Map(
  Object.entries(examples).map(([rule, changes]) => [
    rule,
    lintCourse(smallCourse(changes)).find((problem) => problem.rule === rule),
  ]),
);

/** Rules of what is written on a command line, in an extended course, in the program itself, or nowhere: they need more than a folder. */
const elsewhere = [
  'change',
  'hint-word',
  'missing-sentences',
  'stale-sentence',
  'unknown-anchor',
  'unknown-position',
  'unknown-target',
];

const sources = ['course', 'topology', 'text', 'markdown'].flatMap((folder) => {
  const root = new URL(`../../src/${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('schemas'))
    .map((name) => readFileSync(new URL(name, root), 'utf8'));
});

/** The names that stand before a message. */
function rulesIn(source: string): string[] {
  const named = /(?<!\()'([a-z][a-z0-9-]*)',\s*(?:say\.|words\.|message\b|[a-z]+\.error\b)/g;
  return [...source.matchAll(named)].flatMap(([, rule = '']) =>
    rule === 'error' || rule === 'warning' ? [] : [rule],
  );
}

test('each rule has an example that breaks it', () => {
  expect([...said].flatMap(([rule, problem]) => (problem === undefined ? [rule] : []))).toEqual([]);
});

test('no rule goes without an example', () => {
  const rules = new Set(sources.flatMap(rulesIn));
  expect(rules.size).toBeGreaterThan(100);
  expect([...rules].filter((rule) => !said.has(rule) && !elsewhere.includes(rule)).sort()).toEqual([]);
});

test('the list of rules says what lint says', async () => {
  const rows = [...said]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, problem]) => {
      const message = problem?.message.replace(/[|<>]|(?<=\])\(/g, (sign) => `&#${sign.charCodeAt(0)};`);
      return `| \`${rule}\` | ${problem?.severity} | ${message} |`;
    });
  const text = [
    '# What lint says',
    '',
    'Each rule of `infra-tutor course lint`, and what it says of a small course that breaks it. With an error the exit status is 1; a warning',
    'counts with `--strict` alone. The name of the rule stands in the output of `--format json`, `github` and `sarif`.',
    '',
    '| rule | | for example |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../docs/lint-rules.md');
});
