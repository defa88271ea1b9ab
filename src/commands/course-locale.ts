import { join } from 'node:path';
import { readCatalogue } from '../course/catalogue-reader.ts';
import { catalogueState, writtenCatalogue } from '../course/catalogue-writer.ts';
import { errorReason } from '../disk/system-error.ts';
import { makeFolder, writeNewFile } from '../disk/write-file.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { localeWords as words } from '../messages/locale.ts';
import { problemLine } from '../text/problem.ts';
import { authorsFolder, courseFiles } from './asked-course.ts';
import { type Command, Failure } from './command.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'course locale',
  options: { write: 'flag' },
  takes: { atLeast: 1, atMost: 2, what: t`the tag of a language, and the folder of a course` },
  async run(context) {
    const [asked = '', folder] = context.given.words;
    const language = tagOf(asked);
    const root = authorsFolder(context, folder);
    const path = `locales/${language}.yaml`;
    const file = join(root, path);
    const files = await courseFiles(root, context);
    const now = files.read(path);
    const text = 'bytes' in now ? new TextDecoder().decode(now.bytes) : '';
    const read = readCatalogue(language, text, file);
    const wrong = read.problems.list.filter(({ rule }) => rule.startsWith('yaml'));
    if (wrong.length > 0) throw new Failure([words.broken(file), ...wrong.map(problemLine)].join('\n'), 1);
    const sentences = files.program?.sentences();
    if (sentences === undefined) throw new Failure(words.notBuilt);
    const written = writtenCatalogue(sentences, read);
    if (!context.given.flag('write')) {
      context.world.stdout.write(written);
      return 0;
    }
    save(root, file, written);
    const { missing, stale } = catalogueState(sentences, read);
    context.world.stdout.write(`${words.written(file, missing.length, stale.length)}\n`);
    return 0;
  },
};

function tagOf(asked: string): string {
  let tag: string | undefined;
  try {
    [tag] = Intl.getCanonicalLocales(asked);
  } catch {
    // it has not even the form of one
  }
  if (tag === undefined) throw new Failure(words.notATag(asked));
  if (tag === 'en') throw new Failure(words.english);
  return tag;
}

function save(root: string, file: string, text: string): void {
  try {
    makeFolder(join(root, 'locales'));
    writeNewFile(file, text, 0o644);
  } catch (error) {
    throw new Failure(errors.cannotWrite(file, errorReason(error)), 1);
  }
}
