import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { lessonLines } from '../../src/plain/lesson.ts';
import { readTopology } from '../../src/topology/read.ts';
import { lesson, smallCourse, tiny } from './small-course.ts';

const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');

/** The diagrams of the guide, each on a page of its own in a new course. */
const files = memoryFiles('guide', {
  ...Object.fromEntries(newCourse().map(({ path, text }) => [path, text])),
  'lessons/0-two-servers/guide.md': lesson(
    'guide',
    [
      ...guide
        .slice(guide.indexOf('\n## A lesson'))
        .matchAll(/^```(?:diagram|transcript|configuration)\n[\s\S]*?^```$/gm),
    ]
      .map(([block]) => `## Page\n\n${block}\n`)
      .join('\n'),
  ),
});

test('lint has nothing to say about the diagrams and listings of the guide', () => {
  const said = lintCourse(files).filter(({ file, rule }) => file.includes('guide.md') && rule !== 'unlisted');
  expect(said).toEqual([]);
});

test('in plain mode each stroke is a numbered line, and the times of a request are those of the run', () => {
  const course = loadCourse('guide', { files });
  const found = course.stages.flatMap(({ lessons }) => lessons).find(({ id }) => id === 'guide');
  const told = found ? lessonLines(found, topologiesOf(course, readTopology), 80).join('\n') : '';
  expect(told).toContain('  1. One server, as before.\n  2. A second one,');
  expect(told).toContain('"default-server check inter 2s fall 3 rise 2": A check every two seconds');
  expect(told).toContain('Recorded: curl 7.88.1');
  expect(told).toContain('  2. Three checks have failed.');
  expect(told).toMatch(/At 1002\.\d ms lb-1 is refused by app-1|At 1 s lb-1 is refused by app-1/);
  expect(told).toMatch(/At 3 s lb-1 answers 503/);
});

it.each([
  ['topology: tiny\nof: app-1', /no such configuration of "app-1"/],
  ['topology: two\nof: web-1\nsection: nothing', /no such configuration of "web-1"/],
  [
    'topology: two\nof: web-1\nnotes: [{ at: proxy_nothing, words: A. }]',
    /No line has "proxy_nothing" in it/,
  ],
  ['topology: two\nof: web-1\nnotes: [{ at: listen }]', /The notes are a list/],
  ['topology: two', /whose configuration is shown/],
])('lint says of the configuration %j what is wrong', (block, what) => {
  const two = tiny
    .replace('id: tiny', 'id: two')
    .replace('runs: [app-1]', 'runs: [web-1, app-1]')
    .replace('components:', 'components:\n  web-1: { kind: web-server, upstream: { app-1: {} } }')
    .replace('A: [app-1]', 'A: [web-1]');
  const changes = {
    'lessons/one/two.yaml': two,
    'lessons/one/first.md': lesson('a', `## A\n\n\`\`\`configuration\n${block}\n\`\`\`\n`),
  };
  expect(
    lintCourse(smallCourse(changes))
      .map(({ message }) => message)
      .join('\n'),
  ).toMatch(what);
});

describe('lint says', () => {
  const said = (block: string) =>
    lintCourse(
      smallCourse({
        'lessons/one/first.md': lesson('a', `## A\n\n\`\`\`diagram\nwords: W.\n${block}\n\`\`\`\n`),
      }),
    ).map(({ rule, message }) => `${rule}: ${message}`);

  it.each([
    [
      'topology: tiny\nsteps: [{ shows: app-2, words: A. }]',
      /Nothing in the topology "tiny" is called "app-2"/,
    ],
    ['topology: tiny\nsteps: [{ shows: app-1 }]', /This step has no words/],
    ['topology: tiny\nsteps: app-1', /The steps of a diagram are a list/],
    ['topology: tiny\nsteps: [{ at: 5s, words: A. }, { at: 4s, words: B. }]', /later than the one before/],
    ['topology: tiny\nrequest: failed', /there is no such request/],
    ['topology: tiny\nrequest: first', /"first" is no request/],
    ['topology: tiny\nrequest: slowest\nrate: 100\nfor: 60s', /too long to be drawn/],
    ['topology: tiny\nrequest: failed\nfault: [5s kill app-9]', /app-9/],
    [`steps: [{ adds: "${'-'.repeat(77)}", words: A. }]`, /77 columns wide/],
    [
      'topology: tiny\nsteps: [{ at: 5s, words: A. }]\n```\n\n```diagram\nwords: W.\nsteps: [{ adds: a, words: A. }]',
      /Two things on this page/,
    ],
  ])('of %j what is wrong', (block, what) => {
    expect(said(block).join('\n')).toMatch(what);
  });
});

test('the seed of a diagram may be as large as its schema says', () => {
  const grown = `topology: tiny\nseed: 2147483648\nwords: A.\nsteps:\n  - { at: 1s, words: B. }`;
  const body = `## Page\n\nText.\n\n\`\`\`diagram\n${grown}\n\`\`\`\n`;
  const said = lintCourse(smallCourse({ 'lessons/one/first.md': lesson('a', body) }));
  expect(said.map(({ message }) => message)).toEqual([]);
});
