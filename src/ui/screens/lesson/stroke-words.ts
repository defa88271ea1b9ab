/** What is said to one stroke of a diagram, or to one line of a listing. */
import { lesson as words } from '../../../messages/lesson.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, height, indent, widthOf, wrapped } from '../../../text/row-layout.ts';

/**
 * An empty row, and the sentence at a place, in as many rows as the longest takes, so that nothing jumps; no row where
 * nothing is said to any. `before` stands there as long as the place is before the first.
 */
export function strokeWords(
  sentences: readonly string[],
  at: number,
  width: number,
  before: readonly Row[] = [],
): readonly Row[] {
  const said = sentences.map((sentence, index) => countedRows(sentence, index, sentences.length, width));
  const longest = Math.max(0, ...said.map(({ length }) => length));
  return longest === 0 ? [] : [EMPTY, ...height(said[at] ?? before, longest)];
}

/** `2 of 5` and the sentence, the rest of it under its beginning. */
function countedRows(sentence: string, index: number, all: number, width: number): readonly Row[] {
  if (sentence === '') return [];
  const count = `${words.stroke(index + 1, all)}  `;
  const [first = EMPTY, ...more] = wrapped(sentence, width - widthOf(count));
  return [[span(count, 'dim'), ...first], ...indent(more, widthOf(count))];
}
