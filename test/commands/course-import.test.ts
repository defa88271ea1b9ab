import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/course/course-files.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { folder, learner } from './in-process.ts';

const quiz = `::port::[plain]Which port?{
~80#HTTP
=443#HTTPS
####As IANA has it.}

[html]<u>Why</u>?{}
`;

/** A new course, and a file beside it. */
async function course(text: string | Uint8Array, name = 'My Quiz (1).gift') {
  const root = folder();
  const { run } = learner();
  await run(['course', 'new', join(root, 'course')], [], { own: true });
  const file = join(root, name);
  writeFileSync(file, text);
  const imports = (...more: string[]) =>
    run(['course', 'import', file, ...more, '--course', join(root, 'course')], [], { own: true });
  return { root, file, quizzes: join(root, 'course', 'quizzes'), imports };
}

test('writes a quiz beside the others, says what was lost and where, and never writes over one', async () => {
  const { root, file, quizzes, imports } = await course(quiz);
  const { status, out, err } = await imports();
  expect(status).toBe(0);
  const written = join(quizzes, 'my-quiz-1.md');
  expect(out).toContain(`1 question written into ${written}.`);
  expect(err).toMatch(new RegExp(`^${file.replace(/[()]/g, '\\$&')}:6:1: Left out: nothing stands`));
  const before = readFileSync(written, 'utf8');
  expect(before).toContain('<!-- id: port -->\n\nWhich port?\n\n- [ ] 80\n  > HTTP\n- [x] 443\n  > HTTPS');
  const found = lintCourse(diskFiles(join(root, 'course')));
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'warning unlisted',
    'warning no-hint',
  ]);
  expect(await imports()).toMatchObject({ status: 1, err: expect.stringContaining('is there already') });
  expect(readFileSync(written, 'utf8')).toBe(before);
});

test('what is no quiz is a sentence, and leaves nothing behind', async () => {
  const sentences: readonly (readonly [string | Uint8Array, string])[] = [
    ['Why?{}', 'no question that could be taken'],
    ['only words', '--from gift'],
    [Uint8Array.of(0xff, 0xfe, 65, 0), 'UTF-8'],
    [`${'long '.repeat(300)}?{T}\n\n`.repeat(200), '256 KB'],
    ['x'.repeat(600_000), 'too large'],
  ];
  for (const [text, sentence] of sentences) {
    const { quizzes, imports } = await course(text, 'quiz.txt');
    const before = readdirSync(quizzes);
    const { status, err } = await imports();
    expect([status > 0, err]).toEqual([true, expect.stringContaining(sentence)]);
    expect(readdirSync(quizzes)).toEqual(before);
  }
  const { root, imports } = await course(quiz);
  mkdirSync(join(root, 'there.md'));
  expect(await imports('--output', join(root, 'there.md'))).toMatchObject({ status: 1 });
  expect(await imports('--output', '')).toMatchObject({ status: 2 });
  expect(await imports('--from', 'word')).toMatchObject({ status: 2, err: expect.stringContaining('aiken') });
});
