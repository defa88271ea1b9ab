import { courseKey } from '../learner/course-key.ts';
import { type DueCounts, dueCounts } from '../learner/due.ts';
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
    const isAnything = due.now + due.replays > 0;
    world.stdout.write(`${isAnything ? someDue(due) : words.nothingDue(due.next && due.next - now)}\n`);
    return isAnything ? 0 : 1;
  },
};

function someDue({ now, surelyWrong, replays }: DueCounts): string {
  const parts = [
    ...(now > 0 ? [words.due(now, surelyWrong)] : []),
    ...(replays > 0 ? [words.replays(replays)] : []),
  ];
  return `${parts.join('; ')}. ${words.howTo(`${program} review`)}`;
}
