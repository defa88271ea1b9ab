/** Every file of the shipped course, spoiled as a tired author or an enemy would spoil it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test, vi } from 'vitest';
import { memoryFiles } from '../../src/course/course-files.ts';
import { exportFormats } from '../../src/course/export/formats.ts';
import { portableQuiz } from '../../src/course/export/portable.ts';
import { lintCourse } from '../../src/course/lint.ts';
import { CourseError, loadCourse } from '../../src/course/load-course.ts';
import type { Course } from '../../src/course/model.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import type { Place } from '../../src/learner/progress.ts';
import { lessonLines } from '../../src/plain/lesson.ts';
import { missionLines } from '../../src/plain/mission-lines.ts';
import { questionLines } from '../../src/plain/question.ts';
import { paintRow } from '../../src/terminal/paint.ts';
import { problemLine } from '../../src/text/problem.ts';
import { readTopology } from '../../src/topology/read.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import { openTestTutor } from '../ui/tutor.tsx';
import { anySeed, Chance } from './chance.ts';
import { everyScreen } from './shipped.ts';

const SOAK = process.env.SOAK !== undefined;
const FILES = SOAK ? 20_000 : 20;
vi.setConfig({ testTimeout: SOAK ? 3_600_000 : 120_000 });
/** Seconds of CPU that one file may take, and bytes of heap: held in a soak, where nothing else runs. */
const MOST = { seconds: 1, heap: 200e6 };

const shipped = readdirSync('.', { recursive: true, encoding: 'utf8' })
  .filter((path) =>
    /^(?:lessons|quizzes|missions)\/.*\.(?:md|yaml)$|^glossary\.md$|^course\.yaml$/.test(path),
  )
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const topologies = Object.fromEntries(
  shipped.filter(({ path }) => path.endsWith('.yaml')).map(({ path, text }) => [path, text]),
);

const HOSTILE = [
  ...[
    '',
    ' ',
    '\t',
    '-',
    '---',
    '```',
    '````md',
    '~~~',
    '<quiz>',
    '</quiz>',
    '<!--',
    '-->',
    '## ',
    '# ',
    '> ',
    '|',
  ],
  ...[
    '{',
    '[',
    '}',
    '*a',
    '&a',
    '!!js/function',
    '<<: *a',
    '? ',
    ': ',
    '"',
    "'",
    '%',
    '@',
    '\\',
    '\u0000',
    '\r',
  ],
  ...[
    '\u001b]0;owned\u0007',
    '\u001b[2J',
    '&#27;[2J',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u200b',
    '\ud800',
    '𝕏',
    'é',
  ],
  ...[
    '__proto__',
    'constructor',
    'null',
    'true',
    'NaN',
    '-0',
    '1e309',
    '-1',
    '9'.repeat(400),
    '0x10',
    '.inf',
    '1e-9',
  ],
  ...[
    '0s',
    '-5s',
    '99999999h',
    '200%',
    '1..0',
    '5s..',
    '../../../etc/passwd',
    'http://',
    '[x](javascript:alert(1))',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '![',
    '](',
    '$$',
    '<details>',
    '<script>',
    '- [x] ',
    '- [ ] ',
    '- [=] ',
    '1. ',
    '[[',
    ']]',
  ],
] as const;

/** One change as a slip of the hand, a bad merge, or an attack makes it. */
function spoilt(text: string, chance: Chance): string {
  const lines = text.split('\n');
  const at = chance.between(0, lines.length - 1);
  const line = lines[at] ?? '';
  const other = chance.between(0, lines.length - 1);
  const words = line.split(/(\W+)/);
  const word = chance.between(0, words.length - 1);
  const strange = HOSTILE[chance.between(0, HOSTILE.length - 1)] ?? '';
  switch (chance.between(0, 10)) {
    case 0:
      return lines.toSpliced(at, 1).join('\n');
    case 1:
      return lines.toSpliced(at, 0, ...Array.from({ length: chance.between(1, 40) }, () => line)).join('\n');
    case 2:
      return lines.with(at, lines[other] ?? '').join('\n');
    case 3:
      return lines.with(at, words.with(word, strange).join('')).join('\n');
    case 4:
      return lines.toSpliced(at, 0, strange).join('\n');
    case 5:
      return lines.with(at, ' '.repeat(chance.between(1, 9)) + line).join('\n');
    case 6:
      return lines.with(at, line.trimStart()).join('\n');
    case 7:
      return text.slice(0, chance.between(0, text.length));
    case 8:
      return lines
        .with(at, words.with(word, words[chance.between(0, words.length - 1)] ?? '').join(''))
        .join('\n');
    case 9:
      return lines
        .with(
          at,
          line.replace(/\d+/, () => strange),
        )
        .join('\n');
    default:
      return [...lines.slice(0, at), ...lines.slice(Math.min(at, other))].join('\n');
  }
}

/** A course in which the file has its place, among every topology. */
function courseWith(path: string, text: string): Course {
  const course = path === 'course.yaml' ? text : courseYaml(path);
  const files = memoryFiles('course', { ...topologies, 'course.yaml': course, [path]: text });
  for (const problem of lintCourse(files)) {
    expect(problemLine(problem)).toMatch(/:\d+:\d+: .*[.?!)]$/s);
    expect(problem.message.length, problem.message).toBeLessThan(1_000);
    expect(problem.message).not.toMatch(UNSEEN);
  }
  return loadCourse('course', { files });
}

function courseYaml(path: string): string {
  const id = basename(path).replace(/\.\w+$/, '');
  const list = ['lessons', 'quizzes', 'missions'].find((kind) => path.startsWith(kind)) ?? 'lessons';
  const folder = path.startsWith('lessons/') ? (path.split('/')[1] ?? '') : 'one';
  return `format: 1\nid: any\ntitle: Any\nlanguage: en\nstages:\n  - id: ${folder}\n    title: One\n    topology: distributed\n    ${list}: [${id}]\n`;
}

/** What no terminal may be sent from a course. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** All that lines, other programs, and the screens show of it. */
function lookAtAll(course: Course, chance: Chance): void {
  const openTopology = topologiesOf(course, readTopology);
  const lines = course.stages.flatMap(({ lessons, quizzes, missions }) => [
    ...lessons.flatMap((lesson) => lessonLines(lesson, openTopology, 60)),
    ...quizzes.flatMap((quiz) =>
      quiz.questions.flatMap((question) => questionLines(quiz, question, { width: 60, openTopology })),
    ),
    ...missions.flatMap((mission) => missionLines(mission, undefined, 60)),
  ]);
  for (const line of lines) expect(line).not.toContain('\n');
  const quizzes = course.stages.flatMap((stage) =>
    stage.quizzes.map((quiz) => portableQuiz(quiz, openTopology)),
  );
  for (const { write } of exportFormats) write(quizzes, course);
  for (const place of placesIn(course)) {
    const [columns, rows] = chance.one([
      [80, 24],
      [60, 20],
      [120, 40],
    ]);
    const tutor = openTestTutor({ course, openTopology, place, columns, rows, load: loadScreen });
    for (let keys = 0; keys < 12; keys++) {
      tutor.press(
        chance.one(['down', 'pagedown', 'enter', 'right', 'd', 'o', 'i', 'space', 'n', 's', 'a', 'escape']),
      );
      for (const row of tutor.shell.picture())
        expect(paintRow(row, { colour: false, ascii: false }, columns)).not.toMatch(UNSEEN);
    }
  }
}

function placesIn(course: Course): Place[] {
  return course.stages.flatMap(({ lessons, quizzes, missions }): Place[] => [
    ...lessons.map(({ id }): Place => ({ screen: 'lesson', lesson: id, page: 0 })),
    ...quizzes.map(({ id }): Place => ({ screen: 'quiz', quiz: id, question: '' })),
    ...missions.map(({ id }): Place => ({ screen: 'mission', mission: id })),
  ]);
}

/** Bytes of heap that are still in use. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

beforeAll(async () => {
  await Promise.all(everyScreen.map((name) => loadScreen(name)));
});

test('any file of a course, spoiled in any way, is shown, or said in a sentence to be wrong', () => {
  const seed = anySeed();
  let longest = 0;
  for (let number = 0; number < FILES; number++) {
    const chance = new Chance(seed + number);
    const { path, text } = shipped[chance.between(0, shipped.length - 1)] ?? {
      path: 'course.yaml',
      text: '',
    };
    let mutated = text;
    for (let times = chance.between(1, 4); times > 0; times--) mutated = spoilt(mutated, chance);
    const before = process.cpuUsage();
    try {
      lookAtAll(courseWith(path, mutated), chance);
    } catch (error) {
      if (!(error instanceof CourseError))
        throw new Error(`${path}, SEED=${seed + number}`, { cause: error });
      expect(error.message).toMatch(/[.?!]$/);
    }
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1e6);
    if (SOAK) {
      expect((user + system) / 1e6, `${path}, SEED=${seed + number}`).toBeLessThan(MOST.seconds);
      if (number % 200 === 0) expect(heapInUse()).toBeLessThan(MOST.heap);
    }
  }
  console.log(`${FILES} files, the longest took ${longest.toFixed(2)} s`);
});
