import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { machineName } from '../../src/learner/machine.ts';
import { emptyFolder, type Ran, run } from './program.ts';

let folder: string;
beforeAll(() => {
  folder = emptyFolder();
  symlinkSync('loop', join(folder, 'loop'));
  writeFileSync(join(folder, 'file'), '');
  execFileSync('mkfifo', [join(folder, 'pipe'), join(folder, 'pipe.yaml')]);
  symlinkSync('/dev/zero', join(folder, 'device.yaml'));
  symlinkSync('/dev/kmsg', join(folder, 'kernel.yaml'));
  writeFileSync(join(folder, 'huge.yaml'), '');
  truncateSync(join(folder, 'huge.yaml'), 2 ** 40);
  mkdirSync(join(folder, 'folder.yaml'));
  mkdirSync(join(folder, 'piped'));
  execFileSync('mkfifo', [join(folder, 'piped', 'course.yaml')]);
});

/** One sentence on stderr, no stack, nothing of the program's own fault. */
function expectSentence({ stdout, stderr }: Ran, says: RegExp): void {
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/[.?!]\n$/);
  expect(stderr).not.toMatch(/\n\s+at |Error:|itself|undefined/);
  expect(stderr.length).toBeLessThan(600);
}

const refused: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
  ['a new course on a loop of links', ['course', 'new', 'loop'], /loop can't be written: .*circles/],
  ['a new course inside of one', ['course', 'new', 'loop/inside'], /can't be written: .*circles/],
  ['a new course below a file', ['course', 'new', 'file/inside'], /can't be written: .*a file, not a folder/],
  [
    'a new course of a long name',
    ['course', 'new', 'x'.repeat(5000)],
    /\.\.\. can't be written: its name is too long/,
  ],
  ['a new course where nothing can be made', ['course', 'new', '/proc/new'], /\/proc\/new can't be written/],
  ['a course that is a loop of links', ['--course', 'loop', 'list'], /"loop" is no course\. .*circles/],
  ['a course that is a file', ['--course', 'file', 'list'], /file is not opened: it is no archive/],
  ['a course of a long name', ['--course', 'x'.repeat(5000), 'list'], /\.\.\." is no course\. .*too long/],
  ['a course.yaml that is a pipe', ['--course', 'piped', 'list'], /course\.yaml: This is no regular file/],
  ['a lint of it', ['course', 'lint', '--course', 'piped'], /course\.yaml: This is no regular file/],
  ['proofs of it', ['course', 'test', '--course', 'piped'], /course\.yaml: This is no regular file/],
  [
    'a topology that is a pipe',
    ['simulate', './pipe.yaml'],
    /"\.\/pipe\.yaml" cannot be read: it is no regular file/,
  ],
  ['a topology that is a device', ['draw', './device.yaml'], /it is no regular file/],
  ["a topology that is the kernel's log", ['draw', './kernel.yaml'], /it is no regular file/],
  ['a topology that is a folder', ['spof', './folder.yaml'], /it is no regular file/],
  ['a topology of a terabyte', ['draw', './huge.yaml'], /it is too large/],
  ['a topology behind a loop', ['draw', './loop/x.yaml'], /its path goes round in circles/],
  [
    'a topology that is not there',
    ['draw', './none.yaml'],
    /none\.yaml" cannot be read: there is no such file/,
  ],
  [
    'requests into a folder',
    ['simulate', 'one-server', '--requests', '.'],
    /can't be written: there is a folder/,
  ],
  ['requests into a loop', ['simulate', 'one-server', '--requests', 'loop'], /can't be written: .*circles/],
  [
    'requests into a pipe without a reader',
    ['simulate', 'one-server', '--requests', 'pipe'],
    /nobody reads from it/,
  ],
  [
    'requests onto a full disk',
    ['simulate', 'one-server', '--requests', '/dev/full'],
    /can't be written: the disk is full/,
  ],
  ['2,000 characters of noise', ['show', 'x'.repeat(2000)], /no lesson.*"x{57}\.\.\."/],
  ['noise as a command', ['x'.repeat(2000)], /no command "x{57}\.\.\."/],
  ['noise as an option', ['list', `--${'x'.repeat(2000)}`], /no option --x+\.\.\./],
  ['noise as a time', ['simulate', 'one-server', '--for', 'x'.repeat(2000)], /"x{57}\.\.\." is not a time/],
  ['noise as a fault', ['simulate', 'one-server', '--fault', `1s kill ${'x'.repeat(2000)}`], /x\.\.\./],
  ['noise as a change', ['simulate', 'one-server', '--set', `${'x'.repeat(190)}=1`], /x\.\.\./],
];

test.concurrent.each(refused)('%s is told in one sentence, and hangs nothing', async (_, args, says) => {
  const ran = await run(args, { directory: folder });
  expectSentence(ran, says);
  expect([1, 2]).toContain(ran.status);
});

const journals: readonly (readonly [what: string, make: (file: string) => void, reason: RegExp])[] = [
  ['a pipe', (file) => execFileSync('mkfifo', [file]), /no regular file/],
  ['a full device', (file) => symlinkSync('/dev/full', file), /no regular file/],
  ['a folder', (file) => mkdirSync(file), /no regular file/],
  ['a loop of links', (file) => symlinkSync(file, file), /circles/],
];

describe.concurrent.each(journals)('a journal that is %s', (_, make, reason) => {
  test('is told by every command, and hangs none', async () => {
    const home = emptyFolder();
    make(join(home, `journal-${machineName(homedir())}.jsonl`));
    for (const args of [['list'], ['status'], [], ['--plain', 'quiz'], ['--plain', 'start', 'three-hosts']]) {
      const { status, stdout, stderr } = await run(args, { home, input: '1\nq\n' });
      expect(status, args.join(' ')).toBe(0);
      expect(stdout + stderr).toMatch(reason);
      expect(stdout).toMatch(/\w/);
    }
    const reset = await run(['reset', '--all'], { home });
    expect(reset.status).toBe(1);
    expect(reset.stderr).toMatch(reason);
    const doctor = await run(['doctor'], { home });
    expect(doctor.status).toBe(1);
    expect(doctor.stdout).toMatch(/^look +progress: /m);
    expect(doctor.stdout).toMatch(reason);
  });
});

test('the doctor looks at everything, even where there is no course', async () => {
  const { status, stdout } = await run(['doctor', '--course', 'nowhere']);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ok +progress: /m);
  expect(stdout).toMatch(/^look +course: There is no folder "nowhere"/m);
});

test('lint --fix puts a whole new file in the place of the old one, with its rights, through a link inside the course', async () => {
  const home = emptyFolder();
  await run(['course', 'new', 'mine'], { home });
  const lessons = join(home, 'mine', 'lessons', '0-two-servers');
  const real = join(home, 'mine', 'real.txt');
  writeFileSync(real, '# Hello\n\n## One\n\nWords.\n', { mode: 0o600 });
  symlinkSync('../../real.txt', join(lessons, 'linked.md'));
  const { stdout } = await run(['course', 'lint', '--fix', '--course', 'mine'], { home });
  expect(stdout).toContain('linked.md: mended');
  expect(readFileSync(real, 'utf8')).toMatch(/^---\nid: linked\ntitle: Hello\n---\n/);
});
