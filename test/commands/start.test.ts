import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { learner } from './in-process.ts';

const topology = 'pair';

test('a demonstration stands still with its faults ready, and they happen at their times', async () => {
  const ana = learner();
  const fault = ['--fault', '10s kill web-2', '--fault', '40s start web-2'];
  const { status, out } = await ana.run(['start', topology, ...fault, '--plain'], ['run 20s', 'quit', 'q']);
  expect(status).toBe(0);
  expect(out).toContain('2 faults stand ready');
  expect(out).toMatch(/10\.0\s+you\s+kill web-2/);
  expect(out).not.toMatch(/40\.0\s+you/);
});

test('paused without faults: nothing moves, and nothing is said to be ready', async () => {
  const { out } = await learner().run(['start', topology, '--paused', '--plain'], ['q', 'q']);
  expect(out).toContain('Nothing moves yet.');
  expect(out).not.toContain('ready');
});

test.each([
  [['--paused'], 'needs a topology'],
  [[topology, '--fault', '10s kil web-2'], 'kill'],
  [['no-topology', '--fault', '10s kill web-2'], 'no topology'],
  [[topology, '--seed', 'x'], 'seed'],
])('%j says what is wrong and opens nothing', async (args, said) => {
  const ana = learner();
  const { status, err } = await ana.run(['start', ...args, '--plain']);
  expect(status).toBe(2);
  expect(err).toContain(said);
  expect(readdirSync(ana.home)).toEqual([]);
});
