import { expect, test } from 'vitest';
import { learner } from './in-process.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

test('due says in one line and by its exit status what is to be reviewed', async () => {
  const ana = learner();
  expect(await ana.run(['due'])).toEqual({
    status: 1,
    out: 'Nothing to review: answer some questions first.\n',
    err: '',
  });
  await ana.run(['quiz', '--plain'], ['2', '', '2', '', 'q']);
  expect(await ana.run(['due'])).toMatchObject({
    status: 1,
    out: 'Nothing to review now. The next question comes in a minute.\n',
  });
  ana.now += DAY;
  expect(await ana.run(['due'])).toMatchObject({
    status: 0,
    out: '2 questions to review. infra-tutor review begins.\n',
  });
  expect((await ana.run(['start', '--plain'], ['m', 'q'])).out).toContain('To review: 2 now: v');
});

test('a review in lines asks how sure one is, takes back and overrules, and brings back first what was sure and wrong', async () => {
  const ana = learner();
  await ana.run(['quiz', '--plain'], ['2', '', '2', '', 'q']);
  ana.now += DAY;
  const said = await ana.run(
    ['review', '--plain'],
    ['2', 'x', 's', 'u', '2', 's', '', '2', 's', '4', '', 'q'],
  );
  expect(said.out).toContain('Review, question 1 of 2: One and several');
  expect(said.out).toContain('Write s, f or g.');
  expect(said.out).toContain('Taken back.');
  expect(said.out).toContain('You were sure of that: it comes first the next time.');
  expect(said.out).toContain('1 of 2 right.');
  expect(said.out).toContain('How sure you were: sure, 1 of 2 right.');
  ana.now += DAY;
  const { out, status } = await ana.run(['due']);
  expect([status, out]).toEqual([
    0,
    '1 question to review, 1 of them answered wrong though you were sure. infra-tutor review begins.\n',
  ]);
});

test('a placement in lines says what may be skipped, and begins there', async () => {
  const { out } = await learner().run(['placement', '--plain'], ['s', 's', 'm', 'q']);
  expect(out).toContain('What you know already, question 1 of 10');
  expect(out).toContain('Begin at the beginning');
  expect(out).toContain('Begin with: Blocks of every kind');
});
