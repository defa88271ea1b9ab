/** How a play of a mission was judged, in lines. */
import type { JudgedGoal, Verdict } from '../course/missions/judge.ts';
import { MOST_STARS } from '../course/missions/stars.ts';
import { briefingWords, missionScreen, plainMission as words } from '../messages/missions.ts';
import { folded } from './prose.ts';

/** @param told the debrief was read before */
export function verdictLines(
  verdict: Verdict,
  { hints, told }: { readonly hints: number; readonly told: boolean },
  width: number,
): string[] {
  if ('refused' in verdict) {
    return [missionScreen.refused, ...verdict.refused.flatMap((why) => folded(why, width))];
  }
  const { won, stars, goals } = verdict;
  const missed = goals.filter(({ met, bonus }) => bonus && !met).length;
  return [
    won ? `${missionScreen.won(stars, MOST_STARS)}.` : missionScreen.lost,
    ...goals.flatMap((goal) => goalLines(goal, width)),
    ...(won ? folded(missionScreen.whyStars(hints, missed, told), width) : []),
  ];
}

function goalLines({ says, bonus, met, values, metWith }: JudgedGoal, width: number): string[] {
  const failed = values.flatMap((value, index) =>
    metWith[index] ? [] : [words.missedWith(index + 1, value)],
  );
  const outcome = met ? missionScreen.met : missionScreen.missed;
  return [
    ...folded(`${outcome}: ${bonus ? briefingWords.bonus(says) : says}`, width, '- ', '  '),
    ...folded(words.measured(values), width, '  '),
    ...(failed.length === 0 ? [] : folded(words.failedWith(failed), width, '  ')),
  ];
}
