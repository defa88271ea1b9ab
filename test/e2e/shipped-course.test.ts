import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('lint has nothing to say of the shipped course', async () => {
  const { stdout, status } = await run(['course', 'lint', '--json', '--course', root]);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [] });
  expect(status).toBe(0);
});

test('every proof of the shipped course holds', async () => {
  const { stdout, status } = await run(['course', 'test', '--json', '--course', root]);
  const { proofs }: { proofs: { holds: boolean; question: string }[] } = JSON.parse(stdout);
  expect(proofs.length).toBeGreaterThanOrEqual(80);
  expect(proofs.filter(({ holds }) => !holds).map(({ question }) => question)).toEqual([]);
  expect(status).toBe(0);
});
