import type { CommandName } from '../messages/commands.ts';
import type { Command } from './command.ts';

/** Every command by its name; its code is loaded when it is asked for. */
export const commands: Readonly<Record<CommandName, () => Promise<{ readonly command: Command }>>> = {
  list: () => import('./list.ts'),
  start: () => import('./start.ts'),
  show: () => import('./show.ts'),
  quiz: () => import('./quiz.ts'),
  placement: () => import('./placement.ts'),
  review: () => import('./review.ts'),
  due: () => import('./due.ts'),
  mission: () => import('./mission.ts'),
  status: () => import('./status.ts'),
  reset: () => import('./reset.ts'),
  report: () => import('./report.ts'),
  'progress export': () => import('./progress-export.ts'),
  'progress import': () => import('./progress-import.ts'),
  'progress merge': () => import('./progress-merge.ts'),
  doctor: () => import('./doctor.ts'),
  completion: () => import('./completion.ts'),
  simulate: () => import('./simulate.ts'),
  compare: () => import('./compare.ts'),
  spof: () => import('./spof.ts'),
  draw: () => import('./draw.ts'),
  config: () => import('./config.ts'),
  plan: () => import('./plan.ts'),
  'course new': () => import('./course-new.ts'),
  'course lint': () => import('./course-lint.ts'),
  'course test': () => import('./course-test.ts'),
};
