import { courseKey } from '../learner/course-key.ts';
import { leftReview } from '../learner/standing.ts';
import type { Command } from './command.ts';
import { openTutor } from './tutor.ts';

export const command: Command = {
  name: 'review',
  options: {},
  run: (context) => openTutor(context, (course, journal) => leftReview(journal.progress(courseKey(course)))),
};
