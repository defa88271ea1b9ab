import { errorReason } from '../disk/system-error.ts';
import { writeNewFile } from '../disk/write-file.ts';
import { handInOf, handInText } from '../learner/class/hand-in.ts';
import { longestName } from '../learner/class/read-hand-in.ts';
import { handInWords as words } from '../messages/class.ts';
import { errors } from '../messages/errors.ts';
import { plain, plainLine } from '../text/plain-text.ts';
import { type Command, Failure } from './command.ts';
import { openCourse } from './opening.ts';
import { readRecord } from './report.ts';

export const command: Command = {
  name: 'hand-in',
  options: { name: 'text', output: 'text' },
  async run(context) {
    const { given, world } = context;
    const name = given.text('name');
    if (name !== undefined && (plainLine(name).trim() === '' || [...name].length > longestName)) {
      throw new Failure(words.name(name, longestName));
    }
    const course = await openCourse(context);
    const stamp = { name: plainLine(name ?? '').trim(), learner: world.machine, written: world.clock() };
    const handIn = handInOf(course, readRecord(context, course), stamp);
    const { answers, missions, predictions } = handIn;
    if (answers.length + missions.length + predictions.length === 0) {
      throw new Failure(words.nothing(course.title), 1);
    }
    const file = given.text('output') ?? `${fileNamed(name ?? world.machine)}-${fileNamed(course.id)}.json`;
    try {
      writeNewFile(file, handInText(handIn), 0o600);
    } catch (error) {
      throw new Failure(errors.cannotWrite(file, errorReason(error)), 1);
    }
    const said = words.written(file, answers.length, missions.length, predictions.length);
    world.stdout.write(plain(`${said}\n`));
    return 0;
  },
};

/** A name as a part of a file's: `muller-a` of `Müller, A.` */
function fileNamed(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return (
    ascii
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'learner'
  );
}
