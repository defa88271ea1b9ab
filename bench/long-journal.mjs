// How long commands take for a learner with a journal of a million lines, against one who has just begun.
// Usage: node bench/long-journal.mjs [lines]
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { tell } from './measure.mjs';

const LINES_AT_ONCE = 10_000;
const MINUTE = 60_000;
const begin = Date.UTC(2026, 0, 1);
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Pages, places and answers to the shipped course, as they follow each other when somebody learns. */
function line(index) {
  const at = begin + index * MINUTE;
  const course = 'web-infrastructure';
  const question = `question-${index % 120}`;
  const kinds = [
    { type: 'place', at, course, place: { screen: 'quiz', quiz: 'spof', question } },
    { type: 'page', at, course, lesson: `lesson-${index % 40}`, page: index % 5, pages: 5 },
    { type: 'answer', at, course, quiz: 'spof', question, right: index % 3 > 0, hints: 0, given: true },
  ];
  return `\n${JSON.stringify({ v: 2, ...kinds[index % kinds.length] })}`;
}

function seconds(home, args) {
  const began = performance.now();
  const env = { ...process.env, INFRA_TUTOR_HOME: home };
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { env, encoding: 'utf8' });
  if (status === null || status > 1) throw new Error(`${args.join(' ')}: ${stderr}`);
  return (performance.now() - began) / 1000;
}

/** Median of each, taken in turn. */
function inTurn(times, ...runs) {
  const took = runs.map(() => []);
  for (let i = 0; i < times; i++) for (const [index, run] of runs.entries()) took[index].push(run());
  return took.map((values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]);
}

function measure(lines) {
  const [home, empty] = ['long', 'empty'].map((name) => mkdtempSync(join(tmpdir(), `infra-tutor-${name}-`)));
  try {
    for (let from = 0; from < lines; from += LINES_AT_ONCE) {
      const count = Math.min(LINES_AT_ONCE, lines - from);
      const text = Array.from({ length: count }, (_, index) => line(from + index)).join('');
      appendFileSync(join(home, 'journal-elsewhere.jsonl'), text);
    }
    tell(`${lines} lines, read for the first time`, `${seconds(home, ['status']).toFixed(2)} s`);
    for (const args of [['status'], ['due'], []]) {
      const [long, short] = inTurn(
        7,
        () => seconds(home, args),
        () => seconds(empty, args),
      );
      const name = args.length === 0 ? 'infra-tutor' : args.join(' ');
      tell(
        `${name} with ${lines} lines against none`,
        `${(long / short).toFixed(2)}x`,
        '<= 2x',
        long / short <= 2,
      );
    }
  } finally {
    for (const folder of [home, empty]) rmSync(folder, { recursive: true });
  }
}

if (existsSync(cli)) measure(Number(process.argv[2] ?? 1_000_000));
else console.log('long-journal: there is no dist/cli.js yet (npm run build)');
