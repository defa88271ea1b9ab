import { expect, test } from 'vitest';
import { learner } from './in-process.ts';

test('lays a stage out with times, by id or number, as lines and as data', async () => {
  const { run } = learner();
  const whole = await run(['plan', '0']);
  expect(whole.status).toBe(0);
  expect(whole.out).toContain('0:00');
  const data = JSON.parse((await run(['plan', '0', '--minutes', '3', '--json'])).out);
  expect(data.minutes).toBe(3);
  expect(data.parts.length + data.left.length).toBe(
    JSON.parse((await run(['plan', '0', '--json'])).out).parts.length,
  );
});

test('says what is wrong with a stage or a time', async () => {
  const { run } = learner();
  expect(await run(['plan', 'nothing'])).toMatchObject({ status: 2 });
  for (const minutes of ['0', '601', 'fifty', '-5', '5.5', '']) {
    const said = await run(['plan', '0', '--minutes', minutes]);
    expect(said.status).toBe(2);
    expect(said.err).toContain('--minutes');
  }
});
