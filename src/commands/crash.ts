import { errorCode, errorReason } from '../disk/system-error.ts';
import { keepCrash, stackOf } from '../learner/crash-file.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { errors } from '../messages/errors.ts';
import { excerpt } from '../text/excerpt.ts';
import { plain } from '../text/plain-text.ts';
import { Failure, type World } from './command.ts';
import { versionOf } from './version.ts';

/** Where a crash happened: the command line, or the place of the tutor. */
export interface CrashScene {
  readonly world: Pick<World, 'env' | 'platform' | 'home' | 'clock'>;
  readonly packageFolder: string;
  readonly at: string;
}

/** A sentence about a crash, from its message and the file that its stack was kept in. */
export type CrashSentence = (message: string, file: string | undefined) => string;

/** What to say of a fault of the program's own. Its stack is kept in a file, and shown where that is asked for. */
export function crashWords(error: unknown, scene: CrashScene, sentence: CrashSentence): string {
  const { world, packageFolder, at } = scene;
  const program = `infra-tutor ${versionOf(packageFolder)}, Node ${process.version}, ${world.platform}`;
  const file = keepCrash(dataDirectory(world), { at: world.clock(), about: [program, at], error });
  const stack = world.env.INFRA_TUTOR_DEBUG ? `${stackOf(error)}\n` : '';
  const message = error instanceof Error ? error.message : String(error);
  return plain(`${stack}${sentence(excerpt(message), file)}`);
}

/** What to say when a command could not be done: for a person's mistake or the system's refusal, no more than that. */
export function failureWords(error: unknown, scene: CrashScene): string {
  // It quotes what a command line or a course's file says.
  if (error instanceof Failure) return plain(error.message);
  const code = errorCode(error);
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  if (code !== undefined && typeof path === 'string') {
    return plain(errors.cannotOpen(excerpt(path), errorReason(error)));
  }
  return crashWords(error, scene, errors.unexpected);
}
