import { aiken } from './aiken.ts';
import { gift } from './gift.ts';
import type { ImportFormat } from './imported.ts';
import { mdbookQuiz } from './mdbook-quiz.ts';

/** Everything that a quiz can be read of; the first that recognises a file reads it. */
export const importFormats: readonly ImportFormat[] = [mdbookQuiz, aiken, gift];
