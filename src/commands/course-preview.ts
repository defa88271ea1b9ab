import { existsSync } from 'node:fs';
import { courseKey } from '../learner/course-key.ts';
import { messagesOf } from '../messages/language.ts';
import { authorsFolder } from './asked-course.ts';
import { placeCalled } from './called.ts';
import type { Command, Context } from './command.ts';
import { type ChoosePlace, openTutor } from './tutor.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'course preview',
  options: {},
  takes: { atLeast: 0, atMost: 2, what: t`the folder of a course, and an id` },
  async run(context) {
    const { folder, id } = asked(context);
    const choose: ChoosePlace = (course, journal) => {
      const progress = journal.progress(courseKey(course));
      if (id === undefined) return progress.place ?? { screen: 'map' };
      return placeCalled(course, id, progress);
    };
    return openTutor({ ...context, courseAsked: folder, drafts: true }, choose);
  },
};

/** A word that is no folder is an id in the course that the person stands in. */
function asked(context: Context): {
  readonly folder: string;
  readonly id: string | undefined;
} {
  const [first, second] = context.given.words;
  if (first !== undefined && (second !== undefined || existsSync(first)))
    return { folder: first, id: second };
  return { folder: authorsFolder(context), id: first };
}
