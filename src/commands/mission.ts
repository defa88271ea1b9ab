import { missionsOf } from '../learner/standing.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Command, Failure } from './command.ts';
import { openTutor } from './tutor.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'mission',
  options: {},
  takes: { atLeast: 0, atMost: 1, what: t`the id of a mission` },
  completes: 'mission',
  run(context) {
    const [id] = context.given.words;
    return openTutor(context, (course, journal) => {
      const missions = missionsOf(course);
      const stars = journal.progress(course.id).missions;
      // the asked one, else the first that was not won, else the first of all
      const mission =
        id === undefined
          ? (missions.find((each) => (stars.get(each.id) ?? 0) === 0) ?? missions[0])
          : missions.find((each) => each.id === id);
      if (mission !== undefined) return { screen: 'mission', mission: mission.id };
      if (id === undefined) throw new Failure(errors.noMission);
      const ids = missions.map((each) => each.id);
      throw new Failure(errors.unknownMission(id, nearestWord(id, ids)));
    });
  },
};
