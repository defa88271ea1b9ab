import { errorReason } from '../disk/system-error.ts';
import { historyText } from '../learner/journal-texts.ts';
import { mergedHistory } from '../learner/merge.ts';
import { errors } from '../messages/errors.ts';
import { progressWords as words } from '../messages/progress.ts';
import { type Context, Failure } from './command.ts';

/** What stands in the files that a command names; what can't be read of them is told. */
export function readHistories({ given, world }: Context): readonly Buffer[] {
  return given.words.map((file) => {
    const text = readHistory(file);
    const { lines, damagedLines } = mergedHistory([text]);
    if (lines.length === 0) throw new Failure(words.noHistory(file));
    if (damagedLines > 0) world.stderr.write(`${words.damaged(damagedLines, file)}\n`);
    return text;
  });
}

function readHistory(file: string): Buffer {
  try {
    return historyText(file);
  } catch (error) {
    throw new Failure(errors.cannotOpen(file, errorReason(error)));
  }
}
