import { courseKey } from '../learner/course-key.ts';
import { knownWords, placeOf } from '../learner/place-of.ts';
import { goOnAt } from '../learner/standing.ts';
import { errors } from '../messages/errors.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Command, Failure } from './command.ts';
import { type ChoosePlace, openTutor } from './tutor.ts';

export const command: Command = {
  name: 'start',
  options: { intro: 'flag' },
  takes: { atLeast: 0, atMost: 1, what: 'an id' },
  completes: 'anything',
  run(context) {
    const [id] = context.given.words;
    const intro = context.given.flag('intro');
    const choose: ChoosePlace = (course, journal, broken) => {
      if (intro) return { screen: 'map' };
      const progress = journal.progress(courseKey(course));
      if (id === undefined) return broken === undefined ? goOnAt(course, progress) : { screen: 'map' };
      const place = placeOf(course, id, progress);
      if (place === undefined)
        throw new Failure(
          errors.unknownId(
            id,
            nearestWord(id, knownWords(course)),
            'lesson, quiz, topology, mission or stage',
          ),
        );
      return place;
    };
    return openTutor(context, choose, intro);
  },
};
