import { setImmediate } from 'node:timers/promises';
import { CourseError, loadCourse } from '../course/load-course.ts';
import type { Course } from '../course/model.ts';
import { proveCourse, type QuestionProof } from '../course/prove.ts';
import { proofWords as words } from '../messages/teach.ts';
import { openTalk } from '../plain/talk.ts';
import { parseTimedFault } from '../simulator/faults.ts';
import { simulate } from '../simulator/run.ts';
import { readTopology } from '../topology/read.ts';
import { type Command, type Context, Failure } from './command.ts';
import { authorsFolder } from './course-lint.ts';
import { printJson, terminalOf } from './opening.ts';

export const command: Command = {
  name: 'course test',
  options: { json: 'flag' },
  async run(context) {
    const course = openAuthorsCourse(context);
    const { stdin, stdout } = context.world;
    const talk = openTalk({ input: stdin, output: stdout, ascii: terminalOf(context).ascii });
    const json = context.given.flag('json');
    const proofs: QuestionProof[] = [];
    for (const proof of proveCourse(course, { readTopology, parseTimedFault, simulate })) {
      proofs.push(proof);
      if (!json) talk.say(...proofLines(proof));
      await setImmediate();
    }
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

function proofLines({ quiz, question, file, line, result }: QuestionProof): string[] {
  if (result.holds) return [words.holds(quiz, question)];
  return [words.fails(quiz, question, file, line), ...result.failures.map((failure) => `  ${failure}`)];
}

function dataOf({ quiz, question, file, line, result }: QuestionProof) {
  return { quiz, question, file, line, ...result };
}
