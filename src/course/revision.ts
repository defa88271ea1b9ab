import { createHash } from 'node:crypto';
import type { Token } from 'marked';
import { plainWords } from '../markdown/words.ts';
import type { AnswerBlock } from './question-types/question-type.ts';
import { isList, writtenItems } from './question-types/written-items.ts';

/**
 * What was asked, as a hash: the words of the question, and what it is answered with. Hints, feedback and explanation
 * are not in it, nor are capitals, signs, and the order of what is listed, so that mending these makes nobody's
 * answer stale. An item that has a name of its own may be reworded.
 */
export function revisionOf(type: string, prompt: readonly Token[], answer: readonly AnswerBlock[]): string {
  const asked = [type, words(plainWords(prompt)), ...answer.flatMap(answered).sort()];
  return createHash('sha256').update(asked.join('\n')).digest('hex').slice(0, 8);
}

function answered(block: AnswerBlock): readonly string[] {
  const { token } = block;
  if (!isList(token)) return [token.raw.trim()];
  return writtenItems([block]).map(({ id, box = '', number = '' }) => `${number}[${box}] ${id}`);
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
