import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, type Learner, learner } from './in-process.ts';

const question = (id: string) => `<quiz>

<!-- id: ${id} -->

What is ${id}?

> Hint: Think.

- [ ] Wrong
  > No.
- [x] Right
  > Yes.

It is.

</quiz>
`;

/** A course with an exam of four questions. */
function course(exam: string): string {
  const root = folder();
  mkdirSync(join(root, 'quizzes'));
  const stage = '{ id: one, title: One, summary: First., lessons: [], quizzes: [final] }';
  writeFileSync(join(root, 'course.yaml'), `format: 1\nid: c\ntitle: C\nstages: [${stage}]\n`);
  const head = `---\nid: final\ntitle: Final\nfixed: true\nexam: ${exam}\n---\n\n`;
  writeFileSync(join(root, 'quizzes', 'final.md'), head + ['a1', 'b2', 'c3', 'd4'].map(question).join('\n'));
  return root;
}

async function sit(ana: Learner, root: string, ...lines: string[]): Promise<string> {
  return (await ana.run(['quiz', 'final', '--plain', '--course', root], lines, { own: true })).out;
}

const minute = 60_000;

test('draws its questions, tells nothing of right and wrong until it is closed, and ends in a hand-in', async () => {
  const root = course('{ minutes: 20, draw: 3 }');
  const ana = learner();
  const first = await sit(ana, root, '', '2', '1', 'q');
  expect(first).toContain('3 questions, 20 minutes. This is attempt 1 of 1.');
  expect(first).toMatch(/question 1 of 3 · 20:00 left[\s\S]*Taken down\.[\s\S]*question 3 of 3/);
  expect(first).not.toMatch(/Yes\.|No\.|Not quite|The answer|Think/);
  const status = await ana.run(['status', '--json', '--course', root], [], { own: true });
  expect(JSON.parse(status.out).questions).toMatchObject({ answered: 0, right: 0 });
  expect((await ana.run(['show', 'final', '--course', root], [], { own: true })).out).not.toContain(
    'What is',
  );

  const last = await sit(ana, root, 'h', '2', 'y');
  expect(last).toMatch(/question 3 of 3/);
  expect(last).toContain('2 of 3 right.');
  expect(last).toContain('infra-tutor hand-in --name');
  const file = join(ana.home, 'ana.json');
  await ana.run(['hand-in', '--output', file, '--course', root], [], { own: true });
  const { answers } = JSON.parse(readFileSync(file, 'utf8'));
  expect(answers.map(({ first: { right } }: { first: { right: boolean } }) => right)).toEqual([
    true,
    false,
    true,
  ]);
  const asked = ['class', 'report', file, '--quiz', 'final', '--json', '--course', root];
  const report = JSON.parse((await ana.run(asked, [], { own: true })).out);
  expect(report).toMatchObject({ about: 'C › Final', learners: [{ answered: 3, right_first: 2 }] });
  expect(
    (await ana.run(['class', 'report', file, '--quiz', 'fnal', '--course', root], [], { own: true })).err,
  ).toContain('Did you mean final?');
  // no attempt is left: from now on it is a quiz like any other
  expect(await sit(ana, root, 'q')).toContain('Final');
});

test('another attempt draws anew, and forgetting the quiz gives no attempt back', async () => {
  const root = course('{ minutes: 20, draw: 2, attempts: 2 }');
  const ana = learner();
  expect(await sit(ana, root, '', 'e', 'y')).toContain('0 of 2 right.');
  await ana.run(['reset', 'final', '--course', root], [], { own: true });
  ana.now += minute;
  expect(await sit(ana, root, '', 'e', 'y')).toContain('attempt 2 of 2');
  await ana.run(['reset', '--all', '--course', root], [], { own: true });
  expect(await sit(ana, root, '')).not.toContain('attempt');
});

test('the clock goes on while nobody is there, and closes the exam with what was answered in time', async () => {
  const root = course('{ minutes: 20 }');
  const ana = learner();
  await sit(ana, root, '', '2', 'q');
  ana.now += 19 * minute;
  expect(await sit(ana, root, '2', 'q')).toContain('This exam goes on: 1:00 left.');
  ana.now += 2 * minute;
  const over = await sit(ana, root, '2');
  expect(over).toContain('The time is over. The exam is closed.');
  expect(over).toContain('2 of 4 right.');
});

test('a clock that is set back gives no time back', async () => {
  const root = course('{ minutes: 20 }');
  const ana = learner();
  await sit(ana, root, '', '2', 'q');
  ana.now += 15 * minute;
  await sit(ana, root, '2', 'q');
  ana.now -= 10 * minute;
  expect(await sit(ana, root, '2', 'q')).toContain('This exam goes on: 5:00 left.');
  ana.now += 4 * minute;
  expect(await sit(ana, root, '2', 'q')).toContain('This exam goes on: 1:00 left.');
});

test('lint says what is wrong in its front matter, and it stays an exam', async () => {
  const root = course('{ draw: 9, hints: maybe, feedback: now, extra: 1 }');
  const { status, out } = await learner().run(['course', 'lint', root], [], { own: true });
  expect(status).toBe(1);
  for (const said of [/final\.md:5:.*how long it takes/, /The exam draws 9 questions, and this quiz has 4/]) {
    expect(out).toMatch(said);
  }
  expect(out).toMatch(/Hints of an exam are on or off/);
  expect(out).toMatch(/comes after it/);
  expect(out).toMatch(/extra/);
  expect(await sit(learner(), root, '', 'q')).toContain('question 1 of 4 · 30:00 left');
});
