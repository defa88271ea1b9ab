import { expect, test } from 'vitest';
import { learner } from './in-process.ts';

const DAY = 86_400_000;

/** Somebody who was sure and right once, and sure and wrong once. */
async function met() {
  const ana = learner();
  await ana.run(['quiz', '--plain'], ['2', '', '2', '', 'q']);
  ana.now += DAY;
  await ana.run(['review', '--plain'], ['2', 's', '', '2', 's', '', 'q']);
  return ana;
}

test('status --json has what is known by stage and by what each lesson is for, and what comes back when', async () => {
  const ana = await met();
  const status = JSON.parse((await ana.run(['status', '--json'])).out);
  expect(status.questions).toMatchObject({ answered: 2, right: 1, sure: 1, due_today: 1 });
  expect(status.objectives[0]).toMatchObject({ lesson: 'blocks', read: false });
  expect(status.objectives[0].questions).toMatchObject({ answered: 2, right: 1 });
  expect(status.calibration.sure).toEqual({ answered: 2, right: 1 });
  expect(status.due_by_day).toHaveLength(28);
  expect(status.due_by_day[0]).toBe(1);
  expect(status.weak_spots[0]).toMatchObject({ question: 'several', sure_and_wrong: true });
  expect(status.streak_days).toBeUndefined();
});

test('status in lines says the same, and a streak only to who asks for it', async () => {
  const ana = await met();
  const { out } = await ana.run(['status']);
  expect(out).toContain('Coming back, week by week:');
  expect(out).toContain('By what each lesson is for:');
  expect(out).toMatch(/Blocks of every kind \(not read yet\): 2 answered, 1 right, 1 sure/);
  expect(out).not.toContain('in a row');
  expect((await ana.run(['status', '--streak'])).out).toContain('2 days in a row.');
  expect(JSON.parse((await ana.run(['status', '--json', '--streak'])).out).streak_days).toBe(2);
});
