/** A prediction in front of a room: the guesses are read out, and nobody's is taken down. */
import type { BlockOf } from '../../../course/page-blocks.ts';
import type { Outcome } from '../../../course/predictions/outcome.ts';
import { expectedWords } from '../../../course/predictions/said.ts';
import { present as words } from '../../../messages/present.ts';
import { markdownRows } from '../../../terminal/markdown.ts';
import { type Row, span } from '../../../text/row.ts';
import { EMPTY, indent, wrapped } from '../../../text/row-layout.ts';
import type { Context } from '../../screen.ts';

/** What a room was told of a page's predictions, by their ids; `running`: the run is not over yet. */
export type ToldTogether = ReadonlyMap<string, Outcome | 'running'>;

/** Under the question: the guesses, and what came of the run once somebody asked. */
export function togetherRows(
  { prediction }: BlockOf<'predict'>,
  told: Outcome | 'running' | undefined,
  context: Context,
  width: number,
): readonly Row[] {
  const trueOnes = told === undefined || told === 'running' || 'refused' in told ? [] : told.trueOnes;
  const guesses = prediction.number ? [] : prediction.guesses;
  const rows = guesses.flatMap(({ text }, index) =>
    guessRows(text, index, trueOnes.includes(index), context, width),
  );
  if (told === undefined) return rows;
  const above = rows.length > 0 ? [...rows, EMPTY] : [];
  if (told === 'running') return [...above, ...wrapped(words.running, width, 'dim')];
  if ('refused' in told) return [...above, ...told.refused.flatMap((why) => wrapped(why, width, 'bad'))];
  return [
    ...above,
    ...wrapped(words.cameTo(told.value, expectedWords(prediction)), width),
    EMPTY,
    ...markdownRows(prediction.debrief, { width, ascii: context.ascii }),
  ];
}

function guessRows(
  text: string,
  index: number,
  isTrue: boolean,
  { glyphs }: Context,
  width: number,
): readonly Row[] {
  const lead = `${isTrue ? glyphs.done : ' '} ${index + 1}  `;
  const [first = EMPTY, ...more] = wrapped(text, width - lead.length, isTrue ? 'good' : 'plain');
  return [[span(lead, isTrue ? 'good' : 'strong'), ...first], ...indent(more, lead.length)];
}
