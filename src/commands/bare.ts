import { howToGoOn, mapLines } from '../plain/map.ts';
import { openTalk } from '../plain/talk.ts';
import type { Context } from './command.ts';
import { openCourse, openLearner, tellProblems, terminalOf } from './opening.ts';
import { openTutor } from './tutor.ts';

/** `infra-tutor` alone: goes on where the learner stopped; without a terminal, the map and how to go on. */
export async function goOn(context: Context): Promise<number> {
  const { stdin, stdout } = context.world;
  if (stdin.isTTY === true && stdout.isTTY === true) return openTutor(context, undefined);
  const course = await openCourse(context);
  const journal = openLearner(context);
  const progress = journal.progress(course.id);
  tellProblems(context, journal);
  const talk = openTalk({ input: stdin, output: stdout, ascii: terminalOf(context).ascii });
  const option = context.courseAsked === undefined ? '' : ` --course ${context.courseAsked}`;
  talk.say(...mapLines(course, progress), '', ...howToGoOn(course, progress, option));
  return 0;
}
