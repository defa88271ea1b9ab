import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, learner } from './in-process.ts';

test('what was done on two machines comes together, in any order and without counting twice', async () => {
  const [ana, other, third] = [learner(), learner(folder(), 'there'), learner()];
  await ana.run(['quiz', '--plain'], ['2', '', 'q']);
  other.now += 60_000;
  await other.run(['quiz', '--plain'], ['1', '', '1 3', '', 'q']);
  const [mine, theirs] = [join(ana.home, 'mine.jsonl'), join(ana.home, 'theirs.jsonl')];
  expect((await ana.run(['progress', 'export', mine])).out).toMatch(/^\d+ lines of progress in /);
  await other.run(['progress', 'export', theirs]);

  const merged = await ana.run(['progress', 'merge', theirs, mine]);
  expect(merged).toEqual(await ana.run(['progress', 'merge', mine, theirs]));
  const status = async (who: typeof ana) => JSON.parse((await who.run(['status', '--json'])).out).questions;
  expect(await status(ana)).toMatchObject({ answered: 1, right: 1 });

  expect((await ana.run(['progress', 'import', theirs])).out).toMatch(/^\d+ lines of progress added\.$/m);
  await other.run(['progress', 'import', mine, mine]);
  await third.run(['progress', 'import', theirs, mine]);
  for (const who of [ana, other, third]) {
    expect(await status(who)).toMatchObject({ answered: 2, right: 1 });
    expect((await who.run(['progress', 'export'])).out).toBe(merged.out);
  }
  const files = readdirSync(ana.home);
  expect((await ana.run(['progress', 'import', theirs])).out).toMatch(
    /^Nothing new: all \d+ lines are here already/,
  );
  expect(readdirSync(ana.home)).toEqual(files);
});

test('whoever imports what was forgotten hears that it stays forgotten, and where to have it', async () => {
  const ana = learner();
  await ana.run(['quiz', '--plain'], ['2', '', 'q']);
  const mine = join(ana.home, 'mine.jsonl');
  await ana.run(['progress', 'export', mine]);
  expect((await ana.run(['progress', 'import', mine])).out).not.toContain('reset');
  ana.now += 60_000;
  await ana.run(['reset', '--all']);
  expect((await ana.run(['progress', 'import', mine])).out).toMatch(
    /What "reset" forgot at .+ stays forgotten/,
  );
});

test('nothing is written over, and what holds no progress is refused in a sentence', async () => {
  const ana = learner();
  await ana.run(['quiz', '--plain'], ['2', '', 'q']);
  const taken = join(ana.home, 'taken');
  writeFileSync(taken, 'mine');
  expect(await ana.run(['progress', 'export', taken])).toMatchObject({ status: 2, out: '' });
  expect(readFileSync(taken, 'utf8')).toBe('mine');
  const files = readdirSync(ana.home);
  for (const file of [taken, join(ana.home, 'nowhere'), ana.home]) {
    const { status, out, err } = await ana.run(['progress', 'import', file]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^.+\.\n$/);
  }
  expect(readdirSync(ana.home)).toEqual(files);
  expect((await ana.run(['progress'])).err).toContain('progress wants to know what to do');
});

test('a line that is damaged costs that line alone', async () => {
  const [ana, other] = [learner(), learner()];
  await ana.run(['quiz', '--plain'], ['2', '', 'q']);
  const file = join(ana.home, 'mine.jsonl');
  await ana.run(['progress', 'export', file]);
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"v":2,"type":"ans\n`);
  const { status, err } = await other.run(['progress', 'import', file]);
  expect([status, err]).toEqual([0, expect.stringMatching(/^1 line of .* can't be read and is left out/)]);
  expect(existsSync(join(other.home, 'journal-here.jsonl'))).toBe(false);
  expect((await other.run(['progress', 'export'])).out).toBe((await ana.run(['progress', 'export'])).out);
});
