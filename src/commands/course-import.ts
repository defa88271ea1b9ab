import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { largestFile } from '../course/course-files.ts';
import { importFormats } from '../course/import/formats.ts';
import type { Imported, ImportFormat } from '../course/import/imported.ts';
import { idOf, TooLargeError, type WrittenQuiz, writeQuiz } from '../course/import/write-quiz.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import { errorCode, errorReason } from '../disk/system-error.ts';
import { makeFolder, writeWhole } from '../disk/write-file.ts';
import { errors } from '../messages/errors.ts';
import { importWords as words } from '../messages/import.ts';
import { messagesOf } from '../messages/language.ts';
import { plain } from '../text/plain-text.ts';
import { problemLine } from '../text/problem.ts';
import { authorsFolder } from './asked-course.ts';
import { type Command, type Context, Failure } from './command.ts';

const t = messagesOf('commands');

/** More than becomes a quiz that a course reads: other formats say things at greater length. */
const largestImport = 2 * largestFile;

export const command: Command = {
  name: 'course import',
  options: { from: 'text', output: 'text' },
  takes: { atLeast: 1, atMost: 1, what: t`the file of a quiz` },
  async run(context) {
    const { given, world } = context;
    const [file = ''] = given.words;
    const text = textOf(file);
    const format = formatOf(given.text('from'), file, text);
    const name = idOf(basename(file).replace(/(?:\.[a-z]+)+$/i, '')) ?? 'imported';
    const output = outputOf(context, name);
    const id = idOf(basename(output).replace(/\.md$/i, '')) ?? name;
    const quiz = quizOf(await format.read(text), id, file);
    const notes = quiz.notes.map(({ line, says: message }) =>
      problemLine({ file, line, column: 1, rule: 'import', severity: 'warning', message }),
    );
    world.stderr.write(plain(notes.map((note) => `${note}\n`).join('')));
    write(output, quiz, file);
    world.stdout.write(plain(`${words.wrote(output, quiz.questions)}\n${words.next(id)}\n`));
    return 0;
  },
};

/** The text of a file, its lines ending with `\n`. @throws Failure */
function textOf(file: string): string {
  try {
    const bytes = readRegularFile(file, largestImport);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch (error) {
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new Failure(words.notUtf8(file));
    throw new Failure(errors.cannotOpen(file, errorReason(error)));
  }
}

function formatOf(asked: string | undefined, file: string, text: string): ImportFormat {
  const format = importFormats.find(({ name, recognises }) =>
    asked === undefined ? recognises(file.toLowerCase(), text) : name === asked,
  );
  if (format !== undefined) return format;
  const names = importFormats.map(({ name }) => name);
  throw new Failure(words.whichFormat(names, asked));
}

function quizOf(imported: Imported, id: string, file: string): WrittenQuiz {
  try {
    return writeQuiz(imported, id);
  } catch (error) {
    if (error instanceof TooLargeError) throw new Failure(words.tooLarge(file, largestFile), 1);
    throw error;
  }
}

/** Where the quiz is to be written: beside the others of the course, if nothing else is asked for. */
function outputOf(context: Context, name: string): string {
  const asked = context.given.text('output');
  if (asked === '') throw new Failure(words.emptyOutput);
  return asked ?? join(authorsFolder(context), 'quizzes', `${name}.md`);
}

/** Writes a new file, never over one that is there. @throws Failure */
function write(file: string, { text, questions }: WrittenQuiz, source: string): void {
  if (questions === 0) throw new Failure(words.nothing(source), 1);
  const handle = openNew(file);
  try {
    writeWhole(handle, Buffer.from(text));
  } catch (error) {
    rmSync(file, { force: true });
    throw new Failure(errors.cannotWrite(file, errorReason(error)), 1);
  } finally {
    closeSync(handle);
  }
}

/** Opens a file that is not there yet. @throws Failure */
function openNew(file: string): number {
  if (existsSync(file)) throw new Failure(words.taken(file), 1);
  try {
    makeFolder(dirname(file));
    // one that came to be meanwhile is somebody's
    return openSync(file, 'wx');
  } catch (error) {
    throw new Failure(errors.cannotWrite(file, errorReason(error)), 1);
  }
}
