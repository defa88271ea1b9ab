import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, learner } from './in-process.ts';

/** A small course in the place of the shipped one. */
const asked = { own: true, packageFolder: 'test/ui/course' };
const shipped = 'small';

/** A course from `course new`, in a folder of its own. */
async function newCourse(name: string): Promise<string> {
  const path = join(folder(), name);
  expect((await learner().run(['course', 'new', path])).status).toBe(0);
  return path;
}

function edit(file: string, from: string | RegExp, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

test('what an author packs another user adds, opens by its id, and leaves again; progress is kept apart', async () => {
  const author = await newCourse('ws26');
  const archive = join(folder(), 'ws26.tgz');
  const anybody = learner();
  const packed = await anybody.run(['course', 'pack', author, '--output', archive]);
  expect(packed).toMatchObject({ status: 0, out: expect.stringContaining('ws26.tgz: ') });
  expect((await learner().run(['list', '--course', archive], [], asked)).out).toContain('My first course');

  const ana = learner();
  expect((await ana.run(['course', 'add', archive], [], asked)).out).toContain('is here now');
  const [quiz] = JSON.parse((await ana.run(['list', '--json', '--course', 'ws26'], [], asked)).out).stages[0]
    .quizzes;
  await ana.run(['quiz', quiz.id, '--plain', '--course', 'ws26'], ['1', '', 'q'], asked);
  const status = async (id: string) => (await ana.run(['status', '--json', '--course', id], [], asked)).out;
  expect(JSON.parse(await status('ws26')).questions.answered).toBe(1);
  expect((await ana.run(['course', 'use', shipped], [], asked)).out).toContain('In use now');
  const { courses } = JSON.parse((await ana.run(['course', 'list', '--json'], [], asked)).out);
  expect(courses).toMatchObject([
    { id: shipped, in_use: true },
    { id: expect.stringMatching(/^ws26@/), in_use: false },
  ]);
});

test('a new edition takes the place of the old one; another author with the same id does not', async () => {
  const ana = learner();
  const first = await newCourse('intro');
  await ana.run(['course', 'add', first]);
  edit(join(first, 'course.yaml'), /^title: .*/m, 'title: Second edition');
  expect((await ana.run(['course', 'add', first])).out).toContain('"Second edition" was here already');
  await ana.run(['course', 'add', await newCourse('intro')]);
  expect(readdirSync(join(ana.home, 'courses'))).toHaveLength(3);
  const { status, err } = await ana.run(['course', 'use', 'intro']);
  expect(status).toBe(2);
  expect(err).toMatch(/Several courses here are called "intro": write intro@\w+ or intro@\w+\./);
});

test('a course with errors is neither packed nor added, and nothing is left behind', async () => {
  const author = await newCourse('broken');
  edit(join(author, 'course.yaml'), /^format: 1/m, 'format: 7');
  const ana = learner();
  for (const args of [
    ['course', 'pack', author],
    ['course', 'add', author],
  ]) {
    const { status, err } = await ana.run(args);
    expect(status).toBe(1);
    expect(err).toMatch(/has 1 error, so it is not packed/);
  }
  expect(readdirSync(ana.home)).toEqual([]);
});

test('a damaged archive on the shelf is told in the list, and hinders nobody', async () => {
  const ana = learner();
  await ana.run(['course', 'add', await newCourse('ws26')]);
  const [archive = ''] = readdirSync(join(ana.home, 'courses')).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(ana.home, 'courses', archive), 'cut');
  writeFileSync(join(ana.home, 'courses', '%zz.tgz'), 'no name of ours');
  const { status, out } = await ana.run(['course', 'list']);
  expect(status).toBe(0);
  expect(out).toMatch(/ws26@\w+: .*is not opened: it is no archive/);
  expect(await ana.run(['list', '--course', 'a\0b'], [], { own: true })).toMatchObject({ status: 2 });
  expect((await ana.run(['course', 'use', 'nothing'])).err).toContain('There is no course "nothing" here');
});

test('an installed package of npm is opened by its name, beside infra-tutor', async () => {
  const packages = folder();
  cpSync(await newCourse('ws26'), join(packages, '@school', 'ws26'), { recursive: true });
  mkdirSync(join(packages, 'infra-tutor'));
  const { out } = await learner().run(['list', '--course', '@school/ws26'], [], {
    own: true,
    packageFolder: join(packages, 'infra-tutor'),
  });
  expect(out).toContain('My first course');
});
