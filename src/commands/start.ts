import { courseKey } from '../learner/course-key.ts';
import { preparedRun } from '../learner/kept-run.ts';
import type { Place } from '../learner/progress.ts';
import { goOnAt } from '../learner/standing.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { placeCalled } from './called.ts';
import { type Command, type Context, Failure } from './command.ts';
import { openAsked, seedOf } from './run-options.ts';
import { type ChoosePlace, openTutor } from './tutor.ts';

const t = messagesOf('commands');

/** What prepares a run for a demonstration. */
const PREPARING = ['fault', 'set', 'seed', 'paused'] as const;

export const command: Command = {
  name: 'start',
  options: { intro: 'flag', fault: 'texts', set: 'texts', seed: 'text', paused: 'flag' },
  takes: { atLeast: 0, atMost: 1, what: t`an id` },
  completes: 'anything',
  async run(context) {
    const [id] = context.given.words;
    const intro = context.given.flag('intro');
    const prepared = await preparedPlace(context);
    const choose: ChoosePlace = (course, journal, broken) => {
      if (intro) return { screen: 'map' };
      const progress = journal.progress(courseKey(course));
      if (id === undefined) return broken === undefined ? goOnAt(course, progress) : { screen: 'map' };
      const place = placeCalled(course, id, progress);
      return prepared ?? place;
    };
    return openTutor(context, choose, intro);
  },
};

/** The topology with what is to happen in it, standing at its beginning; undefined: nothing was prepared. */
async function preparedPlace(context: Context): Promise<Place | undefined> {
  const { given } = context;
  const [option] = PREPARING.filter((name) =>
    name === 'paused'
      ? given.flag(name)
      : name === 'seed'
        ? given.text(name) !== undefined
        : given.texts(name).length > 0,
  );
  if (option === undefined) return undefined;
  const [topology] = given.words;
  if (topology === undefined) throw new Failure(errors.notToPrepare(option));
  const [set, seed] = [given.texts('set'), seedOf(given)];
  const asked = { topology, set, rate: undefined, for: undefined, fault: given.texts('fault'), seed };
  const run = await openAsked(context, asked);
  return { screen: 'simulator', topology, set, kept: preparedRun(run.topology, seed, run.faults) };
}
