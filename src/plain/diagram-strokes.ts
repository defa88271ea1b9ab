/** What a diagram that draws itself says at each stroke, as a numbered list. */
import { filmOf } from '../course/film.ts';
import type { Growth } from '../course/page-blocks.ts';
import type { OpenTopology } from '../course/topologies.ts';
import { stepWords } from '../messages/follow.ts';
import { plainWords } from '../messages/plain.ts';
import { inWords } from '../messages/simulator-events.ts';
import { waterfallOf } from '../story/request/waterfall.ts';
import { folded } from './prose.ts';

const words = plainWords.lesson;

/** Empty where its run can't be followed. */
export function strokeLines(growth: Growth, openTopology: OpenTopology, width: number): string[] {
  const strokes = saidOf(growth, openTopology);
  if (strokes.length === 0) return [];
  return [
    words.diagramSteps,
    ...strokes.flatMap((said, index) => folded(said, width, `${String(index + 1).padStart(3)}. `)),
  ];
}

function saidOf(growth: Growth, openTopology: OpenTopology): readonly string[] {
  if (growth.form !== 'request') return growth.strokes.map((stroke) => stroke.words);
  const film = filmOf(growth, openTopology);
  if (film.form !== 'request') return [];
  return waterfallOf(film.trace, film.now).map((step) =>
    words.requestStep(inWords(step.at), stepWords(step), inWords(step.takes)),
  );
}
