import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { smallCourse, lesson as written } from '../course/small-course.ts';
import { openTestTutor } from './tutor.tsx';

const body = `## Component by component

\`\`\`diagram
topology: tiny
words: Users reach app-1.
steps:
  - shows: server-1
    words: A host, bought and empty.
  - shows: app-1
    words: The application server runs on it, and users reach it.
\`\`\`

## By hand

\`\`\`diagram
words: The browser asks, and the server answers.
steps:
  - adds: "browser --- ClientHello ---> server"
    words: The browser begins.
  - adds: "browser <-- ServerHello ---- server"
    words: The server answers with its certificate, and with what it needs to agree on a key that nobody else can know.
  - art: "browser <== encrypted ==> server"
    words: From here on nobody can listen.
\`\`\`

## Moments

\`\`\`diagram
topology: tiny
for: 20s
fault: [5s kill app-1]
words: app-1 is killed.
steps:
  - at: 4s
    words: All is well.
  - at: 8s
    words: app-1 is dead.
\`\`\`

## A request

\`\`\`diagram
topology: tiny
for: 20s
fault: [5s kill app-1]
request: failed
words: The first request that met a dead server.
\`\`\`
`;

const course = loadCourse('course', { files: smallCourse({ 'lessons/one/first.md': written('a', body) }) });
const open = (page: number, more: object = {}) =>
  openTestTutor({ course, place: { screen: 'lesson', lesson: 'a', page }, ...more });

it('draws a stroke for each key, where it will stay', () => {
  const tutor = open(0);
  expect(tutor.text()).toContain('1 of 2  A host, bought and empty.');
  expect(tutor.text()).not.toContain('app-1');
  const row = () =>
    tutor
      .text()
      .split('\n')
      .findIndex((line) => line.includes('server-1'));
  const before = row();
  tutor.press('d');
  expect(tutor.text()).toContain('app-1');
  expect(row()).toBe(before);
  tutor.press('d');
  expect(tutor.text()).toContain('1 of 2');
});

it('goes on with Space: first the strokes, then the next page', () => {
  const tutor = open(1);
  tutor.press('space');
  expect(tutor.text()).toContain('ServerHello');
  expect(tutor.text()).toContain('ClientHello');
  tutor.press('space');
  expect(tutor.text()).not.toContain('ClientHello');
  expect(tutor.text()).toContain('3 of 3  From here on');
  tutor.press('space');
  expect(tutor.text()).toContain('Moments');
});

it('shows a run at its moments', () => {
  const tutor = open(2);
  expect(tutor.text()).not.toContain('killed');
  tutor.press('d');
  expect(tutor.text()).toMatch(/app-1 +\S+ killed/);
});

it('unrolls what became of a request, as the simulator has it', () => {
  const tutor = open(3);
  expect(tutor.text()).not.toContain('is refused by app-1');
  for (let press = 0; press < 6 && !tutor.text().includes('The first request'); press++) tutor.press('space');
  expect(tutor.text()).toContain('user is refused by app-1');
});

it('without motion is whole from the beginning, and tells its strokes in a list', () => {
  const tutor = open(1, { motion: false });
  expect(tutor.text()).toContain('1. The browser begins.');
  expect(tutor.text()).toContain('3. From here on nobody can listen.');
  expect(tutor.text()).not.toContain('draw on');
});

describe.each([
  [80, 24],
  [60, 20],
])('at %ix%i', (columns, rows) => {
  it.each([0, 1, 2, 3])('page %i looks as it should after its second stroke', async (page) => {
    const tutor = open(page, { columns, rows });
    tutor.press('d');
    await expect(`${tutor.text()}\n`).toMatchFileSnapshot(
      `golden/growing-${page + 1}-${columns}x${rows}.txt`,
    );
  });
});

it('opens the notes of a transcript one by one, each at its line', () => {
  const transcript =
    '## T\n\n```transcript\non: a program 1.0\ntext: |\n  $ program\n  one\n  two\nnotes:\n  - at: two\n    words: The second.\n```\n';
  const files = smallCourse({ 'lessons/one/first.md': written('a', transcript) });
  const tutor = openTestTutor({
    course: loadCourse('course', { files }),
    place: { screen: 'lesson', lesson: 'a', page: 0 },
    motion: false,
  });
  expect(tutor.text()).toContain('Recorded: a program 1.0');
  expect(tutor.text()).toContain('d opens the note');
  expect(tutor.text()).not.toContain('The second.');
  tutor.press('d');
  expect(tutor.text()).toContain('1 of 1  The second.');
  expect(tutor.text()).toMatch(/> two|▸ two/);
});

it('moves a wide listing sideways, as far as its end', () => {
  const recorded = (text: string) => `\`\`\`transcript\non: a program 1.0\ntext: |\n  ${text}\n\`\`\`\n\n`;
  const wide = `## T\n\n${recorded(`${'word '.repeat(14)}end`)}${recorded('short')}`;
  const files = smallCourse({ 'lessons/one/first.md': written('a', wide) });
  const place = { screen: 'lesson', lesson: 'a', page: 0 } as const;
  const tutor = openTestTutor({ course: loadCourse('course', { files }), place, columns: 60 });
  expect(tutor.text()).not.toContain('end');
  expect(tutor.text()).toContain('< > sideways');
  tutor.press('>', '>', '>', '>');
  expect(tutor.text()).toMatch(/^ {3}….*word end$/m);
  expect(tutor.text()).toMatch(/^ {3}short$/m);
});
