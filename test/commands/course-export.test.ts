import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learner } from './in-process.ts';

test('prints a quiz for another program and says on the side what it could not take along', async () => {
  const { run } = learner();
  const { status, out, err } = await run(['course', 'export', '--to', 'gift']);
  expect(status).toBe(0);
  expect(out).toMatch(/^\$CATEGORY: .*\n\n::/);
  expect(err).toContain('written as gift');
});

test('says which formats and quizzes there are', async () => {
  const { run } = learner();
  expect(await run(['course', 'export'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('--to gift'),
  });
  expect(await run(['course', 'export', '--to', 'word'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('moodle-xml'),
  });
  expect(await run(['course', 'export', '--to', 'md', 'nothing'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('nothing'),
  });
});

test('an archive is written into a file, and never onto the screen', async () => {
  const { home, run } = learner();
  expect(await run(['course', 'export', '--to', 'qti'])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('--output'),
  });
  const file = join(home, 'quiz.zip');
  expect(await run(['course', 'export', '--to', 'qti', '--output', file])).toMatchObject({ status: 0 });
  expect(readFileSync(file).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
});
