import { expect, test } from 'vitest';
import { learner } from './in-process.ts';

test('prints the slides in order, and the answers at the end', async () => {
  const { run } = learner();
  const { status, out } = await run(['present', 'choices']);
  expect(status).toBe(0);
  const [slides = '', answers = ''] = out.split('\nAnswers\n');
  expect(slides).toMatch(/Slide 1 of \d[\s\S]*web-2 is killed[\s\S]*It throws the request away/);
  expect(slides).not.toContain('one second apart');
  expect(answers).toContain('one second apart');
  expect(answers).toContain('Slide 1:');
});

test('prints a stage with all its lessons and quizzes, by id or number', async () => {
  const { run } = learner();
  const byId = await run(['present', 'first']);
  expect(byId.out.indexOf('Prose and a list')).toBeGreaterThan(0);
  expect(byId.out.indexOf('web-2 is killed')).toBeGreaterThan(byId.out.indexOf('Prose and a list'));
  expect((await run(['present', '0'])).out).toBe(byId.out);
});

test('prints notes under the titles', async () => {
  const { status, out } = await learner().run(['present', 'blocks', '--notes']);
  expect(status).toBe(0);
  expect(out).toMatch(/Notes on Blocks of every kind\n\n1 {2}Prose and a list\n {2}Ask who counts work\./);
  expect(out).toContain('There are no notes on this slide.');
});

test('says what it needs', async () => {
  const { run } = learner();
  for (const [args, said] of [
    [['present'], '--notes to follow'],
    [['present', '--notes'], 'Without a terminal'],
    [['present', 'blocks', '--minutes', '50'], '--minutes goes with --notes'],
    [['present', 'blocks', '--notes', '--minutes', '0'], '--minutes needs'],
    [['present', 'blokcs'], 'Did you mean blocks?'],
    [['present', 'one-of-two'], 'There is no lesson, quiz or stage'],
  ] as const) {
    const { status, err } = await run(args);
    expect([status, err]).toEqual([2, expect.stringContaining(said)]);
  }
});
