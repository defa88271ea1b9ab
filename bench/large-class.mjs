// How long `class report` takes for a class of 10,000, each of whom has answered every question of the shipped course,
// won a mission and made a prediction, and how much memory at its most.
// Usage: node bench/large-class.mjs [learners]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { tell } from './measure.mjs';

const MOST_SECONDS = 60;
const MOST_MB = 500;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

function run(args, home) {
  const env = { ...process.env, INFRA_TUTOR_HOME: home };
  const ran = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  return ran.stdout;
}

/** The course as a learner's own file names it, and the ids and forms of its questions. */
function asked(home) {
  const { course, stages } = JSON.parse(run([cli, 'list', '--json'], home));
  const questions = stages.flatMap(({ quizzes }) =>
    quizzes.flatMap((quiz) => quiz.questions.map(({ id, type }) => ({ quiz: quiz.id, question: id, type }))),
  );
  return { course: { id: course.id, revision: 'bench' }, questions };
}

/** An answer of the right form; every fifth learner gives one of their own. */
function answerTo(type, learner) {
  const which = learner % 5 === 0 ? `own ${learner}` : `option ${learner % 4}`;
  switch (type) {
    case 'single-choice':
      return { form: 'one', chosen: which };
    case 'multiple-choice':
      return { form: 'some', chosen: [which, 'option 5'] };
    case 'order':
      return { form: 'ordered', order: [which, 'a', 'b'] };
    case 'point':
      return { form: 'place', places: ['web-1'] };
    case 'number':
      return { form: 'number', text: `${learner % 40} s` };
    default:
      return { form: 'text', text: which };
  }
}

function handIn({ course, questions }, learner) {
  const answers = questions.map(({ quiz, question, type }) => {
    const answer = answerTo(type, learner);
    const said = { answer, right: false };
    return { quiz, question, tries: 1, hints: 0, looked_up: false, seconds: 20, first: said, last: said };
  });
  const written = new Date(1_770_000_000_000 + learner).toISOString();
  const missions = [{ mission: 'none', stars: 3, hints: 0, plays: 1, play: { set: [], fault: [] } }];
  return JSON.stringify({
    format: 1,
    name: `Learner ${learner}`,
    learner: String(learner),
    written,
    course,
    answers,
    missions,
    predictions: [],
  });
}

/** Tells in the last line of stderr how large a process has become (getrusage(2), ru_maxrss). */
const peak =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS/1024))";

const learners = Number(process.argv[2] ?? 10_000);
if (!existsSync(cli)) {
  console.log('large class: there is no dist/cli.js yet (npm run build)');
} else {
  const root = mkdtempSync(join(tmpdir(), 'infra-tutor-class-'));
  const [home, folder] = [join(root, 'home'), join(root, 'handed-in')];
  mkdirSync(folder);
  const questions = asked(home);
  for (let index = 0; index < learners; index++) {
    writeFileSync(join(folder, `${index}.json`), handIn(questions, index));
  }
  const files = ['--html', join(root, 'class.html'), '--csv', join(root, 'class.csv')];
  const began = performance.now();
  const args = ['--import', peak, cli, 'class', 'report', folder, ...files, '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, INFRA_TUTOR_HOME: home },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const took = (performance.now() - began) / 1000;
  const megabytes = Number(stderr.trim().split('\n').at(-1));
  const counted = JSON.parse(stdout).learners.length;
  const what = `${counted} hand-ins of ${questions.questions.length} answers`;
  tell(`${what}: time`, `${took.toFixed(1)} s`, `<= ${MOST_SECONDS} s`, took <= MOST_SECONDS);
  tell(`${what}: memory`, `${megabytes.toFixed(0)} MB`, `<= ${MOST_MB} MB`, megabytes <= MOST_MB);
  rmSync(root, { recursive: true });
}
