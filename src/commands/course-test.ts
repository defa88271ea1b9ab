import { CourseError, loadCourse } from '../course/load-course.ts';
import type { Course } from '../course/model.ts';
import {
  isProblem,
  type ProofResult,
  type ProvenQuestion,
  provenQuestions,
  unreadable,
} from '../course/prove.ts';
import { proofWords as words } from '../messages/teach.ts';
import { openTalk } from '../plain/talk.ts';
import type { Jobs } from '../workers/jobs.ts';
import { doOnEveryCore } from '../workers/pool.ts';
import { type Command, type Context, Failure } from './command.ts';
import { authorsFolder } from './course-lint.ts';
import { printJson, terminalOf, workerEntry } from './opening.ts';

export const command: Command = {
  name: 'course test',
  options: { json: 'flag' },
  async run(context) {
    const course = openAuthorsCourse(context);
    const { stdin, stdout } = context.world;
    const talk = openTalk({ input: stdin, output: stdout, ascii: terminalOf(context).ascii });
    const json = context.given.flag('json');
    const proofs = await proveAll(context, course, (...lines) => {
      if (!json) talk.say(...lines);
    });
    const failed = proofs.filter(({ result }) => !result.holds).length;
    if (json) printJson(context, { course: course.id, proofs: proofs.map(dataOf) });
    else talk.say(words.total(proofs.length, failed));
    return failed > 0 ? 1 : 0;
  },
};

function openAuthorsCourse(context: Context): Course {
  try {
    return loadCourse(authorsFolder(context), { drafts: true });
  } catch (error) {
    if (error instanceof CourseError) throw new Failure(error.message);
    throw error;
  }
}

/** Runs every proof on every core; tells each as soon as all before it are known. */
async function proveAll(
  context: Context,
  course: Course,
  tell: (...lines: string[]) => void,
): Promise<QuestionProof[]> {
  const questions = provenQuestions(course);
  const results = new Map<ProvenQuestion, ProofResult>();
  const jobs: { asked: ProvenQuestion; given: Jobs['prove']['in'] }[] = [];
  for (const asked of questions) {
    const { proof } = asked;
    if (isProblem(proof)) results.set(asked, unreadable(proof));
    else jobs.push({ asked, given: { course: { topologies: course.topologies }, proof } });
  }
  let told = 0;
  const tellKnown = () => {
    for (;;) {
      const asked = questions[told];
      const result = asked && results.get(asked);
      if (asked === undefined || result === undefined) return;
      tell(...proofLines({ ...asked, result }));
      told++;
    }
  };
  tellKnown();
  await doOnEveryCore(
    workerEntry(context),
    'prove',
    jobs.map(({ given }) => given),
    (index, result) => {
      const asked = jobs[index]?.asked;
      if (asked !== undefined) results.set(asked, result);
      tellKnown();
    },
  );
  return questions.flatMap((asked) => {
    const result = results.get(asked);
    return result === undefined ? [] : [{ ...asked, result }];
  });
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
