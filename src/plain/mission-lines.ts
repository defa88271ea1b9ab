/** A mission in lines, as far as it may be told before it is played. */
import { goalSentences, ruleSentences } from '../course/missions/briefing.ts';
import type { Mission } from '../course/model.ts';
import { briefingWords as words } from '../messages/missions.ts';
import { problemLine } from '../text/problem.ts';
import { folded, proseLines } from './prose.ts';

/** The briefing, what may be done, and the goals; never hints, nor the debrief. `best`: stars so far. */
export function missionLines(mission: Mission, best: number | undefined, width: number): string[] {
  const { title, minutes, briefing, problem } = mission;
  if (problem !== undefined) return [title, words.cannotShow(problemLine(problem))];
  const item = (text: string) => folded(text, width, '- ');
  return [
    title,
    ...folded(words.about(minutes), width),
    ...(best === undefined ? [] : [words.best(best)]),
    '',
    ...proseLines(briefing, width),
    '',
    `${words.may}:`,
    ...ruleSentences(mission).flatMap(item),
    '',
    `${words.goals}:`,
    ...goalSentences(mission).flatMap(item),
    '',
    ...folded(words.stars, width),
  ];
}
