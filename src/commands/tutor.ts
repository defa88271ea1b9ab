import type { Course } from '../course/model.ts';
import type { Journal } from '../learner/journal.ts';
import type { Place } from '../learner/progress.ts';
import type { Context } from './command.ts';
import { openCourse, openLearner, tellProblems, terminalOf, topologyOpener } from './opening.ts';

/** One seed for every learner: the same fault at the same moment shows everybody the same. */
const seed = 1;

/** Opens the tutor at a place, on the full screen or in lines; without a place where the learner stopped. */
export async function openTutor(
  context: Context,
  place: ((course: Course, journal: Journal) => Place) | undefined,
): Promise<number> {
  const course = await openCourse(context);
  const journal = openLearner(context);
  const at = place?.(course, journal);
  const abilities = terminalOf(context);
  return abilities.plain
    ? openInLines(context, course, journal, at)
    : openOnScreen(context, course, journal, at);
}

async function openInLines(
  context: Context,
  course: Course,
  journal: Journal,
  place: Place | undefined,
): Promise<number> {
  const [{ runPlain }, { openTalk }] = await Promise.all([
    import('../plain/tutor.ts'),
    import('../plain/talk.ts'),
  ]);
  const { stdin, stdout, clock } = context.world;
  const talk = openTalk({ input: stdin, output: stdout, ascii: terminalOf(context).ascii });
  const openTopology = await topologyOpener(course);
  const stopped = place ?? journal.progress(course.id).place;
  await runPlain({ course, journal, talk, openTopology, clock, seed }, stopped);
  return 0;
}

async function openOnScreen(
  context: Context,
  course: Course,
  journal: Journal,
  place: Place | undefined,
): Promise<number> {
  const { runTutor } = await import('../ui/run.tsx');
  const { stdin, stdout, stderr, clock } = context.world;
  const status = await runTutor({
    course,
    journal,
    abilities: terminalOf(context),
    ...(place === undefined ? {} : { place }),
    topologies: () => topologyOpener(course),
    stdin,
    stdout,
    stderr,
    clock: { now: clock },
    seed,
  });
  tellProblems(context, journal);
  return status;
}
