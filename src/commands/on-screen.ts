/** What every full screen is given: the world, and a course. */
import type { Course } from '../course/model.ts';
import { errors } from '../messages/errors.ts';
import type { Workers } from '../ui/job.ts';
import type { TutorOptions } from '../ui/run.tsx';
import type { Context } from './command.ts';
import type { FollowCourse } from './live-course.ts';
import { terminalOf, topologyOpener } from './opening.ts';
import { workersOf } from './worker-jobs.ts';

/** Its number among the open files of a process. */
const STDOUT = 1;

/** One seed for every learner: the same fault at the same moment shows everybody the same. */
export const SEED = 1;

/** Streams, clock and abilities of its terminal. */
export function worldOfScreen(
  context: Context,
): Pick<TutorOptions, 'abilities' | 'stdin' | 'stdout' | 'stderr' | 'clock' | 'seed' | 'guard'> {
  const { stdin, stdout, stderr, clock } = context.world;
  return {
    abilities: terminalOf(context),
    stdin,
    stdout,
    stderr,
    clock: { now: clock },
    seed: SEED,
    guard: async (leave) => {
      const { standBy } = await import('../terminal/guard.ts');
      return standBy(STDOUT, leave, errors.killed);
    },
  };
}

/** A course that its author may be writing is followed; whatever is opened later is of the course as it is then. */
export async function courseOnScreen(
  context: Context,
  course: Course,
): Promise<Pick<TutorOptions, 'course' | 'topologies' | 'follow'> & { readonly workers: Workers }> {
  let shown = course;
  const follow = await followerOf(context, course);
  return {
    course,
    topologies: () =>
      topologyOpener({
        get topologies() {
          return shown.topologies;
        },
      }),
    ...(follow === undefined
      ? {}
      : {
          follow: (changed) =>
            follow((now) => {
              shown = now.course;
              changed(now);
            }),
        }),
    workers: workersOf(context, () => shown),
  };
}

/** Undefined: the shipped course doesn't change. */
async function followerOf(context: Context, course: Course): Promise<FollowCourse | undefined> {
  if (context.courseAsked === undefined) return undefined;
  const { followCourse } = await import('./live-course.ts');
  return followCourse(course, context);
}
