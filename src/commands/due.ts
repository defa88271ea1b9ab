import { courseKey } from '../learner/course-key.ts';
import { dueCounts } from '../learner/due.ts';
import { program } from '../messages/program.ts';
import { review as words } from '../messages/review.ts';
import type { Command } from './command.ts';
import { openCourse, openLearner, tellProblems } from './opening.ts';

export const command: Command = {
  name: 'due',
  options: {},
  async run(context) {
    const { world } = context;
    const course = await openCourse(context);
    const journal = openLearner(context);
    const now = world.clock();
    const due = dueCounts(course, journal.progress(courseKey(course)), now);
    tellProblems(context, journal);
    world.stdout.write(`${due.now > 0 ? someDue(due) : words.nothingDue(due.next && due.next - now)}\n`);
    return due.now > 0 ? 0 : 1;
  },
};

function someDue({ now, surelyWrong }: { readonly now: number; readonly surelyWrong: number }): string {
  return `${words.due(now, surelyWrong)}. ${words.howTo(`${program} review`)}`;
}
