import type { AsksOf } from '../../course/model.ts';
import { plainWords } from '../../messages/plain.ts';
import { problemLine } from '../../text/problem.ts';
import { describeTopology } from '../../topology/draw/draw.ts';
import { whatItIs } from '../../topology/draw/labels.ts';
import { folded } from '../prose.ts';
import { defineLineForm, type Page } from './form.ts';
import { numbersIn } from './items.ts';

const words = plainWords.quiz;

/** Components of a topology, by their numbers in a list. */
export const place = defineLineForm<'place'>({
  form: 'place',
  ask: () => words.askMany,
  offered(asks, { width, openTopology }) {
    const { topology, problems } = openTopology(asks.topology);
    if (topology === undefined) return [words.noDrawing, ...problems.slice(0, 1).map(problemLine)];
    const spoken = asks.words === '' ? describeTopology(topology) : [asks.words];
    const listed = topology.components.flatMap((component, index) =>
      folded(
        words.component(component.id, whatItIs(component)[0] ?? '', component.host),
        width,
        `${String(index + 1).padStart(3)}  `,
      ),
    );
    return [...spoken.flatMap((sentence) => folded(sentence, width)), '', ...listed];
  },
  read(line, asks, page) {
    const ids = componentsOf(asks, page);
    const read = numbersIn(line, ids.length);
    if ('complaint' in read) return read;
    const chosen = new Set(read.numbers.map((number) => ids[number - 1]));
    return { answer: { form: 'place', places: ids.filter((id) => chosen.has(id)) } };
  },
  words: ({ places }) => places.join(', '),
  label: (id) => id,
});

function componentsOf({ topology }: AsksOf<'place'>, { openTopology }: Page): readonly string[] {
  return openTopology(topology).topology?.components.map(({ id }) => id) ?? [];
}
