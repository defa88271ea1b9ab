import { mergedHistory } from '../learner/merge.ts';
import { messagesOf } from '../messages/language.ts';
import type { Command } from './command.ts';
import { readHistories } from './histories.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'progress merge',
  options: {},
  takes: { atLeast: 1, atMost: Number.POSITIVE_INFINITY, what: t`the names of files` },
  async run(context) {
    const { lines } = mergedHistory(readHistories(context));
    context.world.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return 0;
  },
};
