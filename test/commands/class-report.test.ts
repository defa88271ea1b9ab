import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, learner } from './in-process.ts';

/** What somebody hands in after answering the quiz of the small course with these lines. */
async function handedIn(
  into: string,
  name: string,
  lines: readonly string[],
  machine = 'here',
): Promise<string> {
  const somebody = learner(folder(), machine);
  await somebody.run(['quiz', '--plain'], lines);
  const file = join(into, `${machine}.json`);
  const { status, out } = await somebody.run(['hand-in', '--name', name, '--output', file]);
  expect(out).toMatch(/: 2 questions, 0 missions, 0 predictions\. Give this file/);
  expect(status).toBe(0);
  return file;
}

const wrongThenRight = ['1', '', '1 3', '', 'q'];
const allRight = ['2', '', '1 3', '', 'q'];

/** A file that was changed after it was handed in. */
function changed(file: string, to: string, from: string | RegExp, put: string): void {
  writeFileSync(to, readFileSync(file, 'utf8').replace(from, put));
}

test('a class is a table of learners, and its questions with the most chosen wrong answer, hardest first', async () => {
  const into = folder();
  for (const [index, name] of ['Ana', 'Bob', 'Müller, A.'].entries()) {
    await handedIn(into, name, index === 0 ? allRight : wrongThenRight, `m${index}`);
  }
  const { status, out, err } = await learner().run(['class', 'report', into]);
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/3 learners of 3 files/);
  expect(out).toMatch(/^Müller, A\. +1\/2 +1\/2 /m);
  expect(out).toMatch(
    /^one: web-2 is killed.*\n.* 33 % {2}1 of 3\n {2}most chosen: It throws the request away \(2 of 3\)/m,
  );
  expect(out.indexOf('one: ')).toBeLessThan(out.indexOf('several: '));
  expect(out).toContain('Nobody can check who answered');
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('nothing that was done is nothing to hand in, and a name is a name', async () => {
  expect(await learner().run(['hand-in'])).toMatchObject({
    status: 1,
    err: expect.stringContaining('nothing to hand in'),
  });
  expect((await learner().run(['hand-in', '--name', '\u001b[2J'.slice(0, 1)])).status).toBe(2);
});

test('each file that does not count is told with its reason, and hinders no other', async () => {
  const into = folder();
  const ana = await handedIn(into, 'Ana', allRight, 'ana');
  const text = readFileSync(ana, 'utf8');
  changed(ana, join(into, 'other.json'), '"id":"small"', '"id":"other"');
  changed(ana, join(into, 'newer.json'), '"format": 1', '"format": 9');
  changed(ana, join(into, 'form.json'), '"tries":1', '"tries":-1');
  writeFileSync(join(into, 'cut.json'), text.slice(0, 100));
  writeFileSync(join(into, 'huge.json'), ' '.repeat(2_000_001));
  mkdirSync(join(into, 'folder.json'));
  changed(ana, join(into, 'again.json'), /"written": "2026/, '"written": "2027');
  changed(ana, join(into, 'copied.json'), '"name": "Ana"', '"name": "Bob"');
  const { status, out } = await learner().run(['class', 'report', into, '--json']);
  expect(status).toBe(0);
  const { notes, learners } = JSON.parse(out);
  expect(learners.map(({ name }: { name: string }) => name)).toEqual(['Ana', 'Bob']);
  const told = (file: string) => notes.find((note: string) => note.includes(`${file}.json`));
  expect(told('other')).toContain('about another course, other');
  expect(told('newer')).toContain('a newer infra-tutor wrote it');
  expect(told('form')).toContain('was changed');
  expect(told('cut')).toContain('damaged');
  expect(told('huge')).toContain('too large');
  expect(told('folder')).toContain('no regular file');
  expect(told('again')).toContain('handed in more than once');
  expect(notes).toContainEqual('Ana and Bob handed in the same, to the last answer and second.');
  expect(notes).toHaveLength(8);
});

test('an answer counts as the course marks it, whatever the file says; another edition’s as far as it asks the same', async () => {
  const into = folder();
  const ana = await handedIn(into, 'Ana', wrongThenRight, 'ana');
  changed(ana, ana, /"right":false/g, '"right":true');
  const eve = await handedIn(into, 'Eve', allRight, 'eve');
  changed(eve, eve, /"revision":"\w{8}"/, '"revision":"00000000"');
  changed(eve, eve, /("course": \{.*"revision":)"\w+"/, '$1"earlier"');
  const bob = await handedIn(into, 'Bob', allRight, 'bob');
  changed(bob, bob, '"question":"several"', '"question":"other"');
  const { out } = await learner().run(['class', 'report', ana, bob, eve, '--json']);
  const { notes, learners } = JSON.parse(out);
  expect(learners).toMatchObject([
    { name: 'Ana', answered: 2, right_first: 1 },
    { name: 'Bob', answered: 1, right_first: 1 },
    { name: 'Eve', answered: 1, right_first: 1 },
  ]);
  expect(notes).toEqual([
    "Ana: 1 answer is marked otherwise in the file than the course marks it; the course's word counts.",
    "Bob: 1 answer to what this course doesn't ask is left out.",
    'Eve had another edition of the course: 1 answer to what is asked otherwise now is left out.',
  ]);
});

test('hostile names are text on the page, in the table and on the terminal', async () => {
  const into = folder();
  const names = [
    '<script>alert(1)</script>',
    '=cmd|calc',
    '"><img src=x onerror=1>',
    "'&amp;",
    '\u202Egnp.exe',
    'x'.repeat(100),
  ];
  for (const [index, name] of names.entries()) await handedIn(into, name, allRight, `m${index}`);
  const [html, csv] = [join(folder(), 'class.html'), join(folder(), 'class.csv')];
  const { out } = await learner().run(['class', 'report', into, '--html', html, '--csv', csv]);
  const page = readFileSync(html, 'utf8');
  expect(page).not.toMatch(/<script|<img|onerror=1>|\u202E|https?:|src=[^x]|@import|url\(/);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain("default-src 'none'");
  // every mark that opens is one of ours
  const marks = new Set(
    [...page.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, mark = '']) => mark.toLowerCase()),
  );
  const ours = 'html head meta title style body h1 h2 table thead tbody tr th td bdi meter p ul li'.split(
    ' ',
  );
  expect([...marks].filter((mark) => mark !== '!doctype' && !ours.includes(mark))).toEqual([]);
  const rows = readFileSync(csv, 'utf8').split('\r\n');
  expect(rows[0]).toMatch(/^"learner","file",.*"one","several"$/);
  expect(rows).toHaveLength(names.length + 2);
  expect(rows.join('\n')).toContain(`"'=cmd|calc"`);
  expect(rows[1]).toMatch(/"1","1"$/);
  expect(out).not.toMatch(/\u202E/);
});

test('a narrow window has the name and the columns that fit', async () => {
  const into = folder();
  await handedIn(into, 'Ana', allRight);
  const { out } = await learner().run(['class', 'report', into], [], { columns: 40 });
  expect(out).toMatch(/^Ana +2\/2 +2\/2 +0$/m);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
});

test('without a hand-in there is no class', async () => {
  expect(await learner().run(['class', 'report', folder()])).toMatchObject({ status: 2 });
  const { status, out } = await learner().run(['class', 'report', 'package.json']);
  expect(status).toBe(1);
  expect(out).toContain('package.json: not counted');
  expect((await learner().run(['class', 'report', 'x', '--runs', 'all'])).err).toContain(
    '--runs all is no number',
  );
});
