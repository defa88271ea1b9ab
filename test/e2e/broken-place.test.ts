import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

function start({ onTestFinished }: TestContext, options: TerminalOptions): Terminal {
  const terminal = new Terminal(options);
  onTestFinished(() => terminal.close());
  return terminal;
}

/** Lets the program meet a fault of its own as soon as a file of this name is in the home. */
const faultWhenAsked = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`
    import { existsSync } from 'node:fs';
    const wanted = process.env.INFRA_TUTOR_HOME + '/break-now';
    const isReady = () => process.listenerCount('uncaughtException') > 0;
    setInterval(() => { if (isReady() && existsSync(wanted)) throw new Error('not meant to be'); }, 10).unref();
  `)}`,
};

/** A home as a start leaves it that ended before its place could be seen. */
function brokenHome(lesson: string): string {
  const home = emptyFolder();
  const course = 'web-infrastructure';
  const place = { screen: 'lesson', lesson, page: 0 };
  writeFileSync(join(home, 'journal.jsonl'), `\n${JSON.stringify({ type: 'place', at: 1, course, place })}`);
  writeFileSync(join(home, 'opening.json'), JSON.stringify({ course, place }));
  return home;
}

test('a place at which the last start ended is not opened again by itself', async (context) => {
  for (const args of [[], ['start']]) {
    const home = brokenHome('three-hosts');
    const tutor = start(context, { home, args });
    await tutor.see('Enter open');
    tutor.press('q');
    expect(await tutor.ended()).toBe(0);
    expect(tutor.screen()).toMatch(/The lesson "three-hosts"\s+is\s+not\s+opened\s+again/);
    expect(existsSync(join(home, 'opening.json'))).toBe(false);
    const again = start(context, { home });
    await again.see('Enter open');
    again.press('q');
    expect(await again.ended()).toBe(0);
    expect(again.screen()).not.toContain('is not opened again');
  }
});

test('in lines too; and who asks for it by name gets it', async () => {
  const lines = await run(['--plain', 'start'], { home: brokenHome('three-hosts'), input: 'q\n' });
  expect(lines.stdout).toContain('The lesson "three-hosts" is not opened again');
  expect(lines.stdout).not.toContain('page 1');
  const asked = await run(['--plain', 'start', 'three-hosts'], {
    home: brokenHome('three-hosts'),
    input: 'q\n',
  });
  expect(asked.stdout).toMatch(/page 1 of|Page 1 of/);
});

test('a start that is killed before its place is seen is remembered', async (context) => {
  const home = emptyFolder();
  const tutor = start(context, { home, args: ['start', 'three-hosts'] });
  let mark = '';
  const isWritten = () => {
    if (existsSync(join(home, 'opening.json'))) mark = readFileSync(join(home, 'opening.json'), 'utf8');
    return mark !== '';
  };
  await tutor.until(isWritten, 'for the mark');
  await tutor.see('page 1 of');
  expect(JSON.parse(mark)).toMatchObject({ place: { lesson: 'three-hosts' } });
  await tutor.until(() => !existsSync(join(home, 'opening.json')), 'for the mark to be taken away');
});

test('a crash gives the terminal back, keeps its stack in a file that the last line names, and is not repeated', async (context) => {
  const home = emptyFolder();
  const tutor = start(context, { home, args: ['start', 'three-hosts'], env: faultWhenAsked, columns: 300 });
  await tutor.see('page 1 of');
  writeFileSync(join(home, 'break-now'), '');
  expect(await tutor.ended()).toBe(1);
  expect(tutor.isFullScreen).toBe(false);
  rmSync(join(home, 'break-now'));
  const last = tutor.lines().findLast((line) => line !== '') ?? '';
  expect(last).toContain('infra-tutor stopped because of a fault of its own (not meant to be)');
  const file = /: (\S+crash-\S+\.txt)$/.exec(last)?.[1] ?? '';
  const kept = readFileSync(file, 'utf8');
  expect(kept).toMatch(/Error: not meant to be\n +at /);
  expect(kept).toContain('"lesson":"three-hosts"');

  const again = start(context, { home });
  await again.see('Enter open');
  again.press('q');
  expect(await again.ended()).toBe(0);
  expect(again.screen()).toContain('is not opened again');
});

test('a crash in lines, too; its stack is shown where that is asked for', async () => {
  const home = emptyFolder();
  writeFileSync(join(home, 'break-now'), '');
  const { status, stderr } = await run(['simulate', 'distributed', '--for', '30d'], {
    home,
    env: { ...faultWhenAsked, INFRA_TUTOR_DEBUG: '1' },
  });
  expect(status).toBe(1);
  const lines = stderr.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(
    /^Something went wrong in infra-tutor itself: not meant to be\. .*crash-\S+\.txt$/,
  );
  expect(stderr).toMatch(/Error: not meant to be\n +at /);
});
