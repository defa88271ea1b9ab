import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCourse } from '../../src/course/load-course.ts';
import { inlineSpans } from '../../src/markdown/inline.ts';
import { plainWords } from '../../src/markdown/words.ts';
import { rowText } from '../../src/text/row-layout.ts';

const lessons = loadCourse('.').stages.flatMap((stage) => stage.lessons);

/** Lessons in which the learner speaks: what they list was taught, with its source, in the lessons before. */
const speaking = [
  'whiteboard-one-server',
  'whiteboard-distributed',
  'whiteboard-secured',
  'at-the-whiteboard',
];

const sources = lessons.flatMap(({ id, pages }) =>
  pages.flatMap(({ footnotes }) =>
    footnotes.map(({ tokens }) => ({
      lesson: id,
      words: plainWords(tokens),
      shown: rowText(inlineSpans(tokens.flatMap((token) => ('tokens' in token ? (token.tokens ?? []) : [])))),
    })),
  ),
);

it('are named in every lesson, but for those in which the learner speaks', () => {
  const without = lessons.filter(({ pages }) => pages.every(({ footnotes }) => footnotes.length === 0));
  expect(without.map(({ id }) => id)).toEqual(speaking);
});

it('can be looked up: by an address, in print, in a document of this program, or as our own measurement', () => {
  const found = /https:\/\/[\w.-]+\/|\([^()]*\b(?:19|20)\d\d\)|docs\/\w+\.md|Recorded for this course/;
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.filter(({ shown }) => !found.test(shown))).toEqual([]);
  expect(sources.filter(({ shown }) => /http:\/\//.test(shown))).toEqual([]);
});

it('name recordings as the document of agreement does', () => {
  const model = readFileSync('docs/model.md', 'utf8');
  const quoted = sources.flatMap(({ lesson, words }) =>
    words.includes('docs/model.md')
      ? [...words.matchAll(/"([^"]+)"/g)].map(([, name = '']) => ({ lesson, name }))
      : [],
  );
  expect(quoted.length).toBeGreaterThan(30);
  expect(
    quoted.filter(({ name }) => !model.includes(`| ${name} |`) && !model.includes(`| ${name},`)),
  ).toEqual([]);
});
