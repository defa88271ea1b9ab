/** What a course refers to is a course's own: whatever it names, nothing outside its folder is read. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diskFiles } from '../../src/course/course-files.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { proveMission } from '../../src/course/missions/prove-mission.ts';
import { isProblem, provenQuestions, proveQuestion } from '../../src/course/prove.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { topologiesOf as topologiesOfStage } from '../../src/learner/place-of.ts';
import { simulate } from '../../src/simulator/run.ts';
import { readTopology } from '../../src/topology/read.ts';
import { courseYaml, lesson, question, quiz, tiny } from '../course/small-course.ts';

if (process.env.SOAK !== undefined) vi.setConfig({ testTimeout: 3_600_000 });
const RUNS = process.env.SOAK === undefined ? 25 : 20_000;

/** stands in every file outside of the course */
const SECRET = 'the-secret-of-somebody-else';

let home: string;
let root: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'infra-tutor-references-'));
  root = join(home, 'deep', 'course');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(home, 'secret.yaml'), tiny.replaceAll('tiny', 'secret').replace('Tiny', SECRET));
  writeFileSync(join(home, 'secret.md'), lesson('secret', `## ${SECRET}\n\n${SECRET}\n`));
  mkdirSync(join(home, 'folder'));
  writeFileSync(join(home, 'folder', 'secret.md'), lesson('in-folder', `## ${SECRET}\n\n${SECRET}\n`));
  execFileSync('mkfifo', [join(home, 'pipe')]);
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Words that lead out of a course, or to what never ends, for whoever takes them for a path or a key. */
const reference = fc.oneof(
  fc.constantFrom(
    ...['../../secret.yaml', '../../../../secret.yaml', './../../secret.yaml', 'one/../../../../secret.yaml'],
    ...['..\\..\\secret.yaml', '%2e%2e/%2e%2e/secret.yaml', '..%2f..%2fsecret.yaml', '．．/．．/secret.yaml'],
    ...['file:secret.yaml', 'file:///etc/passwd', '~/secret.yaml', '~root/.bashrc', '$HOME/secret.yaml'],
    ...[
      '/etc/passwd',
      '/proc/self/environ',
      '/proc/kmsg',
      '/dev/zero',
      '/dev/stdin',
      '/dev/tty',
      '/dev/full',
    ],
    ...['/dev/fd/0', '/proc/self/fd/0', '../../pipe', '../../folder', '.', '..', '/', '//', '', ' '],
    ...['C:\\secret.yaml', '\\\\host\\share', 'NUL', 'CON.yaml', 'secret.yaml\\0.md', '\\0', '-', '--help'],
    ...[
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'tiny/../tiny',
      'tiny.yaml',
      'TINY',
      'tiny ',
    ],
    ...[
      '*',
      '?',
      '[a-z]',
      '`id`',
      '$(id)',
      ';id',
      '|id',
      '&anchor',
      '*alias',
      '!!binary',
      '{}',
      '[]',
      'null',
    ],
  ),
  fc.constantFrom('secret.yaml', 'secret.md', 'pipe', 'folder').map((name) => `HOME/${name}`),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.nat(3).map((size) => '../'.repeat(10 ** size)),
  fc.nat(4).map((size) => 'x'.repeat(10 ** size)),
);

/** Every place in a course where something is named. */
const places = {
  'topology of a stage': (word: string) => ({
    'course.yaml': courseYaml.replace('topology: tiny', `topology: ${word}`),
  }),
  'lessons of a stage': (word: string) => ({ 'course.yaml': courseYaml.replace('[b, a]', `[b, ${word}]`) }),
  'quizzes of a stage': (word: string) => ({ 'course.yaml': courseYaml.replace('[q]', `[q, ${word}]`) }),
  'missions of a stage': (word: string) => ({
    'course.yaml': courseYaml.replace('[q]', `[q]\n    missions: [${word}]`),
  }),
  'id of a stage': (word: string) => ({ 'course.yaml': courseYaml.replace('id: two', `id: ${word}`) }),
  'topology of a lesson': (word: string) => ({
    'lessons/one/first.md': lesson('a').replace('---\n\n', `topology: ${word}\n---\n\n`),
  }),
  'prerequisite of a lesson': (word: string) => ({
    'lessons/one/first.md': lesson('a').replace('---\n\n', `prerequisites: [${word}]\n---\n\n`),
  }),
  'id of a lesson': (word: string) => ({ 'lessons/one/first.md': lesson(word) }),
  'topology of a diagram': (word: string) => ({
    'lessons/one/first.md': lesson('a', `## Page\n\n\`\`\`diagram\ntopology: ${word}\nwords: It.\n\`\`\`\n`),
  }),
  'topology of a run': (word: string) => ({
    'lessons/one/first.md': lesson(
      'a',
      `## Page\n\n\`\`\`simulate\ntopology: ${word}\nlook-for: It.\n\`\`\`\n`,
    ),
  }),
  'change of a run': (word: string) => ({
    'lessons/one/first.md': lesson(
      'a',
      `## Page\n\n\`\`\`simulate\ntopology: tiny\nset: [${word}]\nlook-for: It.\n\`\`\`\n`,
    ),
  }),
  'link and picture': (word: string) => ({
    'lessons/one/first.md': lesson('a', `## Page\n\n[link](${word}) ![picture](${word}) <${word}>\n`),
  }),
  'stage of a quiz': (word: string) => ({
    'quizzes/q.md': quiz('q', question('q-1')).replace('---\n\n', `stage: ${word}\n---\n\n`),
  }),
  'topology of a quiz': (word: string) => ({
    'quizzes/q.md': quiz('q', question('q-1')).replace('---\n\n', `topology: ${word}\n---\n\n`),
  }),
  'topology of a proof': (word: string) => ({
    'quizzes/q.md': quiz(
      'q',
      question('q-1', {
        after: `Since.\n\n\`\`\`prove\ntopology: ${word}\nfor: 1s\nseeds: 1\nmeasure: failed(0s..1s)\nexpect: { 1: 1%..2%, 2: 0%..1% }\n\`\`\``,
      }),
    ),
  }),
  'topology of a mission': (word: string) => ({
    'missions/m.md': `---\nid: m\ntitle: M\ntopology: ${word}\nfor: 1s\ngoals: [{ measure: failed(0s..1s), expect: 0%..1%, says: It. }]\n---\n\n## Briefing\n\nGo.\n`,
  }),
} satisfies Record<string, (word: string) => Record<string, string>>;

function write(changes: Readonly<Record<string, string>>): void {
  rmSync(root, { recursive: true, force: true });
  const files = {
    'course.yaml': courseYaml,
    'lessons/one/first.md': lesson('a'),
    'lessons/one/second.md': lesson('b'),
    'lessons/one/tiny.yaml': tiny,
    'quizzes/q.md': quiz('q', question('q-1')),
    ...changes,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Everything that a learner or an author could get to see of the course. */
function everything(): string {
  const course = loadCourse(root, { drafts: true });
  const problems = lintCourse(diskFiles(root));
  for (const { file, line, column, message } of problems) {
    expect([file, line > 0, column > 0, message]).toEqual([
      expect.stringContaining('course'),
      true,
      true,
      expect.stringMatching(/\w/),
    ]);
  }
  const named = [
    ...course.stages.flatMap(topologiesOfStage),
    ...course.stages
      .flatMap(({ lessons }) => lessons.flatMap(({ pages }) => pages.flatMap(({ blocks }) => blocks)))
      .map((block) =>
        block.kind === 'diagram'
          ? block.topology
          : block.kind === 'simulate'
            ? block.run.topology
            : undefined,
      )
      .filter((id) => id !== undefined),
  ];
  const open = topologiesOf(course, readTopology);
  const opened = named.map((id) => open(id));
  const proofs = provenQuestions(course).map(({ proof }) =>
    isProblem(proof) ? proof : proveQuestion(course, proof, simulate),
  );
  const missions = course.stages
    .flatMap(({ missions }) => missions)
    .flatMap((mission) => (mission.proof ? [proveMission(course, mission, mission.proof, simulate)] : []));
  return JSON.stringify([course, problems, opened, proofs, missions]);
}

/** YAML in quotes takes any word as it is. */
const written = (word: string, how: string) => {
  const own = word.replace('HOME', home);
  return how === 'bare' ? own : JSON.stringify(own);
};

test('no word in any place of a course reads a file outside of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(places) as (keyof typeof places)[])),
      reference,
      fc.constantFrom('bare', 'quoted'),
      (place, word, how) => {
        write(places[place](written(word, how)));
        expect(everything()).not.toContain(SECRET);
      },
    ),
    { numRuns: RUNS },
  );
});

/** What may stand in the place of a file or a folder of the course. */
const traps: Readonly<Record<string, (at: string) => void>> = {
  'a link to a file outside': (at) => symlinkSync(join(home, 'secret.md'), at),
  'a link to a topology outside': (at) => symlinkSync(join(home, 'secret.yaml'), at),
  'a relative link outside': (at) => symlinkSync('../../../../../secret.md', at),
  'a link to a folder outside': (at) => symlinkSync(join(home, 'folder'), at),
  'a link to the folder above the course': (at) => symlinkSync(dirname(root), at),
  'a link to the course itself': (at) => symlinkSync(root, at),
  'a link to itself': (at) => symlinkSync(at, at),
  'a link to nothing': (at) => symlinkSync('nothing', at),
  'a link through a link': (at) => {
    symlinkSync(join(home, 'secret.md'), `${at}.other`);
    symlinkSync(`${at}.other`, at);
  },
  'a pipe': (at) => execFileSync('mkfifo', [at]),
  'a link to a pipe outside': (at) => symlinkSync(join(home, 'pipe'), at),
  'a device': (at) => symlinkSync('/dev/zero', at),
  'a terminal': (at) => symlinkSync('/dev/tty', at),
  "the kernel's log": (at) => symlinkSync('/proc/kmsg', at),
  'a link to stdin': (at) => symlinkSync('/proc/self/fd/0', at),
};

const trapped = [
  'lessons/one/first.md',
  'lessons/one/trap.md',
  'lessons/one/trap.yaml',
  'lessons/one/tiny.yaml',
  'lessons/two',
  'lessons/trap',
  'quizzes/q.md',
  'quizzes/trap.md',
  'missions',
  'missions/trap.md',
  'glossary.md',
  'lessons/one',
];

test.each(Object.keys(traps))('%s in the place of anything is refused, and the rest opens', (name) => {
  for (const path of trapped) {
    write({});
    const at = join(root, path);
    rmSync(at, { recursive: true, force: true });
    mkdirSync(dirname(at), { recursive: true });
    traps[name]?.(at);
    expect(everything(), path).not.toContain(SECRET);
    const course = loadCourse(root);
    expect(course.title).toBe('Small');
    if (path !== 'lessons/one') expect(course.stages[0]?.lessons.map(({ id }) => id)).toContain('b');
  }
});

test.each(Object.keys(traps))(
  '%s in the place of course.yaml or the lessons is no course, or an empty one',
  (name) => {
    for (const path of ['course.yaml', 'lessons', 'quizzes']) {
      write({});
      rmSync(join(root, path), { recursive: true });
      traps[name]?.(join(root, path));
      let said: string;
      try {
        said = everything();
      } catch (error) {
        said = String(error);
        expect(said).toMatch(/^CourseError: .*\.$/);
      }
      expect(said, path).not.toContain(SECRET);
    }
  },
);
