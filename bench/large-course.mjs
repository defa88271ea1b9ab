// How long commands take with a course that no person would write: 1,000 lessons and 10,000 questions, 100,000
// questions, or 60 lessons as large as a lesson may be. It must be the time of what is shown, not of what is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { tell } from './measure.mjs';

const QUESTIONS_A_FILE = 100;
const LONGEST_LESSON = 250_000;
const USUAL_LESSON = 5_000;

/** A course in a folder of its own. */
function largeCourse({ questions, lessons, bytes }) {
  const root = mkdtempSync(join(tmpdir(), 'infra-tutor-large-'));
  mkdirSync(join(root, 'lessons', 'one'), { recursive: true });
  mkdirSync(join(root, 'quizzes'));
  const quizIds = Array.from(
    { length: Math.ceil(questions / QUESTIONS_A_FILE) },
    (_, index) => `quiz-${index}`,
  );
  const lessonIds = Array.from({ length: lessons }, (_, index) => `lesson-${index}`);
  writeFileSync(
    join(root, 'course.yaml'),
    `format: 1\nid: large\ntitle: Large\nlanguage: en\nstages:\n  - id: one\n    title: One\n    lessons:\n${lessonIds.map((id) => `      - ${id}\n`).join('')}    quizzes:\n${quizIds.map((id) => `      - ${id}\n`).join('')}`,
  );
  for (const id of lessonIds) writeFileSync(join(root, 'lessons', 'one', `${id}.md`), lesson(id, bytes));
  for (const id of quizIds) writeFileSync(join(root, 'quizzes', `${id}.md`), quiz(id));
  return root;
}

function lesson(id, bytes) {
  const page = `## Page\n\n${'Words **about** a `server` that answers, and one that does not. '.repeat(8)}\n\n- one\n- two\n\n`;
  const head = `---\nid: ${id}\ntitle: Title of ${id}\nsummary: Short.\n---\n\n`;
  return head + page.repeat(Math.floor((bytes - head.length) / page.length));
}

function quiz(id) {
  const question = (index) =>
    `<quiz>\n\n<!-- id: ${id}-q${index} -->\n\nWhich server answers request ${index}?\n\n> Hint: Count.\n\n- [x] web-1\n  > It does.\n- [ ] web-2\n  > It doesn't.\n\nBecause it is the first.\n\n</quiz>\n\n`;
  const head = `---\nid: ${id}\ntitle: Title of ${id}\n---\n\n`;
  return head + Array.from({ length: QUESTIONS_A_FILE }, (_, index) => question(index)).join('');
}

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const shippedCourse = fileURLToPath(new URL('..', import.meta.url));

function seconds(args, input) {
  const home = mkdtempSync(join(tmpdir(), 'infra-tutor-large-home-'));
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    env: { ...process.env, INFRA_TUTOR_HOME: home },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const took = (performance.now() - began) / 1000;
  rmSync(home, { recursive: true });
  if (status === null || status > 1) throw new Error(`${args.join(' ')}: ${stderr}`);
  return took;
}

/** What shows a part of a course takes a part of the time of what reads all of it. */
const SHARE = 0.3;
/** The map of a large course against that of the shipped one. */
const TIMES = 2;

function measure(name, root) {
  const course = ['--course', root];
  const shipped = Math.min(...Array.from({ length: 3 }, () => seconds(['--course', shippedCourse])));
  const map = Math.min(...Array.from({ length: 3 }, () => seconds(course)));
  const times = map / shipped;
  const value = `${map.toFixed(2)} s, ${times.toFixed(2)}x`;
  tell(`${name}: the map, against the shipped course's`, value, `<= ${TIMES}x`, times <= TIMES);
  const all = seconds(['course', 'lint', ...course]);
  tell(`${name}: course lint reads all`, `${all.toFixed(2)} s`);
  for (const [args, input] of [
    [['list'], ''],
    [['status'], ''],
    [['show', 'lesson-0'], ''],
    [['show', 'quiz-0'], ''],
    [['--plain', 'start'], 'q\n'],
    [['--plain', 'quiz'], 'q\n'],
  ]) {
    const took = seconds([...args, ...course], input);
    const share = took / all;
    const part = `${took.toFixed(2)} s, ${share.toFixed(2)}x`;
    tell(`${name}: infra-tutor ${args.join(' ')}`, part, `<= ${SHARE}x`, share <= SHARE);
  }
}

if (!existsSync(cli)) {
  console.log('large course: there is no dist/cli.js yet (npm run build)');
} else {
  for (const [name, size] of [
    ['1,000 lessons, 10,000 questions', { questions: 10_000, lessons: 1000, bytes: USUAL_LESSON }],
    ['100,000 questions', { questions: 100_000, lessons: 1, bytes: USUAL_LESSON }],
    ['60 lessons of 250 KB', { questions: QUESTIONS_A_FILE, lessons: 60, bytes: LONGEST_LESSON }],
  ]) {
    const root = largeCourse(size);
    measure(name, root);
    rmSync(root, { recursive: true });
  }
}
