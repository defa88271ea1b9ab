import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { CourseError, loadCourse } from '../course/load-course.ts';
import type { MissionProofResult } from '../course/missions/prove-mission.ts';
import type { Course, Mission } from '../course/model.ts';
import { type PredictionOnPage, predictionsOf } from '../course/predictions/predictions-of.ts';
import type { PredictionProofResult } from '../course/predictions/prove-prediction.ts';
import {
  isProblem,
  type ProofResult,
  type ProvenQuestion,
  provenQuestions,
  unreadable,
} from '../course/prove.ts';
import { messagesOf } from '../messages/language.ts';
import { proofWords as words } from '../messages/teach.ts';
import type { Jobs } from '../workers/jobs.ts';
import { type Pool, withPool } from '../workers/pool.ts';
import { authorsFolder, courseFiles } from './asked-course.ts';
import { type Command, type Context, Failure } from './command.ts';
import { changedFiles } from './course-test/changed-files.ts';
import { type Asked, chooser, type Provable } from './course-test/chosen-proofs.ts';
import { missionValues, predictionValues, questionValues } from './course-test/value-lines.ts';
import { printJson, workerEntry } from './opening.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

/** Nobody writes more ids. */
const mostWords = 100;

export const command: Command = {
  name: 'course test',
  options: { json: 'flag', values: 'flag', changed: 'text' },
  takes: { atLeast: 0, atMost: mostWords, what: t`the folder of a course, and ids` },
  async run(context) {
    const { folder, ids } = wordsOf(context);
    const course = await openAuthorsCourse(folder, context);
    const ref = context.given.text('changed');
    const asked = { ids, changed: ref === undefined ? undefined : changedFiles(folder, ref) };
    const chosen = chosenOf(course, asked);
    const talk = talkOf(context);
    const json = context.given.flag('json');
    const withValues = context.given.flag('values');
    const tell: Tell = (lines, values) => {
      if (!json) talk.say(...lines, ...(withValues ? values : []));
    };
    const { proofs, predictions, missions } = await withPool(workerEntry(context), async (pool) => ({
      proofs: await proveQuestions(pool, course, chosen.questions, tell),
      predictions: await provePredictions(pool, course, chosen.predictions, tell),
      missions: await proveMissions(pool, course, chosen.missions, tell),
    }));
    const all = [...proofs, ...predictions, ...missions];
    const failed = all.filter(({ result }) => !result.holds).length;
    if (json) printJson(context, jsonOf(course, proofs, predictions, missions));
    else talk.say(words.total(all.length, failed, ref !== undefined));
    return failed > 0 ? 1 : 0;
  },
};

/** Says how a proof came out, and, where it is asked for, what was measured. */
type Tell = (lines: readonly string[], values: readonly string[]) => void;

/** A word that is a folder is the course; the others are ids. */
function wordsOf(context: Context): { readonly folder: string; readonly ids: readonly string[] } {
  const [first = '', ...others] = context.given.words;
  const isFolder = statSync(first, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) return { folder: first, ids: others };
  return { folder: authorsFolder(context), ids: context.given.words };
}

/** What of a course is to be proven. */
function chosenOf(course: Course, asked: Asked) {
  const questions = provenQuestions(course).map((one) => ({ one, ...provable.question(one) }));
  const predictions = predictionsOf(course).map((one) => ({ one, ...provable.prediction(one) }));
  const missions = course.stages
    .flatMap((stage) => stage.missions)
    .filter(({ problem, proof }) => problem === undefined && proof !== undefined)
    .map((one) => ({ one, ...provable.mission(one) }));
  // what is of a course that this one extends is proven there
  const isOwn = ({ file }: Provable) => !relative(course.root, file).startsWith('..');
  const all = [...questions, ...predictions, ...missions].filter(isOwn);
  const choose = chooser(asked, course, all);
  const isChosen = (one: Provable) => isOwn(one) && choose(one);
  return {
    questions: questions.filter(isChosen).map(({ one }) => one),
    predictions: predictions.filter(isChosen).map(({ one }) => one),
    missions: missions.filter(isChosen).map(({ one }) => one),
  };
}

/** What each kind of proof can be asked for by. */
const provable = {
  question: ({ quiz, question, file, proof }: ProvenQuestion): Provable => ({
    ids: [quiz, `${quiz}/${question.id}`],
    file,
    topology: isProblem(proof) ? undefined : proof.run.topology,
  }),
  prediction: ({ lesson, block }: PredictionOnPage): Provable => ({
    ids: [lesson.id],
    file: lesson.file,
    topology: block.run.topology,
  }),
  mission: ({ id, file, run }: Mission): Provable => ({ ids: [id], file, topology: run.topology }),
};

function jsonOf(
  { id }: Course,
  proofs: readonly QuestionProof[],
  predictions: readonly ProvenPrediction[],
  missions: readonly ProvenMission[],
) {
  return {
    course: id,
    proofs: proofs.map(dataOf),
    predictions: predictions.map(({ lesson, block, result }) => ({
      lesson: lesson.id,
      ask: block.prediction.ask,
      file: lesson.file,
      line: block.line,
      ...result,
    })),
    missions: missions.map(({ mission, result }) => ({ mission: mission.id, file: mission.file, ...result })),
  };
}

async function openAuthorsCourse(folder: string, context: Context): Promise<Course> {
  try {
    return loadCourse(folder, { files: await courseFiles(folder, context), drafts: true });
  } catch (error) {
    if (error instanceof CourseError) throw new Failure(error.message);
    throw error;
  }
}

/** Proves every question on every core; tells each as soon as all before it are known. */
async function proveQuestions(
  pool: Pool,
  course: Course,
  questions: readonly ProvenQuestion[],
  tell: Tell,
): Promise<QuestionProof[]> {
  const results = new Map<ProvenQuestion, ProofResult>();
  const jobs: { asked: ProvenQuestion; given: Jobs['prove']['in'] }[] = [];
  for (const asked of questions) {
    const { proof } = asked;
    if (isProblem(proof)) results.set(asked, unreadable(proof));
    else jobs.push({ asked, given: { course: { topologies: course.topologies }, proof } });
  }
  const tellKnown = inOrder(questions, results, (asked, result) =>
    tell(proofLines({ ...asked, result }), questionValues(result)),
  );
  tellKnown();
  const given = jobs.map((job) => job.given);
  await pool.run('prove', given, (index, result) => {
    const asked = jobs[index]?.asked;
    if (asked !== undefined) results.set(asked, result);
    tellKnown();
  });
  return questions.flatMap((asked) => {
    const result = results.get(asked);
    return result === undefined ? [] : [{ ...asked, result }];
  });
}

interface ProvenPrediction extends PredictionOnPage {
  readonly result: PredictionProofResult;
}

/** The same for every prediction: whatever seed a learner gets, one guess has to be right. */
async function provePredictions(
  pool: Pool,
  course: Course,
  asked: readonly PredictionOnPage[],
  tell: Tell,
): Promise<ProvenPrediction[]> {
  const jobs = asked.map(({ block: { run, prediction } }) => {
    const { measure, guesses } = prediction;
    return { course: { topologies: course.topologies }, run, prediction: { measure, guesses } };
  });
  const results = new Map<(typeof asked)[number], PredictionProofResult>();
  const tellKnown = inOrder(asked, results, (one, result) =>
    tell(predictionLines({ ...one, result }), predictionValues(one.block.prediction.measure, result)),
  );
  await pool.run('prove-prediction', jobs, (index, result) => {
    const one = asked[index];
    if (one !== undefined) results.set(one, result);
    tellKnown();
  });
  return asked.flatMap((one) => {
    const result = results.get(one);
    return result === undefined ? [] : [{ ...one, result }];
  });
}

function predictionLines({ lesson, block, result }: ProvenPrediction): string[] {
  if (result.holds) return [words.holds(words.prediction, `${lesson.id}:${block.line}`)];
  return [
    words.fails(words.prediction, lesson.id, lesson.file, block.line),
    ...result.failures.map((failure) => `  ${failure}`),
  ];
}

interface ProvenMission {
  readonly mission: Mission;
  readonly result: MissionProofResult;
}

/** The same for every mission that can be played and has a proof. */
async function proveMissions(
  pool: Pool,
  course: Course,
  missions: readonly Mission[],
  tell: Tell,
): Promise<ProvenMission[]> {
  const jobs = missions.flatMap((mission) =>
    mission.proof === undefined
      ? []
      : [{ course: { topologies: course.topologies }, mission, proof: mission.proof }],
  );
  const results = new Map<Mission, MissionProofResult>();
  const proven = jobs.map(({ mission }) => mission);
  const tellKnown = inOrder(proven, results, (mission, result) =>
    tell(missionLines({ mission, result }), missionValues(result)),
  );
  await pool.run('mission', jobs, (index, result) => {
    const mission = proven[index];
    if (mission !== undefined) results.set(mission, result);
    tellKnown();
  });
  return proven.flatMap((mission) => {
    const result = results.get(mission);
    return result === undefined ? [] : [{ mission, result }];
  });
}

/** Tells what is known so far, but nothing before what stands earlier. */
function inOrder<T, R>(
  all: readonly T[],
  known: ReadonlyMap<T, R>,
  tell: (one: T, result: R) => void,
): () => void {
  let told = 0;
  return () => {
    for (let next = all[told]; next !== undefined; next = all[++told]) {
      const result = known.get(next);
      if (result === undefined) return;
      tell(next, result);
    }
  };
}

function missionLines({ mission: { id, file, proof }, result }: ProvenMission): string[] {
  if (result.holds) return [words.holds(words.mission, id)];
  return [
    words.fails(words.mission, id, file, proof?.line ?? 1),
    ...result.failures.map((failure) => `  ${failure}`),
  ];
}

interface QuestionProof extends ProvenQuestion {
  readonly result: ProofResult;
}

function proofLines({ quiz, question: { id }, file, line, result }: QuestionProof): string[] {
  if (result.holds) return [words.holds(quiz, id)];
  return [words.fails(quiz, id, file, line), ...result.failures.map((failure) => `  ${failure}`)];
}

function dataOf({ quiz, question, file, line, result }: QuestionProof) {
  return { quiz, question: question.id, file, line, ...result };
}
