import { hasFirstSite } from '../course/first-site.ts';
import type { Course } from '../course/model.ts';
import { courseKey } from '../learner/course-key.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import type { Journal } from '../learner/journal.ts';
import { journalsIn } from '../learner/journal-file.ts';
import { type OpeningMark, openingMark } from '../learner/opening-mark.ts';
import type { Place } from '../learner/progress.ts';
import { isSamePlace } from '../learner/where.ts';
import { errors, placeWords } from '../messages/errors.ts';
import type { Talk } from '../plain/talk.ts';
import { toldOn } from '../text/fold.ts';
import { plainLine } from '../text/plain-text.ts';
import { jobsBy } from '../ui/job.ts';
import type { Context } from './command.ts';
import { crashWords } from './crash.ts';
import { courseOnScreen, SEED, worldOfScreen } from './on-screen.ts';
import { openCourse, openLearner, tellProblems, terminalOf, topologyOpener } from './opening.ts';
import { failerOf, incidentOf, judgeOf } from './worker-jobs.ts';

/** Where to open; `broken` is a place that the program ended at before it could be seen, and is not to be opened. */
export type ChoosePlace = (course: Course, journal: Journal, broken: Place | undefined) => Place;

/** What both ways of talking to a learner need. */
interface Opened {
  readonly course: Course;
  readonly journal: Journal;
  readonly place: Place | undefined;
  readonly mark: OpeningMark;
  /** what is to be said of an earlier start that failed */
  readonly broken: string | undefined;
  /** it begins with the first thirty seconds */
  readonly intro: boolean;
}

/**
 * Opens the tutor at a place, on the full screen or in lines; without a place where the learner stopped, and the first
 * time with the first thirty seconds.
 */
export async function openTutor(
  context: Context,
  choose: ChoosePlace | undefined,
  introAsked = false,
): Promise<number> {
  const isFirst = choose === undefined && context.courseAsked === undefined && isFirstStart(context);
  const course = await openCourse(context);
  const intro = (introAsked || isFirst) && hasFirstSite(course);
  const journal = openLearner(context);
  const mark = openingMark(dataDirectory(context.world), courseKey(course));
  const broken = brokenPlace(context, course, journal, mark);
  const place = choose?.(course, journal, broken);
  const opening = place ?? journal.progress(courseKey(course)).place;
  if (opening !== undefined && opening.screen !== 'map') mark.set(opening);
  const words = broken && errors.notOpenedAgain(placeWords(broken));
  const opened: Opened = { course, journal, place, mark, broken: words, intro };
  return terminalOf(context).plain ? openInLines(context, opened) : openOnScreen(context, opened);
}

/** Nobody has learnt anything here yet. */
function isFirstStart({ world }: Context): boolean {
  try {
    return journalsIn(dataDirectory(world)).length === 0;
  } catch {
    // whoever opens the journal says what is wrong with its folder
    return false;
  }
}

/** The saved place, if the last start ended there before it could be seen: from now on the map is saved instead. */
function brokenPlace(
  { world }: Context,
  course: Course,
  journal: Journal,
  mark: OpeningMark,
): Place | undefined {
  const { place } = journal.progress(courseKey(course));
  if (mark.found === undefined || place === undefined || !isSamePlace(mark.found, place)) return undefined;
  journal.record({ type: 'place', at: world.clock(), course: courseKey(course), place: { screen: 'map' } });
  return place;
}

/** The place where the program broke is not where it begins the next time. */
function markCrash({ course, journal, mark }: Opened): void {
  const { place } = journal.progress(courseKey(course));
  if (place !== undefined && place.screen !== 'map') mark.set(place);
}

async function openInLines(context: Context, opened: Opened): Promise<number> {
  const [{ runPlain }, { talkOf }] = await Promise.all([import('../plain/tutor.ts'), import('./talk.ts')]);
  const { course, journal, mark } = opened;
  const { clock } = context.world;
  const plainTalk = talkOf(context);
  const talk: Talk = {
    ...plainTalk,
    ask(prompt) {
      // what it asks about has been said
      mark.clear();
      return plainTalk.ask(prompt);
    },
  };
  const openTopology = await topologyOpener(course);
  const stopped = opened.place ?? journal.progress(courseKey(course)).place;
  if (opened.broken !== undefined) talk.say(opened.broken, '');
  try {
    await runPlain(
      {
        course,
        journal,
        talk,
        openTopology,
        judge: judgeOf(context, course),
        failParts: failerOf(context),
        makeIncident: incidentOf(context),
        clock,
        seed: SEED,
      },
      stopped,
      opened.intro,
    );
  } catch (error) {
    markCrash(opened);
    throw error;
  }
  return 0;
}

async function openOnScreen(context: Context, opened: Opened): Promise<number> {
  const { runTutor } = await import('../ui/run.tsx');
  const { course, journal, place, mark, intro } = opened;
  const { world, packageFolder } = context;
  const { workers, ...shown } = await courseOnScreen(context, course);
  const scene = (at: Place | undefined) => ({ world, packageFolder, at: `place: ${JSON.stringify(at)}` });
  const status = await runTutor({
    ...shown,
    journal,
    ...worldOfScreen(context),
    ...(place === undefined ? {} : { place }),
    intro,
    doJob: jobsBy(workers),
    shown: () => mark.clear(),
    notShown: (error, at) =>
      crashWords(error, scene(at), (message, file) => errors.notShown(placeWords(at), message, file)),
    crashed(error) {
      markCrash(opened);
      return crashWords(error, scene(journal.progress(courseKey(course)).place), errors.crashed);
    },
  });
  if (opened.broken !== undefined) world.stderr.write(toldOn(world.stderr, plainLine(opened.broken)));
  tellProblems(context, journal);
  return status;
}
