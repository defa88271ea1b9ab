import { writeFileSync } from 'node:fs';
import { errorCode, errorReason } from '../disk/system-error.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { journalTexts } from '../learner/journal-texts.ts';
import { mergedHistory } from '../learner/merge.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { progressWords as words } from '../messages/progress.ts';
import { type Command, Failure } from './command.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'progress export',
  options: {},
  takes: { atLeast: 0, atMost: 1, what: t`the name of a file` },
  async run(context) {
    const { given, world } = context;
    const [file] = given.words;
    const directory = dataDirectory(world);
    const { lines, damagedLines } = mergedHistory(readJournals(directory));
    if (damagedLines > 0) world.stderr.write(`${words.damaged(damagedLines, directory)}\n`);
    const text = lines.map((line) => `${line}\n`).join('');
    if (file === undefined) world.stdout.write(text);
    else {
      writeAnew(file, text);
      world.stdout.write(`${words.exported(lines.length, file)}\n`);
    }
    return 0;
  },
};

function readJournals(directory: string): ReturnType<typeof journalTexts> {
  try {
    return journalTexts(directory);
  } catch (error) {
    throw new Failure(errors.cannotOpen(directory, errorReason(error)));
  }
}

function writeAnew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new Failure(words.isThere(file));
    throw new Failure(errors.cannotWrite(file, errorReason(error)), 1);
  }
}
