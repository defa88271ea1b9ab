import { errorReason } from '../disk/system-error.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { addHistory, journalTexts } from '../learner/journal-texts.ts';
import { mergedHistory } from '../learner/merge.ts';
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
    const { lines } = mergedHistory(readHistories(context));
    try {
      const here = new Set(mergedHistory(journalTexts(directory)).lines);
      const fresh = lines.filter((line) => !here.has(line));
      if (fresh.length > 0) addHistory(directory, fresh);
      context.world.stdout.write(`${words.imported(fresh.length, lines.length - fresh.length)}\n`);
      return 0;
    } catch (error) {
      throw new Failure(errors.cannotWrite(directory, errorReason(error)), 1);
    }
  },
};
