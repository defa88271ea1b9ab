/** Files as no person writes them, in the place of any file of a course. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diskFiles } from '../../src/course/course-files.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { fixCourse } from '../../src/course/lint-fix.ts';
import { CourseError, loadCourse } from '../../src/course/load-course.ts';
import { newCourse } from '../../src/course/new-course.ts';
import { search, searchIndex } from '../../src/course/search.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { goOnAt, quizzesOf, scoreOf } from '../../src/learner/standing.ts';
import { mapLines } from '../../src/plain/map.ts';
import { problemLine } from '../../src/text/problem.ts';

if (process.env.SOAK !== undefined) vi.setConfig({ testTimeout: 3_600_000 });
const RUNS = process.env.SOAK === undefined ? 30 : 20_000;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'infra-tutor-files-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const files = newCourse().map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
const paths = [
  ...files.map(({ path }) => path),
  'lessons/0-two-servers/new.md',
  'quizzes/new.md',
  'missions/new.md',
  'lessons/stray/new.md',
];

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** A file of the course, spoiled in a way that disks, editors and enemies know. */
const spoiled = fc.tuple(fc.constantFrom(...paths), fc.nat(3000), fc.nat(255)).chain(([path, at, byte]) => {
  const good =
    files.find((file) => file.path === path)?.bytes ?? Buffer.from('---\nid: new\n---\n\n## Page\n');
  const place = at % (good.length + 1);
  const changed = Buffer.from(good);
  if (changed.length > 0) changed[place % changed.length] = byte;
  return fc
    .constantFrom<Buffer>(
      Buffer.alloc(0),
      Buffer.alloc(4096),
      Buffer.from('\0'.repeat(10)),
      good.subarray(0, place),
      good.subarray(place),
      Buffer.concat([good, good]),
      Buffer.concat([good, Buffer.alloc(512)]),
      changed,
      utf16(good.toString()),
      Buffer.from(good.toString(), 'latin1'),
      Buffer.from(good.toString().replaceAll('\n', '\r')),
      Buffer.from(good.toString().replaceAll('\n', '\r\n')),
      Buffer.from(`\uFEFF${good}`),
      Buffer.from(good.toString().replaceAll(' ', '\u00a0')),
      Buffer.from(`${good}`.repeat(60)),
      Buffer.from('\x7fELF\x02\x01\x01'),
      Buffer.from('x'.repeat(300_000)),
      Buffer.from('- '.repeat(100_000)),
      Buffer.from('{'.repeat(50_000)),
      Buffer.from(`---\n${'a: &a [*a]\n'.repeat(100)}---\n`),
    )
    .map((bytes) => ({ path, bytes }));
});

function write(
  root: string,
  written: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): void {
  for (const { path, bytes } of written) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

/** Opens the course and looks at all of it, as every command together would. */
function lookAtAll(root: string): void {
  const progress = foldProgress([], 'any');
  try {
    const course = loadCourse(root);
    goOnAt(course, progress);
    scoreOf(quizzesOf(course), progress);
    mapLines(course, progress);
    search(searchIndex(course), 'server');
    JSON.stringify(course);
    fixCourse(diskFiles(root));
    for (const problem of lintCourse(diskFiles(root))) {
      expect(problemLine(problem)).toMatch(/:\d+:\d+: .*[.?!)]$/);
      expect(problem.message.length, problem.message).toBeLessThan(1_000);
    }
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    expect(error.message).toMatch(/[.?!]$/);
  }
}

test('a course with any spoiled files opens, or says in a sentence why not', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.array(spoiled, { minLength: 1, maxLength: 3 }), (some) => {
      const root = join(home, String(count++));
      write(root, files);
      write(root, some);
      lookAtAll(root);
      rmSync(root, { recursive: true });
    }),
    { numRuns: RUNS },
  );
});

test('a file of a terabyte is refused before it is read', () => {
  for (const path of paths) {
    const root = join(home, 'large');
    write(root, files);
    write(root, [{ path, bytes: Buffer.alloc(0) }]);
    truncateSync(join(root, path), 2 ** 40);
    lookAtAll(root);
    rmSync(root, { recursive: true });
  }
});

test('names of files that no person gives', () => {
  const root = join(home, 'names');
  write(root, files);
  const names = [
    'a\nb.md',
    'a\x1b[2Jb.md',
    '\u202efdm.md',
    ' .md',
    '.md',
    '..md',
    '-rf.md',
    '%s%n.md',
    'constructor.md',
    '__proto__.md',
    `${'x'.repeat(250)}.md`,
    'README.md',
    'a.MD',
    'a.md.md',
    'a.markdown',
    'a.yaml',
    'a.yml',
    'con.md',
  ];
  for (const folder of ['lessons/0-two-servers', 'quizzes', 'missions']) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const name of names) writeFileSync(join(root, folder, name), '## Page\n\nWords.\n');
    // no text at all: Linux takes any bytes for a name
    writeFileSync(
      Buffer.concat([Buffer.from(`${join(root, folder)}/`), Buffer.from([0xff, 0xfe, 0x2e, 0x6d, 0x64])]),
      'Words.\n',
    );
  }
  lookAtAll(root);
  const said = mapLines(loadCourse(root), foldProgress([], 'any')).join('\n');
  expect(said).toContain('constructor');
});

test('folders in folders in folders', () => {
  const root = join(home, 'deep');
  write(root, files);
  mkdirSync(join(root, 'lessons', ...Array.from({ length: 200 }, () => 'd')), { recursive: true });
  mkdirSync(join(root, 'quizzes', 'inner'), { recursive: true });
  lookAtAll(root);
});

test('a folder of more files than anybody writes', () => {
  const root = join(home, 'many');
  write(root, files);
  for (let number = 0; number <= 10_000; number++) writeFileSync(join(root, 'quizzes', `${number}.md`), '');
  expect(readdirSync(join(root, 'quizzes')).length).toBeGreaterThan(10_000);
  const course = loadCourse(root);
  expect(course.problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/more than 10,000 files/),
  );
  expect(course.stages[0]?.lessons.length).toBeGreaterThan(0);
});
