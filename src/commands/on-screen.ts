import { errors } from '../messages/errors.ts';
import type { TutorOptions } from '../ui/run.tsx';
import type { Context } from './command.ts';
import { terminalOf } from './opening.ts';

/** Its number among the open files of a process. */
const STDOUT = 1;

/** One seed for every learner: the same fault at the same moment shows everybody the same. */
export const SEED = 1;

/** What every full screen is given of the world. */
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
