import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, type TestContext, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { keys, Terminal, type TerminalOptions } from './terminal.ts';

/** Opens the program; it is closed when the test is over. */
function start({ onTestFinished }: TestContext, options: TerminalOptions): Terminal {
  const terminal = new Terminal(options);
  onTestFinished(() => terminal.close());
  return terminal;
}

const places = [
  ['the map', [], 'Web infrastructure'],
  ['a lesson', ['start', 'three-hosts'], 'page 1 of'],
  ['a quiz', ['quiz', 'round-robin'], 'question 1 of'],
  ['the simulator', ['start', 'distributed'], 'Break it'],
] as const;

describe.concurrent.each(places)('%s', (_, args, sign) => {
  test('it fits the window at every size on the way down and up', async (context) => {
    const tutor = start(context, { args, columns: 120, rows: 40 });
    await tutor.see(sign);
    for (const [columns, rows] of [
      [60, 20],
      [80, 24],
      [61, 39],
      [120, 40],
    ] as const) {
      tutor.resize(columns, rows);
      const fits = () => tutor.lines().every((line) => stringWidth(line) <= columns);
      const isWhole = () => tutor.lines().at(-1)?.includes('keys') === true;
      await tutor.until(() => fits() && isWhole(), `for a whole screen of ${columns} x ${rows}`);
      await tutor.see(sign);
      expect(tutor.lines()[0]).toMatch(/\S/);
    }
    tutor.resize(40, 10);
    await tutor.see('too small');
    tutor.resize(80, 24);
    await tutor.see(sign);
  });

  test('NO_COLOR, --no-color: no colour', async (context) => {
    for (const options of [{ args, env: { NO_COLOR: '1' } }, { args: [...args, '--no-color'] }]) {
      const tutor = start(context, options);
      await tutor.see(sign);
      tutor.press(keys.down, '?');
      await tutor.see(/Esc/);
      tutor.press('q');
      // 30 to 37, 90 to 97 and 38 are letters' colours, 40 to 48 and 100 to 107 the grounds behind them
      expect(tutor.sent).not.toMatch(/\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/);
    }
  });

  test('--ascii: no byte above 127', async (context) => {
    const tutor = start(context, { args: [...args, '--ascii'] });
    await tutor.see(sign);
    tutor.press(keys.down, '?');
    await tutor.see('Esc');
    expect(tutor.sent).not.toMatch(/[\x80-\uffff]/);
  });
});

test('what a hostile course says can only be read', async (context) => {
  const home = emptyFolder();
  await run(['course', 'new', 'hostile'], { home });
  const evil = '\x1b]52;c;aGFja2Vk\x07\x1b[2J\x9b31m\u202e&#27;]52;c;aGFja2Vk&#7;';
  const lessons = join(home, 'hostile', 'lessons', '0-two-servers');
  mkdirSync(lessons, { recursive: true });
  writeFileSync(
    join(lessons, 'why-two.md'),
    `---\nid: why-two\ntitle: "Why &#27;]52;c;aGFja2Vk&#7; ${'\\u001b'}]52;c;aGFja2Vk${'\\u0007'}"\n---\n\n## Page\n\nHostile ${evil} words, \`code ${evil}\`\n\n| a ${evil} | b |\n|---|---|\n| ${evil} | d |\n\n\`\`\`\n${evil}\n\`\`\`\n`,
  );
  const course = ['--course', 'hostile'];
  const tutor = start(context, { args: ['start', 'why-two', ...course], home });
  await tutor.see('Hostile');
  tutor.press(keys.escape);
  await tutor.see('Enter open');
  tutor.press('q');
  await tutor.ended();
  const lines = start(context, { args: ['start', 'why-two', '--plain', ...course], home });
  await lines.see('Enter');
  lines.press(keys.ctrlD);
  await lines.ended();
  for (const terminal of [tutor, lines]) {
    expect(terminal.clipboardWrites).toEqual([]);
    expect(terminal.sent).not.toContain('\x1b]');
    expect(terminal.sent).not.toMatch(/[\x80-\x9f\u202e]/);
  }
  for (const args of [[], ['list'], ['show', 'why-two'], ['course', 'lint']]) {
    const { stdout, stderr } = await run([...args, ...course], { home });
    expect(stdout + stderr).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
  }
});

test('a data folder that can’t be written is told after the screen is left, and the tutor went on', async (context) => {
  const home = emptyFolder();
  const taken = join(home, 'taken');
  writeFileSync(taken, 'a file');
  const tutor = start(context, { home, env: { INFRA_TUTOR_HOME: join(taken, 'inside') } });
  await tutor.see('Web infrastructure');
  tutor.press(keys.enter);
  await tutor.see('page 1 of');
  tutor.press('q');
  expect(await tutor.ended()).toBe(0);
  expect(tutor.screen()).toContain("progress can't be saved");
  expect(readFileSync(taken, 'utf8')).toBe('a file');
});

test('the first start of all opens on Ana, whose web server Enter kills; the next one on the map', async (context) => {
  const first = start(context, { first: true });
  await first.see(/Press Enter to kill web-\d/);
  first.press(keys.enter);
  await first.see(/web-\d is dead/);
  await first.see(/Ana clicked, and waits/);
  first.press(keys.escape);
  await first.see('Web infrastructure');
  first.press('q');
  expect(await first.ended()).toBe(0);
  const second = start(context, { home: first.home });
  await second.see('Web infrastructure');
});
