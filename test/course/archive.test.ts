import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { packTar } from 'modern-tar';
import { expect, test } from 'vitest';
import { ArchiveError, mostInArchive, openArchive } from '../../src/course/archive.ts';
import { memoryFiles } from '../../src/course/course-files.ts';
import { pathsOf } from '../../src/course/course-parts.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { packCourse } from '../../src/course/pack-course.ts';
import { courseYaml, lesson, tiny } from './small-course.ts';

type TarEntry = Parameters<typeof packTar>[0][number];

const contents = {
  'course.yaml': courseYaml,
  'lessons/one/b.md': lesson('b'),
  'lessons/one/a.md': lesson('a'),
  'lessons/one/tiny.yaml': tiny,
  'lessons/two/c.md': lesson('c'),
  'quizzes/q.md': '---\nid: q\ntitle: Q\n---\n',
  'README.md': '# Small\n',
};
const course = memoryFiles('course', contents);

function file(name: string, body = 'x', header: Partial<TarEntry['header']> = {}): TarEntry {
  return { header: { name, size: Buffer.byteLength(body), ...header }, body };
}

async function archive(...entries: TarEntry[]): Promise<Uint8Array> {
  return gzipSync(await packTar([file('small/course.yaml', courseYaml), ...entries]));
}

async function refusal(packed: Uint8Array): Promise<string> {
  try {
    return `opened: ${pathsOf(await openArchive(packed, 'small.tgz')).join(' ')}`;
  } catch (error) {
    if (error instanceof ArchiveError) return error.message;
    throw error;
  }
}

test('a packed course is the course: the same ids, every file, and nothing that is no part of it', async () => {
  const more = {
    '.git/config': 'secret',
    'notes.txt': 'x',
    'lessons/one/.b.md.swp': 'x',
    'quizzes/old/q.md': 'x',
  };
  const packed = await packCourse(memoryFiles('course', { ...contents, ...more }), 'small');
  const files = await openArchive(packed, 'small.tgz');
  expect(pathsOf(files)).toEqual(Object.keys(contents).sort());
  const ids = (read: typeof files) =>
    loadCourse(read.root, { files: read }).stages.map(({ lessons }) => lessons.map(({ id }) => id));
  expect(ids(files)).toEqual(ids(course));
});

test('the same files give the same bytes, whatever order the disk tells them in', async () => {
  const backwards = memoryFiles('elsewhere', Object.fromEntries(Object.entries(contents).reverse()));
  expect(await packCourse(backwards, 'small')).toEqual(await packCourse(course, 'small'));
});

test('a course lies at the top, or in the only folder there, as in packages of npm', async () => {
  const opened = 'opened: course.yaml quizzes/q.md';
  expect(await refusal(await archive(file('small/quizzes/q.md')))).toBe(opened);
  const flat = [file('./course.yaml', courseYaml), file('./quizzes/q.md'), file('package.json')];
  expect(await refusal(gzipSync(await packTar(flat)))).toBe(opened);
  expect(await refusal(gzipSync(await packTar([file('a/b/course.yaml')])))).toMatch(/holds no course/);
});

const attacks: readonly (readonly [what: string, entries: readonly TarEntry[], says: RegExp])[] = [
  [
    'a path that climbs out',
    [file('small/../../evil.md')],
    /leads out of the course: small\/\.\.\/\.\.\/evil/,
  ],
  ['a path that begins with a climb', [file('../evil.md')], /leads out/],
  ['an absolute path', [file('/etc/evil.md')], /leads out/],
  ['a path of Windows', [file('small\\..\\evil.md')], /no file of a course has/],
  ['a drive of Windows', [file('C:evil.md')], /no file of a course has/],
  ['a control character in a name', [file('small/\u001b[2J.md')], /no file of a course has/],
  ['a very long name', [file(`small/${'x'.repeat(300)}.md`)], /no file of a course has/],
  [
    'a link',
    [{ header: { name: 'small/glossary.md', size: 0, type: 'symlink', linkname: '/etc/passwd' } }],
    /a link or a device, small\/glossary\.md/,
  ],
  [
    'a hard link',
    [{ header: { name: 'small/glossary.md', size: 0, type: 'link', linkname: 'small/course.yaml' } }],
    /a link or a device/,
  ],
  ['a device', [{ header: { name: 'small/d', size: 0, type: 'block-device' } }], /a link or a device/],
  ['a pipe', [{ header: { name: 'small/p', size: 0, type: 'fifo' } }], /a link or a device/],
  ['a name twice', [file('small/course.yaml', 'id: other')], /course\.yaml twice/],
  ['a name twice, in capitals', [file('small/Course.YAML', 'id: other')], /twice/],
  ['folders without end', [file(`${'small/'.repeat(9)}x.md`)], /more than 8 deep/],
  [
    'a file that is too large',
    [file('small/glossary.md', 'x'.repeat(300_000))],
    /larger than a course's may be/,
  ],
];

test.each(attacks)('%s is refused, with its name', async (_what, entries, says) => {
  expect(await refusal(await archive(...entries))).toMatch(says);
});

test('a file that leads out of the course is not packed, and the sentence names it', async () => {
  const files = memoryFiles('course', { ...contents, 'README.md': { unread: 'outside' } });
  await expect(packCourse(files, 'small')).rejects.toThrow(
    /its file README\.md is left unread\. This leads out/,
  );
});

test('more files than anybody writes are refused', async () => {
  const many = Array.from({ length: mostInArchive.entries }, (_, index) => file(`small/${index}.md`, ''));
  expect(await refusal(await archive(...many))).toMatch(/more than 20000 files/);
});

test('a few bytes that would unpack to a hundred million are refused without being unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(mostInArchive.unpacked + 512));
  expect(bomb.length).toBeLessThan(200_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(await refusal(bomb)).toMatch(/larger than a course may be/);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * mostInArchive.unpacked);
});

test('whatever a disk or an enemy does to its bytes, it is a course or it is refused', async () => {
  const tar = gunzipSync(await packCourse(course, 'small'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { maxLength: 8 }),
      async (changes) => {
        const changed = Buffer.from(tar);
        for (const [at, byte] of changes) changed[at] = byte;
        expect(await refusal(gzipSync(changed, { level: 1 }))).toMatch(/^opened: .*course\.yaml|[.:] ?.*\.$/);
      },
    ),
    { numRuns: process.env.SOAK === undefined ? 40 : 20_000 },
  );
});

test('whatever else comes is told, cut or damaged or no archive at all, and nothing throws', async () => {
  const packed = await packCourse(course, 'small');
  for (let length = 0; length < packed.length; length += 37) {
    expect(await refusal(packed.subarray(0, length))).toMatch(/no archive/);
  }
  expect(await refusal(Buffer.from('PK\u0003\u0004'))).toMatch(/no archive/);
  expect(await refusal(gzipSync('not a tar'))).toMatch(/damaged/);
  const tar = await packTar([file('course.yaml', courseYaml)]);
  tar[3] = 0x7a;
  expect(await refusal(gzipSync(tar))).toMatch(/damaged/);
});
