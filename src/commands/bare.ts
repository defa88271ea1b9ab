import { courseKey } from '../learner/course-key.ts';
import type { Context } from './command.ts';
import { openCourse, openLearner, tellProblems } from './opening.ts';

/** `infra-tutor` alone: goes on where the learner stopped; without a terminal, the map and how to go on. */
export async function goOn(context: Context): Promise<number> {
  const { stdin, stdout } = context.world;
  if (stdin.isTTY === true && stdout.isTTY === true) {
    const { openTutor } = await import('./tutor.ts');
    return openTutor(context, undefined);
  }
  return printMap(context);
}

async function printMap(context: Context): Promise<number> {
  const [{ howToGoOn, mapLines }, { talkOf }] = await Promise.all([
    import('../plain/map.ts'),
    import('./talk.ts'),
  ]);
  const course = await openCourse(context);
  const journal = openLearner(context);
  const progress = journal.progress(courseKey(course));
  tellProblems(context, journal);
  const talk = talkOf(context);
  const named = context.given.text('course');
  const option = named === undefined ? '' : ` --course ${named}`;
  talk.say(...mapLines(course, progress), '', ...howToGoOn(course, progress, option));
  return 0;
}
