import { errorReason } from '../disk/system-error.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { isoTime } from '../learner/iso-time.ts';
import { addHistory, journalTexts } from '../learner/journal-texts.ts';
import { mergedEvents, mergedHistory } from '../learner/merge.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { progressWords as words } from '../messages/progress.ts';
import { type Command, Failure } from './command.ts';
import { readHistories } from './histories.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'progress import',
  options: {},
  takes: { atLeast: 1, atMost: Number.POSITIVE_INFINITY, what: t`the names of files` },
  async run(context) {
    const directory = dataDirectory(context.world);
    const histories = readHistories(context);
    const { lines } = mergedHistory(histories);
    try {
      const texts = journalTexts(directory);
      const here = new Set(mergedHistory(texts).lines);
      const fresh = lines.filter((line) => !here.has(line));
      if (fresh.length > 0) addHistory(directory, fresh);
      context.world.stdout.write(`${words.imported(fresh.length, lines.length - fresh.length)}\n`);
      const forgotten = mergedEvents(texts).findLast(({ type }) => type === 'reset');
      const newest = mergedEvents(histories).at(-1);
      if (forgotten !== undefined && newest !== undefined && newest.at < forgotten.at) {
        context.world.stdout.write(`${words.forgotten(isoTime(forgotten.at))}\n`);
      }
      return 0;
    } catch (error) {
      throw new Failure(errors.cannotWrite(directory, errorReason(error)), 1);
    }
  },
};
