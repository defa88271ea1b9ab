import { expect, test } from 'vitest';
import { readLesson } from '../../src/course/lesson-reader.ts';
import type { Block } from '../../src/course/page-blocks.ts';
import { problemLine } from '../../src/text/problem.ts';

function read(text: string) {
  const { lesson, problems } = readLesson({ file: 'l.md', path: 'lessons/one/l.md', text });
  return { ...lesson, said: problems.map(problemLine) };
}

function outline(block: Block): string {
  return `${block.line} ${block.kind === 'markdown' ? block.tokens.map(({ type }) => type).join(' ') : block.kind}`;
}

const whole = `---
id: two
title: Two of them
summary: "Two: why"
objectives: [Say why, Say how]
minutes: 4
prerequisites: one
topology: tiny
tags: [a]
---

# Two of them

Before the first page.

## First

Text.

\`\`\`diagram
art: |
  a  ->  b

  c
words: a leads to b.
\`\`\`

- item

## Second

\`\`\`simulate
for: 30s
rate: 50
set: [lb-1.retries=2, redispatch=on]
fault: 10s kill app-1
look-for: Who waits?
\`\`\`
`;

test('front matter, pages and blocks, each with its line', () => {
  const lesson = read(whole);
  expect(lesson.said).toEqual([]);
  expect(lesson).toMatchObject({
    id: 'two',
    title: 'Two of them',
    summary: 'Two: why',
    objectives: ['Say why', 'Say how'],
    minutes: 4,
    prerequisites: ['one'],
    topology: 'tiny',
    tags: ['a'],
    draft: false,
  });
  expect(lesson.pages.map(({ title, line, blocks }) => [title, line, blocks.map(outline)])).toEqual([
    ['Two of them', 14, ['14 paragraph space']],
    ['First', 16, ['18 paragraph space', '20 diagram', '28 list space']],
    ['Second', 30, ['32 simulate']],
  ]);
});

test('a drawing keeps its spaces and empty lines; a run its words', () => {
  const lesson = read(whole);
  expect(lesson.pages[1]?.blocks[1]).toEqual({
    kind: 'diagram',
    topology: undefined,
    art: ['a  ->  b', '', 'c'],
    words: 'a leads to b.',
    line: 20,
  });
  expect(lesson.pages[2]?.blocks[0]).toEqual({
    kind: 'simulate',
    run: {
      topology: 'tiny',
      for: 30_000_000,
      seeds: 1,
      rate: 50,
      set: ['lb-1.retries=2', 'redispatch=on'],
      fault: ['10s kill app-1'],
    },
    lookFor: 'Who waits?',
    line: 32,
  });
});

test('a block that cannot be read is shown as it was written', () => {
  const lesson = read('---\nid: x\ntitle: X\n---\n\n## A\n\n```diagram\nwords: none\n```\n');
  expect(lesson.problem).toBeUndefined();
  expect(lesson.pages[0]?.blocks).toMatchObject([{ kind: 'markdown', tokens: [{ type: 'code' }] }]);
  expect(lesson.said).toEqual([
    'l.md:8:1: A diagram has either "topology: ID" or "art: |" with the drawing below: write one of them.',
  ]);
});

test('reading time is reckoned where the author gives none', () => {
  expect(read(`## A\n\n${'word '.repeat(900)}`).minutes).toBe(5);
});
