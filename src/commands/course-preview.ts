import { existsSync } from 'node:fs';
import { courseKey } from '../learner/course-key.ts';
import { knownWords, placeOf } from '../learner/place-of.ts';
import { errors } from '../messages/errors.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Command, type Context, Failure } from './command.ts';
import { authorsFolder } from './course-lint.ts';
import { type ChoosePlace, openTutor } from './tutor.ts';

export const command: Command = {
  name: 'course preview',
  options: {},
  takes: { atLeast: 0, atMost: 2, what: 'the folder of a course, and an id' },
  async run(context) {
    const { folder, id } = asked(context);
    const choose: ChoosePlace = (course, journal) => {
      const progress = journal.progress(courseKey(course));
      if (id === undefined) return progress.place ?? { screen: 'map' };
      const place = placeOf(course, id, progress);
      if (place !== undefined) return place;
      const nearest = nearestWord(id, knownWords(course));
      throw new Failure(errors.unknownId(id, nearest, 'lesson, quiz, mission, topology or stage'));
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
  return { folder: authorsFolder(context, null), id: first };
}
