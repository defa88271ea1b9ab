import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

let home: string;
const here = (...path: string[]) => join(home, 'mine', ...path);
const inCourse = (...args: string[]) => run([...args, '--course', 'mine'], { home });

beforeEach(async () => {
  home = emptyFolder();
  expect((await run(['course', 'new', 'mine'], { home })).status).toBe(0);
});

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  expect(before).toMatch(from);
  writeFileSync(file, before.replace(from, to));
}

test('a new course passes lint, its proof holds, and it opens', async () => {
  expect(await inCourse('course', 'lint')).toEqual({
    status: 0,
    stdout: 'mine: nothing wrong.\n',
    stderr: '',
  });
  const proofs = await inCourse('course', 'test');
  expect([proofs.status, proofs.stdout]).toEqual([0, expect.stringContaining('all hold')]);
  expect((await inCourse()).stdout).toContain('Stage 0');
  expect((await inCourse('show', 'why-two')).stdout).toContain('page 1 of');
});

test('inside its folder a course is found without --course', async () => {
  const { status, stdout } = await run(['course', 'lint'], { directory: here() });
  expect([status, stdout]).toEqual([0, '.: nothing wrong.\n']);
  expect((await run(['list'], { directory: here() })).stdout).toMatch(/^My first course\n/);
  expect((await run([], { directory: here() })).stdout).toMatch(/^ {2}infra-tutor start why-two$/m);
});

test('a course is named by its folder, and no other is checked where there is none', async () => {
  expect((await run(['course', 'lint', 'mine'], { home })).stdout).toBe('mine: nothing wrong.\n');
  const { status, stderr } = await run(['course', 'test'], { home });
  expect([status, stderr]).toEqual([2, expect.stringMatching(/no course\.yaml in this folder/)]);
});

test('lint speaks to code hosts, and is as strict as it is asked to be', async () => {
  change(here('quizzes', 'after-a-kill.md'), '- [x]', '- [ ]');
  const github = await run(['course', 'lint', 'mine', '--format', 'github'], { home });
  expect(github.stdout).toMatch(
    /^::error file=mine\/quizzes\/after-a-kill\.md,line=\d+,col=1,title=[\w-]+::No choice is marked right/,
  );
  const sarif = JSON.parse((await run(['course', 'lint', 'mine', '--format', 'sarif'], { home })).stdout);
  const [result] = sarif.runs[0].results;
  expect(sarif.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('mine/quizzes/after-a-kill.md');
  expect((await run(['course', 'lint', 'mine', '--format', 'xml'], { home })).status).toBe(2);
});

test('a warning fails a strict lint alone', async () => {
  change(here('course.yaml'), /^language: .*\n/m, 'language: qq\n');
  expect((await inCourse('course', 'lint')).status).toBe(0);
  expect((await inCourse('course', 'lint', '--strict')).status).toBe(1);
});

test('a topology that is not text is told once, with its place, by whoever needs it', async () => {
  const file = here('lessons', '0-two-servers', 'two-servers.yaml');
  appendFileSync(file, Buffer.from([0x23, 0xc3, 0x28, 0x0a]));
  const line = /^mine\/lessons\/0-two-servers\/two-servers\.yaml:\d+:1: .* not UTF-8/;
  const { stdout } = await inCourse('course', 'lint');
  expect(stdout.split('\n')).toEqual([expect.stringMatching(line), 'mine: 1 error, 0 warnings.', '']);
  expect((await inCourse('simulate', 'two-servers')).stderr).toMatch(line);
});

test('a lesson that is dropped into a stage shows up; lint says what it lacks, and --fix adds it', async () => {
  writeFileSync(here('lessons', '0-two-servers', 'dropped.md'), '# Dropped in\n\nWords.\n');
  expect((await inCourse()).stdout).toMatch(/new +dropped +Dropped in/);
  const lint = await inCourse('course', 'lint');
  expect(lint.status).toBe(1);
  expect(lint.stdout).toMatch(/^mine\/lessons\/0-two-servers\/dropped\.md:1:1: There is no front matter/m);
  expect((await inCourse('course', 'lint', '--fix')).status).toBe(0);
  expect(readFileSync(here('lessons', '0-two-servers', 'dropped.md'), 'utf8')).toMatch(/^---\nid: dropped\n/);
});

test('a quiz without a right answer and a dangling reference: lint says where, and the rest stays open', async () => {
  change(here('quizzes', 'after-a-kill.md'), '- [x]', '- [ ]');
  change(here('lessons', '0-two-servers', 'two-servers.yaml'), 'app-2: {}', 'app-9: {}');
  const lint = await inCourse('course', 'lint');
  expect(lint.status).toBe(1);
  expect(lint.stdout).toMatch(/^mine\/quizzes\/after-a-kill\.md:\d+:1: No choice is marked right/m);
  expect(lint.stdout).toMatch(/^mine\/lessons\/0-two-servers\/two-servers\.yaml:\d+:\d+: .*app-9/m);
  const { problems } = JSON.parse((await inCourse('course', 'lint', '--json')).stdout);
  for (const problem of problems) {
    expect(Object.keys(problem)).toEqual(['file', 'line', 'column', 'rule', 'severity', 'message']);
  }
  expect((await inCourse('course', 'test')).status).toBe(1);
  expect((await inCourse('show', 'why-two')).stdout).toContain('page 1 of');
  const quiz = await inCourse('quiz', 'after-a-kill');
  expect([quiz.status, quiz.stdout]).toEqual([0, expect.stringContaining("This question can't be asked")]);
});

test('a broken lesson shows its error where it would stand', async () => {
  writeFileSync(here('lessons', '0-two-servers', 'why-two.md'), '---\nid: why-two\ntitle: [\n---\n');
  expect((await inCourse()).stdout).toMatch(/broken +why-two +mine\/lessons.*why-two\.md:\d+:\d+: /);
  expect((await inCourse('start', 'when-one-dies')).stdout).toContain('page 1 of');
});

test('a proof that does not hold fails the test, with the place', async () => {
  change(here('quizzes', 'after-a-kill.md'), /0s\.\.2s, 2: 3\.9s\.\.6\.1s/, '0s..9s, 2: 9s..10s');
  const { status, stdout } = await inCourse('course', 'test');
  expect(status).toBe(1);
  expect(stdout).toMatch(/fails +after-a-kill \/ \S+ \(mine\/quizzes\/after-a-kill\.md:\d+\)/);
});

test('one proof is run by its id, and what was measured is printed', async () => {
  const one = await inCourse('course', 'test', 'after-a-kill/detect-kill', '--values');
  expect(one.stdout).toMatch(
    /^holds .*\n +when\(marks-down app-1\) - 10s: (?:\d+(?:\.\d+)?s(?:, )?){5}\n1 proof/,
  );
  const slip = await inCourse('course', 'test', 'after-a-kil');
  expect([slip.status, slip.stderr]).toEqual([2, expect.stringContaining('Did you mean after-a-kill?')]);
});

test('only what differs from a commit is proven: a question whose file or topology has changed', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', here(), '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args]);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'All');
  const changed = async () => (await inCourse('course', 'test', '--changed', 'HEAD')).stdout;
  appendFileSync(here('glossary.md'), '\n');
  expect(await changed()).toBe('Nothing with a proof has changed.\n');
  appendFileSync(here('lessons', '0-two-servers', 'two-servers.yaml'), '# slower\n');
  expect(await changed()).toMatch(/^holds .*after-a-kill/);
  const none = await inCourse('course', 'test', '--changed', 'no-such');
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining("can't be told")]);
});
