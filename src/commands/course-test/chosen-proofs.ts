import type { Course } from '../../course/model.ts';
import { errors } from '../../messages/errors.ts';
import { messagesOf } from '../../messages/language.ts';
import { nearestWord } from '../../text/nearest.ts';
import { Failure } from '../command.ts';

const t = messagesOf('commands');

/** What is asked to be proven: parts by their ids, files by having changed; nothing asked for is everything. */
export interface Asked {
  /** `QUIZ`, `QUIZ/QUESTION`, a lesson or a mission */
  readonly ids: readonly string[];
  readonly changed: ReadonlySet<string> | undefined;
}

/** Something with a proof. */
export interface Provable {
  /** every id that it can be asked for by */
  readonly ids: readonly string[];
  /** the file that it stands in */
  readonly file: string;
  /** the topology that it runs */
  readonly topology: string | undefined;
}

/** Tells what is to be proven. @throws Failure for an id that nothing with a proof has */
export function chooser(
  { ids, changed }: Asked,
  { topologies }: Pick<Course, 'topologies'>,
  all: readonly Provable[],
): (one: Provable) => boolean {
  const known = all.flatMap((one) => one.ids);
  for (const id of ids) {
    if (!known.includes(id))
      throw new Failure(
        errors.unknownId(id, nearestWord(id, known), t`quiz, question, lesson or mission with a proof`),
      );
  }
  return (one) => {
    const isAsked = ids.length === 0 || one.ids.some((id) => ids.includes(id));
    const file = topologies.find(({ id }) => id === one.topology)?.file;
    const isChanged = changed === undefined || changed.has(one.file) || changed.has(file ?? '');
    return isAsked && isChanged;
  };
}
