/** Argument lists as slips, scripts and enemies make them: each ends with a status, and says nothing but sentences. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Failure, type World } from '../../src/commands/command.ts';
import { failureWords } from '../../src/commands/crash.ts';
import { runCommand } from '../../src/commands/run.ts';
import { newCourse } from '../../src/course/new-course.ts';

const SOAK = process.env.SOAK !== undefined;
const RUNS = SOAK ? 20_000 : 100;
if (SOAK) vi.setConfig({ testTimeout: 3_600_000 });

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'infra-tutor-arguments-'));
  for (const { path, text } of newCourse()) {
    mkdirSync(dirname(join(home, 'mine', path)), { recursive: true });
    writeFileSync(join(home, 'mine', path), text);
  }
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Nothing of these writes but into the home, or needs the built program. */
const whole: readonly (readonly string[])[] = [
  [],
  ['list', '--json'],
  ['start', 'why-two', '--plain'],
  ['show', 'after-a-kill'],
  ['quiz', 'after-a-kill', '--plain'],
  ['status', '--json'],
  ['reset', '--all'],
  ['reset', 'why-two'],
  ['doctor'],
  ['simulate', 'two-servers', '--for', '1s', '--rate', '10', '--seed', '1', '--json'],
  ['simulate', 'two-servers', '--for', '2s', '--fault', '1s kill web-2', '--set', 'lb-1.redispatch=true'],
  ['draw', 'two-servers', '--words'],
  ['draw', 'two-servers', '--ascii', '--set', 'lb-1.balance=leastconn'],
  ['course', 'lint', '--json'],
  ['completion', 'bash'],
  ['help', 'simulate'],
];

const words = [
  ...[
    '',
    ' ',
    '-',
    '--',
    '---',
    '--=',
    '-h',
    '--json=',
    '--plain',
    '--no-color',
    '--ascii',
    '--nope',
    '-x',
    '-9',
  ],
  ...[
    'list',
    'simulate',
    'course',
    'help',
    'nope',
    'why-two',
    'two-servers',
    'constructor',
    '__proto__',
    'toString',
  ],
  ...[
    '--course',
    '--for',
    '--rate',
    '--seed',
    '--fault',
    '--set',
    '1s',
    '0s',
    '-1s',
    '1e99s',
    'NaN',
    'Infinity',
    '0x10',
  ],
  ...['../../etc/passwd', './none.yaml', '/dev/zero', '/dev/null', '/', '.', '..', '~', 'a\\b', 'C:\\x.yaml'],
  ...[
    '\x1b[2J',
    '\x1b]52;c;aGk=\x07',
    '\x9b31m',
    '\u202e',
    '\u200b',
    '\0',
    '\r\n',
    '\ud800',
    '\u{1F600}',
    'é',
  ],
  ...[
    '1s kill',
    '1s kill lb-1 web-1 web-2',
    '1s attack flood',
    'lb-1.=',
    '=',
    '.=.',
    'a=b=c',
    'x'.repeat(3_000),
  ],
];

/** A list that is whole, with words taken out, doubled, swapped and put in, and characters put into words. */
const mutated = fc
  .tuple(
    fc.constantFrom(...whole),
    fc.array(
      fc.tuple(fc.nat(9), fc.constantFrom('out', 'twice', 'swap', 'in', 'inside'), fc.constantFrom(...words)),
      { maxLength: 4 },
    ),
  )
  .map(([args, changes]) => {
    const list = [...args];
    for (const [at, how, word] of changes) {
      const place = at % (list.length + 1);
      const here = list[place];
      if (how === 'in') list.splice(place, 0, word);
      else if (here === undefined) continue;
      else if (how === 'out') list.splice(place, 1);
      else if (how === 'twice') list.splice(place, 0, here);
      else if (how === 'inside')
        list[place] = `${here.slice(0, 2)}${word.replace(/\d/g, '')}${here.slice(2)}`;
      else list.splice(0, 2, list[1] ?? '', list[0] ?? '');
    }
    return list;
  })
  // what would write a course, mend the shipped one, write requests, or run for as long as it is told
  .filter(
    (list) => !['new', 'test', 'spof', '--fix', '--requests', 'preview'].some((word) => list.includes(word)),
  );

/** A world without a terminal, whose words are kept. */
function quietWorld(said: string[]): World {
  const sink = { isTTY: false, columns: 80, rows: 24, write: (text: string) => said.push(String(text)) };
  return {
    stdin: Object.assign(Readable.from([]), { isTTY: false }) as unknown as NodeJS.ReadStream,
    stdout: sink as unknown as NodeJS.WriteStream,
    stderr: sink as unknown as NodeJS.WriteStream,
    env: { INFRA_TUTOR_HOME: join(home, 'progress') },
    platform: 'linux',
    home,
    machine: 'here',
    clock: () => 1_700_000_000_000,
    onInterrupt: () => () => undefined,
  };
}

test('whatever the words, there is a status and a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, fc.boolean(), async (list, own) => {
      const said: string[] = [];
      const world = quietWorld(said);
      const args = own && !list.includes('--course') ? [...list, '--course', join(home, 'mine')] : list;
      try {
        expect([0, 1, 2]).toContain(await runCommand(args, '.', world));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        said.push(failureWords(error, { world, packageFolder: '.', at: '' }));
        expect(error.message).toMatch(/[.?!)]$/);
        expect(error.message.length, error.message).toBeLessThan(2_000);
      }
      expect(said.join('')).not.toMatch(
        /[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]|undefined|\[object|\n\s+at .*:\d+:\d+/,
      );
    }),
    { numRuns: RUNS },
  );
});
