/** What both types of choice share: a task list in which the right ones are marked. */
import type { Token } from 'marked';
import { courseMessages as say } from '../../messages/course.ts';
import type { Place, Problems } from '../../text/problem.ts';
import type { Grade, Item } from '../model.ts';
import { type AnswerBlock, type AnswerSource, remarksOn } from './question-type.ts';
import { isTaskList, itemOf, lintTwins, writtenItems } from './written-items.ts';

/** What the author says of each choice, in the order of the file. */
export type ChoicesKey = readonly {
  readonly id: string;
  readonly correct: boolean;
  readonly feedback: string;
  readonly line: number;
}[];

export function isAnswer(token: Token): boolean {
  return isTaskList(token);
}

/** How many choices are marked right. */
export function marksIn(blocks: readonly AnswerBlock[]): number {
  return writtenItems(blocks).filter(({ box }) => box === 'x').length;
}

/** Reads the choices, and tells of those that say nothing or have no box. */
export function readChoices(
  { blocks, at }: AnswerSource,
  problems: Problems,
): { readonly items: readonly Item[]; readonly key: ChoicesKey } {
  const written = writtenItems(blocks);
  for (const { box, text, line } of written) {
    if (box === undefined) problems.error({ ...at, line }, 'choice-box', say.choiceBox);
    if (text === '') problems.error({ ...at, line }, 'empty-choice', say.emptyChoice);
    // markdown takes the fence for words, and what ends it for another one that nothing closes
    if (/^(?:```|~~~)/.test(text)) problems.error({ ...at, line }, 'choice-code', say.choiceCode);
  }
  return {
    items: written.map(itemOf),
    key: written.map(({ id, box, feedback, line }) => ({ id, correct: box === 'x', feedback, line })),
  };
}

export function rightOnes(key: ChoicesKey): readonly string[] {
  return key.filter(({ correct }) => correct).map(({ id }) => id);
}

/** Right is who chose exactly the right ones; each chosen one has its say. */
export function gradeChoices(key: ChoicesKey, chosen: readonly string[]): Grade {
  const right = rightOnes(key);
  const given = new Set(chosen);
  return {
    right: given.size === right.length && right.every((id) => given.has(id)),
    remarks: remarksOn(key, chosen),
  };
}

/** Choices without feedback, and choices that say the same. */
export function lintChoices(
  items: readonly Item[],
  key: ChoicesKey,
  at: Place,
  problems: Problems,
): undefined {
  for (const { feedback, line } of key) {
    if (feedback === '') problems.warning({ ...at, line }, 'no-feedback', say.missingFeedback);
  }
  const places = key.map(({ line }, index) => ({ text: items[index]?.text ?? '', line }));
  lintTwins(places, at, problems);
}
