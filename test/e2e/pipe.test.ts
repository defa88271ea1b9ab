import { exec } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { emptyFolder, learnersEnvironment, run } from './program.ts';

test('without a terminal the map is printed, with how to go on', async () => {
  for (const args of [[], ['--plain'], ['--ascii', '--no-color']]) {
    const { status, stdout, stderr } = await run(args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Stage 1: Distributed');
    expect(stdout).toMatch(/infra-tutor start \S+/);
    expect(stdout).not.toContain('\x1b');
  }
});

test('what CI sets changes nothing', async () => {
  const { status, stdout } = await run([], { env: { CI: 'true' } });
  expect(status).toBe(0);
  expect(stdout).toContain('Stage 3');
});

test('--ascii, or a locale without UTF-8, sends no byte above 127', async () => {
  const commands = [[], ['draw', 'scaled-up'], ['show', 'three-hosts']];
  for (const args of commands) {
    const asked = await run([...args, '--ascii']);
    const found = await run(args, { env: { LANG: 'C' } });
    for (const { status, stdout } of [asked, found]) {
      expect(status).toBe(0);
      expect(stdout).not.toMatch(/[^\n -~]/);
    }
  }
});

test('a reader that goes away ends the program quietly', async () => {
  const command = `"${process.execPath}" "${inject('cli')}"`;
  const env = learnersEnvironment(emptyFolder());
  for (const args of ['list', 'simulate distributed --for 20s --json', '--help', 'show three-hosts']) {
    const { stdout, stderr } = await promisify(exec)(`${command} ${args} | head -n 1`, { env });
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
  }
});

test('--json prints one object and nothing else', async () => {
  const commands = [
    ['list'],
    ['status'],
    ['doctor'],
    ['simulate', 'distributed', '--for', '5s', '--fault', '1s kill web-2'],
    ['spof', 'one-server'],
  ];
  for (const args of commands) {
    const { stdout, stderr } = await run([...args, '--json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toBeTypeOf('object');
  }
});

test('the same simulation gives the same bytes', async () => {
  const args = ['simulate', 'distributed', '--for', '30s', '--rate', '100', '--seed', '1', '--json'];
  const once = await run([...args, '--fault', '10s kill web-2']);
  const again = await run([...args, '--fault', '10s kill web-2']);
  expect(once.status).toBe(0);
  expect(again.stdout).toBe(once.stdout);
  const other = await run([...args, '--fault', '10s kill web-2', '--set', 'lb-1.redispatch=true']);
  expect(JSON.parse(once.stdout).requests.failed).toBeGreaterThan(100);
  expect(JSON.parse(other.stdout).requests.failed).toBeLessThan(20);
});

test('--trace prints the way of one request, as lines or as data', async () => {
  const args = ['simulate', 'distributed', '--for', '6s', '--fault', '2s kill web-2', '--trace', 'failed'];
  const lines = await run(args);
  expect(lines.stdout).toMatch(/^Request \d+: a (read|write) of user \d+, begun at 2\.0\d\d s\n/);
  const data = JSON.parse((await run([...args, '--json'])).stdout);
  expect(data).toMatchObject({ outcome: '503', ok: false, steps: expect.any(Array) });
  const none = await run(['simulate', 'distributed', '--for', '1s', '--trace', '5000']);
  expect(none).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no request 5000') });
});

test('--requests writes every request as a line of JSON, in order of their start', async () => {
  const home = emptyFolder();
  const { status, stdout } = await run(
    ['simulate', 'distributed', '--for', '5s', '--requests', 'requests.jsonl', '--json'],
    { home },
  );
  expect(status).toBe(0);
  const lines = readFileSync(join(home, 'requests.jsonl'), 'utf8').trimEnd().split('\n');
  const requests = lines.map((line) => JSON.parse(line));
  expect(requests).toHaveLength(JSON.parse(stdout).requests.total);
  expect(requests.map(({ t }) => t)).toEqual(requests.map(({ t }) => t).toSorted((a, b) => a - b));
  expect(Object.keys(requests[0])).toEqual(['t', 'client', 'kind', 'path', 'outcome', 'ms']);
});

test('a lesson is read page by page, and the next run goes on where it stopped', async () => {
  const home = emptyFolder();
  const first = await run(['start', 'three-hosts'], { home, input: '\n\nnonsense\n' });
  expect(first.status).toBe(0);
  expect(first.stdout).toContain('page 3 of');
  expect(first.stdout).toContain('"nonsense" means nothing here');
  const again = await run(['start'], { home, input: 'q\n' });
  expect(again.stdout).toMatch(/page 3 of/);
  const status = JSON.parse((await run(['status', '--json'], { home })).stdout);
  expect(status.place).toMatchObject({ screen: 'lesson', lesson: 'three-hosts', page: 2 });
});

test('a quiz takes numbers, gives hints, and counts', async () => {
  const home = emptyFolder();
  const asked = await run(['quiz', 'round-robin'], { home, input: 'h\n99\n1\n\ns\n\na\n\nq\n' });
  expect(asked.status).toBe(0);
  expect(asked.stdout).toContain('Hint 1 of');
  expect(asked.stdout).toContain('"99" is no answer');
  expect(asked.stdout).toMatch(/^(Right|Not right)\.$/m);
  expect(asked.stdout).toContain('Skipped.');
  expect(asked.stdout).toContain('The right answer:');
  expect(JSON.parse((await run(['status', '--json'], { home })).stdout).questions.answered).toBe(3);
  const resumed = await run(['quiz', 'round-robin'], { home });
  expect(resumed.stdout).toContain('question 4 of');
});

test('two running copies lose no answer of each other', async () => {
  const home = emptyFolder();
  const answers = 's\n\n'.repeat(5);
  await Promise.all([
    run(['quiz', 'round-robin'], { home, input: answers }),
    run(['quiz', 'spof'], { home, input: answers }),
  ]);
  expect(JSON.parse((await run(['status', '--json'], { home })).stdout).questions.answered).toBe(10);
});

test('the simulator is broken by sentences', async () => {
  const input = 'run 10s\nkill web-2\nrun 2s\nstatus\nkill web-9\nrun 6s\nevents\nhelp\nquit\nq\n';
  const { status, stdout } = await run(['start', 'distributed'], { input });
  expect(status).toBe(0);
  expect(stdout).toMatch(/web-2 on server-2: killed/);
  expect(stdout).toMatch(/did you mean "web-1"/);
  expect(stdout).toMatch(/1[4-6]\.\d\s+lb-1\s+marks web-2 down/);
});

test('a damaged progress file is told once on stderr, and the rest of it counts', async () => {
  const home = emptyFolder();
  await run(['quiz', 'round-robin'], { home, input: 's\n\nq\n' });
  appendFileSync(join(home, 'journal.jsonl'), '\n\0\0{"type":"ans');
  const first = await run(['status', '--json'], { home });
  expect(first.stderr).toMatch(/^1 line of your progress in .* can't be read and is skipped/);
  expect(JSON.parse(first.stdout).questions.answered).toBe(1);
  const second = await run(['status', '--json'], { home });
  expect(second.stderr).toBe('');
  expect(JSON.parse(second.stdout).journal.unreadable_lines).toBe(1);
});

test('reset forgets one quiz, and all', async () => {
  const home = emptyFolder();
  await run(['quiz', 'round-robin'], { home, input: 's\n\nq\n' });
  await run(['quiz', 'spof'], { home, input: 's\n\nq\n' });
  const answered = async () =>
    JSON.parse((await run(['status', '--json'], { home })).stdout).questions.answered;
  expect(await answered()).toBe(2);
  expect((await run(['reset', 'spof'], { home })).status).toBe(0);
  expect(await answered()).toBe(1);
  expect((await run(['reset', '--all'], { home })).status).toBe(0);
  expect(await answered()).toBe(0);
});
