import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { keys, Terminal } from './terminal.ts';

const course = resolve('test/ui/course');

test('a mission is lost, then won: judged in other threads, and the stars are kept', async ({
  onTestFinished,
}) => {
  const home = emptyFolder();
  const terminal = new Terminal({ args: ['--course', course, 'mission', 'one-of-two'], home });
  onTestFinished(() => terminal.close());
  await terminal.see('one of them is going to die');
  terminal.press(keys.enter);
  await terminal.see('1 change left');
  terminal.press('r');
  await terminal.see('judge');
  terminal.press('d');
  await terminal.see('Judge now?');
  terminal.press('d');
  await terminal.see('Not won this time');
  terminal.press('v');
  await terminal.see('Incident report: A pair');
  terminal.press(keys.escape);
  await terminal.see('Not won this time');
  terminal.press('r');
  await terminal.see('1 change left');
  terminal.press(keys.enter);
  await terminal.see('Change it to what?');
  terminal.press('2');
  await terminal.see('No change is left');
  terminal.press('r');
  await terminal.see('judge');
  terminal.press('d');
  await terminal.see('Judge now?');
  terminal.press('d');
  await terminal.see('Won: 3 of 3 stars');
  terminal.press('q');
  expect(await terminal.ended()).toBe(0);
  const { stdout } = await run(['--course', course, 'list', '--json'], { home });
  expect(JSON.parse(stdout).stages[0].missions).toEqual([
    expect.objectContaining({ id: 'one-of-two', stars: 3 }),
  ]);
});

test('simulate writes an incident report, with what another setting would have given', async () => {
  const file = join(emptyFolder(), 'incident.md');
  const { status } = await run([
    'simulate',
    'distributed',
    '--for',
    '10s',
    '--rate',
    '20',
    '--fault',
    '3s kill app-2',
    '--report',
    file,
  ]);
  expect(status).toBe(0);
  const report = readFileSync(file, 'utf8');
  for (const head of ['# Incident report', '## Impact', '## Error budget', 'checks=http: '])
    expect(report).toContain(head);
});
