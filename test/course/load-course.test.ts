import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/course/course-files.ts';
import { CourseError, loadCourse } from '../../src/course/load-course.ts';
import { plainWords } from '../../src/markdown/words.ts';
import { problemLine } from '../../src/text/problem.ts';
import { courseYaml, lesson, question, quiz, smallCourse, tiny } from './small-course.ts';

function load(changes: Parameters<typeof smallCourse>[0] = {}, drafts = false) {
  return loadCourse('course', { files: smallCourse(changes), drafts });
}

describe('a course', () => {
  test('keeps the order of course.yaml, whatever its files are called', () => {
    const course = load();
    expect(course.problems).toEqual([]);
    expect(course.stages.map(({ id, number, topology }) => [id, number, topology])).toEqual([
      ['one', 0, 'tiny'],
      ['two', 1, undefined],
    ]);
    expect(course.stages[0]?.lessons.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(course.topologies).toEqual([
      { id: 'tiny', title: 'Tiny', stage: 'one', file: 'course/lessons/one/tiny.yaml', text: tiny },
    ]);
  });

  test('shows a file that was dropped into a stage, last, named after itself and its first heading', () => {
    const course = load({ 'lessons/one/a-first-try.md': '# Why *this*?\n\nBecause.\n' });
    const last = course.stages[0]?.lessons.at(-1);
    expect(last).toMatchObject({ id: 'a-first-try', title: 'Why this?', problem: undefined });
    expect(last?.pages.map(({ title }) => title)).toEqual(['Why this?']);
  });

  test('shows a quiz that was dropped in where it says, or else in the last stage', () => {
    const course = load({
      'quizzes/here.md': quiz('here', question('h')).replace('title:', 'stage: one\ntitle:'),
      'quizzes/anywhere.md': quiz('anywhere', question('w')),
    });
    expect(course.stages.map(({ quizzes }) => quizzes.map(({ id }) => id))).toEqual([
      ['q', 'here'],
      ['anywhere'],
    ]);
  });

  test('keeps drafts from learners and shows them to authors', () => {
    const changes = {
      'lessons/two/third.md': lesson('c').replace('title:', 'draft: true\ntitle:'),
      'missions/m.md': '---\nid: m\ntitle: M\ndraft: true\n---\n\n## A\n\n## B\n',
    };
    const shown = (drafts: boolean) => {
      const { lessons = [], missions = [] } = load(changes, drafts).stages[1] ?? {};
      return [...lessons, ...missions].map(({ id }) => id);
    };
    expect([shown(false), shown(true)]).toEqual([[], ['c', 'm']]);
  });

  test('reads the glossary', () => {
    const { glossary } = load({ 'glossary.md': '# Glossary\n\n## VIP\n\nA *virtual* IP.\n\nIt moves.\n' });
    expect(glossary.map(({ term, tokens }) => [term, plainWords(tokens)])).toEqual([
      ['VIP', 'A virtual IP.\n\nIt moves.'],
    ]);
  });

  test('takes the folders as stages when course.yaml lists none', () => {
    const course = load({ 'course.yaml': 'format: 1\nid: x\ntitle: X\n' });
    expect(course.stages.map(({ id, lessons }) => [id, lessons.length])).toEqual([
      ['one', 2],
      ['two', 1],
    ]);
    expect(course.problems.map(({ rule }) => rule)).toEqual(['stages']);
  });
});

describe('one bad file', () => {
  const first = 'lessons/one/first.md';
  const cases: [
    name: string,
    content: NonNullable<Parameters<typeof smallCourse>[0]>[string],
    line: string,
  ][] = [
    [
      'is too large',
      'x'.repeat(1_000_001),
      `${first}:1:1: This file is larger than 256 KB, too large to be shown: cut it into several.`,
    ],
    [
      'is not UTF-8',
      new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x0a]),
      `${first}:2:1: This line has bytes that are not UTF-8: save the file as UTF-8.`,
    ],
    [
      'is UTF-16',
      new Uint8Array([0xff, 0xfe, 0x61, 0]),
      `${first}:1:1: This file is UTF-16: save it as UTF-8.`,
    ],
    [
      'leads out of the course',
      { unread: 'outside' },
      `${first}:1:1: This leads out of the course: put the file itself here.`,
    ],
    [
      'is nested too deeply',
      `## A\n\n${'> '.repeat(500)}x\n`,
      `${first}:3:1: This is nested more than 20 levels deep: use fewer levels of lists and quotes.`,
    ],
    [
      'is one endless block',
      `## A\n\n${'_a'.repeat(5_000)}\n`,
      `${first}:3:1: This goes on for more than 8000 characters without an empty line: put empty lines in between.`,
    ],
    [
      'has broken front matter',
      '---\nid: a\ntitle: One: two\n---\n\n## A\n\nText.\n',
      `${first}:3:8: There is a second ": " in this line: put the text in quotes, such as title: "One: two".`,
    ],
    ['is empty', '', `${first}:1:1: This lesson says nothing: write its first page under a "## Title".`],
  ];
  test.each(cases)('%s: it says so in its place, and the rest is open', (_, content, line) => {
    const course = load({ [first]: content, 'course.yaml': courseYaml.replace('[b, a]', '[b]') });
    const lessons = course.stages[0]?.lessons ?? [];
    expect(lessons.map(({ problem }) => problem && problemLine(problem))).toEqual([
      undefined,
      `course/${line}`,
    ]);
    expect(lessons.at(-1)?.pages).toEqual([]);
    expect(course.stages[1]?.lessons[0]?.problem).toBeUndefined();
  });

  test('keeps its id and place when only its front matter is broken', () => {
    const course = load({ [first]: '---\nid: a\ntitle: One: two\n---\n\n## A\n\nText.\n' });
    expect(course.stages[0]?.lessons.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('with the id of another does not take its progress', () => {
    const course = load({ 'lessons/two/third.md': lesson('a') });
    const [third] = course.stages[1]?.lessons ?? [];
    expect(third?.id).toBe('lessons/two/third.md');
    expect(third?.problem?.message).toBe(
      'The id "a" already belongs to course/lessons/one/first.md: give this one another.',
    );
    expect(course.stages[0]?.lessons.every(({ problem }) => problem === undefined)).toBe(true);
  });

  test('a question with the id of another is not asked, also across quizzes', () => {
    const course = load({ 'quizzes/r.md': quiz('r', question('q-1'), question('r-2')) });
    const questions = course.stages[1]?.quizzes[0]?.questions ?? [];
    expect(questions.map(({ problem }) => problem?.rule)).toEqual(['id-twice', undefined]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(2);
  });
});

test('byte order marks and Windows line ends change nothing', () => {
  const windows = `\uFEFF${lesson('a').replace(/\n/g, '\r\n')}`;
  expect(load({ 'lessons/one/first.md': windows })).toEqual(load());
});

describe('a folder that is no course', () => {
  test('says so in a sentence', () => {
    expect(() => loadCourse('/nowhere/at/all')).toThrow(
      new CourseError(
        'There is no folder "/nowhere/at/all": give the folder of a course, or make one with "infra-tutor course new DIR".',
      ),
    );
    expect(() => load({ 'course.yaml': undefined })).toThrow(
      '"course" is no course: it has no course.yaml. "infra-tutor course new DIR" makes one to start from.',
    );
    expect(() => load({ 'course.yaml': new Uint8Array([0xff]) })).toThrow(
      'course/course.yaml: This line has bytes that are not UTF-8',
    );
  });
});

test('what lies beyond the size of a course is told in its place, and the rest is open', () => {
  const root = mkdtempSync(join(tmpdir(), 'course-'));
  try {
    mkdirSync(join(root, 'lessons/one'), { recursive: true });
    writeFileSync(join(root, 'course.yaml'), courseYaml);
    for (const id of ['a', 'b', 'z']) writeFileSync(join(root, `lessons/one/${id}.md`), lesson(id));
    const size = Buffer.byteLength(lesson('a'));
    const open = (most: { bytes: number; files: number; names: number }) => {
      const course = loadCourse(root, { files: diskFiles(root, most) });
      return (course.stages[0]?.lessons ?? []).map(({ id, problem }) => [id, problem?.message.slice(0, 20)]);
    };
    const told = 'The course is larger';
    const enough = { bytes: 1e6, files: 10, names: 10 };
    const whole = [
      ['b', undefined],
      ['a', undefined],
      ['z', undefined],
    ];
    expect(open(enough)).toEqual(whole);
    const twoFit = [
      ['b', undefined],
      ['a', undefined],
      ['z', told],
    ];
    expect(open({ ...enough, files: 3 })).toEqual(twoFit);
    expect(open({ ...enough, bytes: courseYaml.length + 2 * size + 1 })).toEqual(twoFit);
    expect(open({ ...enough, names: 5 })).toEqual([]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('links on disk are followed inside the course and nowhere else', () => {
  const root = mkdtempSync(join(tmpdir(), 'course-'));
  try {
    mkdirSync(join(root, 'lessons/one'), { recursive: true });
    writeFileSync(join(root, 'course.yaml'), courseYaml);
    writeFileSync(join(root, 'real.txt'), lesson('a'));
    symlinkSync('../../real.txt', join(root, 'lessons/one/inside.md'));
    symlinkSync('/etc/hostname', join(root, 'lessons/one/outside.md'));
    symlinkSync('gone.md', join(root, 'lessons/one/broken.md'));
    symlinkSync('loop.md', join(root, 'lessons/one/loop.md'));
    mkdirSync(join(root, 'lessons/one/folder.md'));
    const lessons = loadCourse(root).stages[0]?.lessons ?? [];
    expect(lessons.map(({ id, problem }) => [id, problem?.message])).toEqual([
      ['a', undefined],
      ['broken', 'This file does not exist.'],
      ['loop', 'This cannot be read: its path goes round in circles.'],
      ['outside', 'This leads out of the course: put the file itself here.'],
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
