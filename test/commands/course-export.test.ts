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
