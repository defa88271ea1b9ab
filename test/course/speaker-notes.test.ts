import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { problemLine } from '../../src/text/problem.ts';
import { lesson, question, quiz, smallCourse } from './small-course.ts';

const notes = (words: string) => `\`\`\`notes\n${words}\n\`\`\``;
const said = (changes: Parameters<typeof smallCourse>[0]) =>
  lintCourse(smallCourse(changes)).map(problemLine);

const taught = {
  'lessons/one/first.md': lesson(
    'a',
    `## A\n\nText.\n\n${notes('xylophone *one*')}\n\nMore text.\n\n${notes('xylophone two')}\n\n## B\n\nText.\n`,
  ),
  'quizzes/q.md': quiz(
    'q',
    `${notes('xylophone three')}\n\n${question('q-1', { after: `Since.\n\n${notes('xylophone four')}` })}`,
  ),
};

describe('notes of a page, a quiz and a question', () => {
  const course = loadCourse('course', { files: smallCourse(taught) });
  const [stage] = course.stages;
  const pages = stage?.lessons.find(({ id }) => id === 'a')?.pages ?? [];
  const [asked] = stage?.quizzes ?? [];

  test('are read as they were written, one after the other', () => {
    expect(pages.map((page) => page.notes)).toEqual(['xylophone *one*\n\nxylophone two', '']);
    expect(asked?.notes).toBe('xylophone three');
    expect(asked?.questions[0]?.notes).toBe('xylophone four');
    expect(said(taught)).toEqual([]);
  });

  test('are in nothing that learners see, search, print or take to another program', () => {
    expect(pages[0]?.blocks.map(({ kind }) => kind)).toEqual(['markdown']);
    expect(JSON.stringify(pages.map((page) => page.blocks))).not.toContain('xylophone');
    expect(JSON.stringify(asked?.intro)).not.toContain('xylophone');
    expect(JSON.stringify(asked?.questions.map((each) => ({ ...each, notes: '' })))).not.toContain(
      'xylophone',
    );
  });

  test('make no other question of it: what was answered counts still', () => {
    const silent = loadCourse('course', {
      files: smallCourse({ 'quizzes/q.md': quiz('q', question('q-1', { after: 'Since.' })) }),
    });
    expect(asked?.questions[0]?.revision).toBe(silent.stages[0]?.quizzes[0]?.questions[0]?.revision);
  });
});

test('lint says where notes are empty, seen by nobody, or seen by learners', () => {
  const page = (body: string) => said({ 'lessons/one/first.md': lesson('a', body) }).join('\n');
  expect(page(`## A\n\nText.\n\n${notes('')}\n`)).toContain('These notes say nothing');
  expect(page(`${notes('Hello.')}\n\n## A\n\nText.\n`)).toContain('before the first page');
  expect(page('## A\n\nText.\n\n```note\nHello.\n```\n')).toContain('did you mean "notes"?');
  expect(page(`## A\n\n- item\n\n  ${notes('Hello.').replaceAll('\n', '\n  ')}\n`)).toContain('notes block');
  expect(page(`## A\n\n${notes('Hello.')}\n`)).toContain('The page "A" is empty');
  expect(said({ 'glossary.md': `## VIP\n\nAn address.\n\n${notes('Hello.')}\n` }).join('\n')).toContain(
    'learners would read them',
  );
});
