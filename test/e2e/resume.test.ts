import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { emptyFolder, run } from './program.ts';
import { keys, Terminal, type TerminalOptions } from './terminal.ts';

function start({ onTestFinished }: TestContext, options: TerminalOptions): Terminal {
  const terminal = new Terminal(options);
  onTestFinished(() => terminal.close());
  return terminal;
}

function written(home: string): string {
  const journals = readdirSync(home).filter((name) => name.endsWith('.jsonl'));
  return journals.map((name) => readFileSync(join(home, name), 'utf8')).join('\n');
}

test('a run goes on where it stood when the program was killed: on the screen, and in lines', async (context) => {
  const home = emptyFolder();
  const first = start(context, { home, args: ['start', 'distributed'] });
  await first.see('live');
  first.press(' ', '.', '.', '.', 'K', '.', '.', '.');
  await first.see('00:06.0');
  await first.until(() => /"done":\["3(\.\d+)?s kill/.test(written(home)), 'for the run to be kept');
  first.signal('SIGKILL');
  const again = start(context, { home });
  await again.see('00:06.0');
  await again.see('You left here. Space goes on.');
  await again.see(/down|killed|dead/);
  // a signal that asks it to end leaves the time to write down where it is
  again.press('.');
  await again.see('00:07.0');
  again.signal('SIGTERM');
  await again.ended();
  const third = start(context, { home });
  await third.see('00:07.0');
  third.press(keys.escape);
  await third.see('Go on with');
  third.press('q');
  expect(await third.ended()).toBe(0);
  const lines = await run(['--plain', 'start'], { home, input: 'm\nr\nevents\nq\nq\n' });
  expect(lines.stdout).toContain('You left here, at 7s');
  expect(lines.stdout).toMatch(/3\.0\s+you\s+kill/);
});
