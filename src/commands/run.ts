import module from 'node:module';
import { homedir } from 'node:os';
import { errorReason } from '../disk/system-error.ts';
import { machineName } from '../learner/machine.ts';
import { errors } from '../messages/errors.ts';
import { messagesOf } from '../messages/language.ts';
import { toldOn } from '../text/fold.ts';
import { nearestWord } from '../text/nearest.ts';
import { plainLine } from '../text/plain-text.ts';
import { readArguments } from './arguments.ts';
import { askedCourse } from './asked-course.ts';
import { Failure, type World } from './command.ts';
import { type CrashScene, failureWords } from './crash.ts';
import { findCommand, groupUsages, isGroup } from './find-command.ts';
import type { UnknownLanguage } from './language.ts';
import { commands } from './registry.ts';

const t = messagesOf('commands');

/** Runs what the command line asks for in this process, and sets its exit status. */
export async function runCommandLine(
  args: readonly string[],
  packageFolder: string,
  unknownLanguage?: UnknownLanguage,
): Promise<void> {
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
    module.enableCompileCache();
  }
  guardOutput();
  const world = thisWorld();
  const scene = { world, packageFolder, at: `command: ${args.join(' ')}` };
  process.on('uncaughtException', (error) => exitAfterCrash(error, scene));
  try {
    if (unknownLanguage !== undefined) throw new Failure(errors.unknownLanguage(unknownLanguage));
    process.exitCode = await runCommand(args, packageFolder, world);
  } catch (error) {
    process.exitCode = error instanceof Failure ? error.status : 1;
    process.stderr.write(toldOn(process.stderr, failureWords(error, scene)));
  }
  // What a slow terminal has not taken of a screen that was left must not come after it.
  if (process.stdout.isTTY && process.stdout.writableLength > 0) process.exit();
  // A terminal that was read from would keep the process waiting for the next line.
  process.stdin.unref?.();
}

/** Finds the command, checks what is given to it, and runs it. */
export async function runCommand(
  args: readonly string[],
  packageFolder: string,
  world: World,
): Promise<number> {
  const { name, unknown, rest } = findCommand(args);
  if (unknown !== undefined) throw new Failure(unknownCommand(unknown, rest));
  const command = name === undefined ? undefined : (await commands[name]()).command;
  const { given, asked, course } = readArguments(rest, command);
  // Ink's colours heed FORCE_COLOR alone, and read it when they are loaded.
  if (asked.noColor || (world.env.NO_COLOR ?? '') !== '') process.env.FORCE_COLOR = '0';
  const courseAsked = askedCourse(course, world, packageFolder);
  const context = { given, world, asked, courseAsked, packageFolder };
  if (command !== undefined) return command.run(context);
  return (await import('./bare.ts')).goOn(context);
}

function unknownCommand(word: string, rest: readonly string[]): string {
  if (isGroup(word)) return errors.whichCommand(word, groupUsages(word));
  const known = [...Object.keys(commands), 'help'];
  const asked = word === 'help' ? (findCommand(rest).unknown ?? word) : word;
  return errors.unknownCommand(plainLine(asked), nearestWord(asked, known));
}

function thisWorld(): World {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    platform: process.platform,
    home: homeFolder(),
    machine: machineName(homeFolder()),
    clock: Date.now,
    onInterrupt(listener) {
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  };
}

/** Nobody lives in `/`: what is kept there is refused with a sentence, and not scattered over other folders. */
function homeFolder(): string {
  try {
    return homedir() || '/';
  } catch {
    // there is neither HOME nor a line in the list of users (os.homedir, "throws")
    return '/';
  }
}

/** A reader that went away (`| head`) ends the program quietly; an output that can't be written is told. */
function guardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'EIO') process.exit(0);
    process.stderr.write(`${errors.cannotWrite(t`The output`, errorReason(error))}\n`);
    process.exit(1);
  });
  process.stderr.on('error', () => undefined);
}

/** The sentence comes last of all, after a full screen has given the terminal back. */
function exitAfterCrash(error: unknown, scene: CrashScene): void {
  // A full screen has a way of its own to end.
  if (process.listenerCount('uncaughtException') > 1) return;
  process.once('exit', () => process.stderr.write(toldOn(process.stderr, failureWords(error, scene))));
  process.exit(1);
}
