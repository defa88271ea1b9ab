/** A presentation on one screen, and the notes beside it on another. Nothing of it is anybody's progress. */
import type { Course } from '../../course/model.ts';
import { watchFolders } from '../../disk/folder-watch.ts';
import { errorCode, errorReason } from '../../disk/system-error.ts';
import { dataDirectory } from '../../learner/data-directory.ts';
import { noProgress } from '../../learner/fold-progress.ts';
import { endPresented, type Presented, readPresented, tellPresented } from '../../learner/presented.ts';
import { errors } from '../../messages/errors.ts';
import { presentWords as words } from '../../messages/present.ts';
import { plainLine } from '../../text/plain-text.ts';
import { type FollowPresentation, jobsBy } from '../../ui/job.ts';
import { runTutor, type TutorOptions } from '../../ui/run.tsx';
import type { Context } from '../command.ts';
import { crashWords } from '../crash.ts';
import { courseOnScreen, worldOfScreen } from '../on-screen.ts';

/** Milliseconds between two looks: the speaker's clock shows seconds, and a program that was killed tells nobody. */
const LOOK = 1000;

/** Shows slides to a room until its teacher leaves. */
export async function presentOnScreen(context: Context, course: Course, id: string): Promise<number> {
  const { world } = context;
  const folder = dataDirectory(world);
  const by = { machine: world.machine, pid: process.pid };
  let refused: string | undefined;
  const announce = (presented: Presented): void => {
    try {
      tellPresented(folder, by, presented);
    } catch (error) {
      // the room sees its slides all the same
      refused ??= words.notTold(errorReason(error));
    }
  };
  const { workers, ...shown } = await courseOnScreen(context, course);
  try {
    return await runTutor({
      ...screenOf(context, `present ${id}`),
      ...shown,
      opens: { screen: 'present', id },
      announce,
      doJob: jobsBy(workers),
    });
  } finally {
    endPresented(folder, by);
    if (refused !== undefined) world.stderr.write(`${plainLine(refused)}\n`);
  }
}

/** Shows the notes beside whatever is presented, until its speaker leaves. */
export async function followOnScreen(
  context: Context,
  course: Course,
  id: string | undefined,
  minutes: number | undefined,
): Promise<number> {
  const { world } = context;
  const { workers, ...shown } = await courseOnScreen(context, course);
  return runTutor({
    ...screenOf(context, 'present --notes'),
    ...shown,
    opens: { screen: 'notes', id, minutes },
    doJob: jobsBy({ ...workers, follow: follower(dataDirectory(world), world.machine) }),
  });
}

/** Tells what is presented, after each change in the learner's folder and each second. */
function follower(folder: string, machine: string): FollowPresentation {
  return (tell, stop) => {
    const look = (): void => tell(readPresented(folder, machine, isGone));
    const timer = setInterval(look, LOOK);
    const unwatch = watchFolders(() => [folder], look);
    stop.addEventListener('abort', () => {
      clearInterval(timer);
      unwatch();
    });
    look();
  };
}

function isGone(pid: number): boolean {
  try {
    // asks the system, and sends nothing (kill(2))
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/** What both screens have: the world, and a journal that keeps nothing. */
function screenOf(
  context: Context,
  at: string,
): Omit<TutorOptions, 'course' | 'topologies' | 'opens' | 'announce' | 'doJob'> {
  const { world, packageFolder } = context;
  const crashed = (error: unknown): string =>
    crashWords(error, { world, packageFolder, at }, errors.unexpected);
  return {
    ...worldOfScreen(context),
    journal: { record: () => undefined, progress: () => noProgress },
    shown: () => undefined,
    notShown: crashed,
    crashed,
  };
}
