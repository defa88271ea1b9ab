import type { BlockOf } from '../../../course/page-blocks.ts';
import { lesson as words } from '../../../messages/lesson.ts';
import type { Target } from '../../screen.ts';

/** Where a run on a page leads: into the simulator, or to the whiteboard. */
export function openedRun(block: BlockOf<'simulate' | 'whiteboard'>, lesson: string): Target {
  if (block.kind === 'whiteboard') {
    return { screen: 'whiteboard', lesson, whiteboard: block.whiteboard.id };
  }
  const { run, lookFor } = block;
  return {
    screen: 'simulator',
    topology: run.topology,
    run,
    lookFor: lookFor === '' ? words.tryIts : lookFor,
  };
}
