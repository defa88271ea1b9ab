/** A week of learning in fast motion: the program gets its time from outside, here from a clock that stands wherever we put it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learner } from '../commands/in-process.ts';
import { emptyFolder } from './program.ts';
import { keys, Terminal } from './terminal.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2 March 2026 is a Monday. */
const monday = Date.UTC(2026, 2, 2, 8);

/** From now on it is this moment there, and time goes on from it. */
function itIs(now: number): Record<string, string> {
  const clock = `const began = Date.now(); const now = Date.now; Date.now = () => ${now} + now() - began;`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(clock)}`, TZ: 'UTC' };
}

const asked = ['Alpha', 'Beta', 'Gamma', 'Delta'];

function course(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'quizzes'));
  writeFileSync(
    join(folder, 'course.yaml'),
    'format: 1\nid: week\ntitle: A week\nlanguage: en\nstages:\n  - id: one\n    title: One\n    quizzes: [days]\n',
  );
  const questions = asked.map(
    (name) =>
      `<quiz>\n\n<!-- id: ${name.toLowerCase()} -->\n\nWhat about ${name}?\n\n- [x] right\n- [ ] wrong\n\n</quiz>\n`,
  );
  writeFileSync(
    join(folder, 'quizzes', 'days.md'),
    `---\nid: days\ntitle: Days\nfixed: true\n---\n\n${questions.join('\n')}`,
  );
  return folder;
}

test('in a week of learning, what was wrong and sure on Monday comes back first; what was right and sure stays away', async () => {
  const [home, folder] = [emptyFolder(), course()];
  const ana = learner(home);
  const at = (now: number, args: readonly string[], lines: readonly string[] = []) => {
    ana.now = now;
    return ana.run([...args, '--course', folder], lines, { own: true });
  };
  const first = async (now: number) => {
    const { out } = await at(now, ['review', '--plain'], ['q']);
    return /What about (\w+)\?/.exec(out)?.[1] ?? '';
  };
  const met = await at(monday, ['quiz', 'days', '--plain'], ['1', '', '1', '', '1', '', '1', '', 'q']);
  expect(met.out).toContain('4 of 4 right');

  // Monday afternoon: Alpha sure and right, Beta sure and wrong, Gamma a wrong guess, Delta fairly sure and right
  const answers: Readonly<Record<string, readonly string[]>> = {
    Alpha: ['1', 's'],
    Beta: ['2', 's'],
    Gamma: ['2', 'g'],
    Delta: ['1', 'f'],
  };
  for (let asked = 0; asked < 4; asked++) {
    const now = monday + 6 * HOUR + asked * 5_000;
    await at(now, ['review', '--plain'], [...(answers[await first(now)] ?? []), '', 'q']);
  }

  // Tuesday, on the screen: Beta first, told apart; answered right and sure it is as good as the others
  const tuesday = monday + DAY;
  expect((await at(tuesday, ['due'])).out).toContain('1 of them answered wrong though you were sure');
  const terminal = new Terminal({ home, args: ['review', '--course', folder], env: itIs(tuesday) });
  try {
    await terminal.see('What about Beta?');
    terminal.press('1', keys.enter);
    await terminal.see('How sure are you?');
    terminal.press('s');
    await terminal.see('Comes back');
    terminal.press(keys.enter);
    await terminal.see('What about Gamma?');
    terminal.press('q');
    expect(await terminal.ended()).toBe(0);
  } finally {
    terminal.close();
  }

  // of what was right and sure nothing is heard for days; what was a guess comes every day until it is known
  const asked: string[][] = [];
  for (let day = 2; day <= 6; day++) {
    const { out } = await at(
      monday + day * DAY,
      ['review', '--plain'],
      ['s', '', 's', '', 's', '', 's', '', 'q'],
    );
    asked.push([...out.matchAll(/^What about (\w+)\?/gm)].map(([, name = '']) => name));
  }
  expect(asked[0]).toEqual(['Gamma']);
  expect(asked.slice(0, 3).flat()).not.toContain('Alpha');
  expect(asked.slice(0, 4).flat()).not.toContain('Beta');
  expect(asked.flat()).toContain('Alpha');
  const sunday = JSON.parse((await at(monday + 6 * DAY, ['status', '--json'])).out);
  expect(sunday.calibration).toMatchObject({
    sure: { answered: 3, right: 2 },
    guess: { answered: 1, right: 0 },
  });
});
