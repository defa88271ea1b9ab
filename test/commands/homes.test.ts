/** Wherever the learner's folder is, and whatever has become of it: a sentence, the session goes on, and nothing is written over. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folder, learner } from './in-process.ts';

const oneAnswer = ['2', '', 'q'];

async function answered(who: ReturnType<typeof learner>): Promise<number> {
  return JSON.parse((await who.run(['status', '--json'])).out).questions.answered;
}

test('a folder that is not there is made with the first answer, however deep', async () => {
  const home = join(folder(), 'not', 'there', 'yet');
  const ana = learner(home);
  expect(await answered(ana)).toBe(0);
  expect(existsSync(home)).toBe(false);
  await ana.run(['quiz', '--plain'], oneAnswer);
  expect(await answered(ana)).toBe(1);
});

const otherDevice = '/dev/shm';

test.runIf(existsSync(otherDevice))(
  'a folder on another device keeps, imports and mends as any does',
  async () => {
    const there = mkdtempSync(join(otherDevice, 'infra-tutor-'));
    onTestFinished(() => rmSync(there, { recursive: true, force: true }));
    const home = join(folder(), 'link');
    symlinkSync(there, home);
    const [ana, other] = [learner(home), learner(folder(), 'elsewhere')];
    await ana.run(['quiz', '--plain'], oneAnswer);
    await other.run(['quiz', '--plain'], ['2', '', '1 3', '', 'q']);
    const file = join(folder(), 'theirs.jsonl');
    await other.run(['progress', 'export', file]);
    expect((await ana.run(['progress', 'import', file])).err).toBe('');
    expect(await answered(ana)).toBe(2);
    const journal = join(there, 'journal-here.jsonl');
    writeFileSync(journal, `${readFileSync(journal, 'utf8')}\n{"v":2,"type":"ans\n`);
    await ana.run(['doctor', '--repair']);
    expect(await answered(ana)).toBe(2);
  },
);

const root = process.getuid?.() === 0;

test.each<[what: string, spoil: (home: string) => void, says: RegExp]>([
  ['a file', (home) => writeFileSync(home, 'mine'), /is a file, not a folder/],
  ['a link to nowhere', (home) => symlinkSync('/nowhere/at/all', home), /can't be saved/],
  ...(root
    ? []
    : [
        [
          'read-only',
          (home: string) => {
            mkdirSync(home);
            chmodSync(home, 0o500);
          },
          /no permission/,
        ] as [string, (home: string) => void, RegExp],
      ]),
])(
  'a home that is %s: the quiz goes on to its end, and one sentence says that nothing is kept',
  async (_, spoil, says) => {
    const home = join(folder(), 'home');
    spoil(home);
    const { out, status } = await learner(home).run(['quiz', '--plain'], ['2', '', '1 3', '', 'q']);
    expect(status).toBe(0);
    expect(out).toContain('2 of 2 right.');
    expect(out.match(/can't be saved/g)).toHaveLength(1);
    expect(out).toMatch(says);
  },
);

test('a store from the future is left as it is, told, and what this version knows counts', async () => {
  const ana = learner();
  await ana.run(['quiz', '--plain'], oneAnswer);
  const file = join(ana.home, 'journal-there.jsonl');
  const later = '{"v":99,"type":"dream","at":1,"course":"small"}\n';
  writeFileSync(file, later);
  expect((await ana.run(['status'])).err).toContain('written by a newer infra-tutor');
  expect(await answered(ana)).toBe(1);
  await ana.run(['quiz', '--plain'], ['1 3', '', 'q']);
  expect(readFileSync(file, 'utf8')).toBe(later);
});

test('a store that was cut in the middle of a line keeps every whole one, and is not written over', async () => {
  const ana = learner();
  await ana.run(['quiz', '--plain'], ['2', '', '1 3', '', 'q']);
  const file = join(ana.home, 'journal-here.jsonl');
  truncateSync(file, readFileSync(file).length - 10);
  const cut = readFileSync(file);
  expect((await ana.run(['status'])).err).toMatch(/1 line of your progress in .* can't be read/);
  const before = await answered(ana);
  expect(readFileSync(file)).toEqual(cut);
  await ana.run(['quiz', '--plain'], ['q']);
  expect(readFileSync(file).subarray(0, cut.length)).toEqual(cut);
  expect(await answered(ana)).toBe(before);
});
