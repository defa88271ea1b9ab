import { afterEach, expect, test } from 'vitest';
import { keys, Terminal, type TerminalOptions } from './terminal.ts';

let terminal: Terminal | undefined;
afterEach(() => terminal?.close());

function open(options: TerminalOptions): Terminal {
  terminal = new Terminal(options);
  return terminal;
}

test.each([
  ['--plain', { args: ['--plain'] }],
  ['TERM=dumb', { env: { TERM: 'dumb' } }],
  ['ACCESSIBLE', { env: { ACCESSIBLE: '1' } }],
  ['INK_SCREEN_READER', { env: { INK_SCREEN_READER: 'true' } }],
] as const)('with %s the tutor talks in lines, and asks', async (_, options) => {
  const lines = open(options);
  await lines.see('Number or id to open');
  lines.type('three-hosts');
  await lines.see('Three hosts instead of one, page 1');
  lines.type('');
  await lines.see('page 2 of');
  lines.type('m');
  await lines.see('You stopped at: Three hosts instead of one.');
  lines.type('/gratuitous');
  await lines.see(/places? with "gratuitous"/);
  lines.type('nonsense');
  await lines.see('There is no "nonsense" here.');
  lines.type('q');
  expect(await lines.ended()).toBe(0);
  expect(lines.isFullScreen).toBe(false);
  expect(lines.sent).not.toContain('\x1b');
});

test('the whole path in lines: lesson, quiz, simulator, and on from there the next time', async () => {
  const lines = open({ args: ['--plain'], rows: 60 });
  await lines.see('Number or id to open');
  lines.type('round-robin');
  await lines.see('Number of your answer');
  lines.type('1');
  await lines.see('Enter next');
  lines.type('q');
  expect(await lines.ended()).toBe(0);

  const again = new Terminal({ args: ['start', 'distributed', '--plain'], home: lines.home, rows: 60 });
  await again.see('0s>');
  again.type('run 10s');
  await again.see('10s>');
  again.type('kill web-2');
  again.type('run 6s');
  await again.see(/marks web-2 down/);
  again.type('start web-2');
  again.type('run 5s');
  await again.see(/marks web-2 up/);
  again.press(keys.ctrlD);
  expect(await again.ended()).toBe(0);
  again.close();

  const next = new Terminal({ args: ['--plain'], home: lines.home, rows: 60 });
  await next.see('Break it: Distributed');
  next.press(keys.ctrlD);
  expect(await next.ended()).toBe(0);
  next.close();
});

test('Ctrl-C at a prompt ends the program at once', async () => {
  const lines = open({ args: ['--plain'] });
  await lines.see('Number or id to open');
  lines.press(keys.ctrlC);
  expect(await lines.ended()).not.toBe(1);
});

test('Ctrl-C ends a long run, and says what there is until then', async () => {
  const lines = open({ args: ['simulate', 'distributed', '--for', '20d'] });
  await lines.see('simulated; Ctrl-C');
  lines.press(keys.ctrlC);
  expect(await lines.ended()).toBe(130);
  expect(lines.screen()).toMatch(/Stopped at .* of 20d/);
  expect(lines.screen()).toMatch(/requests +\d+/);
});

test('whoever sits at a terminal is asked before everything is forgotten', async () => {
  const kept = open({ args: ['reset', '--all'] });
  await kept.see('Forget everything that you did');
  kept.type('n');
  await kept.see('Nothing was forgotten.');
  expect(await kept.ended()).toBe(0);
  const gone = open({ args: ['reset', '--all'], home: kept.home });
  await gone.see('Write yes');
  gone.type('yes');
  await gone.see('Forgotten: everything you did');
  expect(await gone.ended()).toBe(0);
});
