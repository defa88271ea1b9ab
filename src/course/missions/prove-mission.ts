import { courseMessages as say } from '../../messages/course.ts';
import type { Simulate } from '../measured-run.ts';
import type { Course, Mission, MissionProof, Play } from '../model.ts';
import { judge, measureSeed, type SeedValues, seedsOf, type Verdict, verdictOf } from './judge.ts';

/** How one play of the proof ended. */
export interface ProvenPlay {
  /** `wins`, or the name that the author gave a losing one */
  readonly name: string;
  readonly shouldWin: boolean;
  readonly verdict: Verdict;
  readonly holds: boolean;
}

export interface MissionProofResult {
  readonly holds: boolean;
  readonly plays: readonly ProvenPlay[];
  /** why it does not hold, as parts of a sentence; empty when it does */
  readonly failures: readonly string[];
}

/** Plays a mission as its proof says: the good play wins it, every tempting one and doing nothing lose it. */
export function proveMission(
  course: Pick<Course, 'topologies'>,
  mission: Mission,
  proof: MissionProof,
  simulate: Simulate,
): MissionProofResult {
  const prove = (name: string, play: Play, shouldWin: boolean): ProvenPlay => {
    const verdict = shouldWin
      ? judge(course, mission, play, 0, simulate)
      : judgeUntilLost(course, mission, play, simulate);
    const holds = !('refused' in verdict) && verdict.won === shouldWin;
    return { name, shouldWin, verdict, holds };
  };
  const plays = [
    prove(say.goodPlay, proof.wins, true),
    ...proof.loses.map(({ name, play }) => prove(name, play, false)),
  ];
  const failures = plays.flatMap((play) => (play.holds ? [] : [whyNot(play)]));
  return { holds: failures.length === 0, plays, failures };
}

/** A play that has lost one seed is lost: the others are not played. */
function judgeUntilLost(
  course: Pick<Course, 'topologies'>,
  mission: Mission,
  play: Play,
  simulate: Simulate,
): Verdict {
  const perSeed: SeedValues[] = [];
  let verdict: Verdict = { refused: [] };
  for (const seed of seedsOf(mission)) {
    perSeed.push(measureSeed(course, mission, play, seed, simulate));
    verdict = verdictOf(mission, 0, perSeed);
    if ('refused' in verdict || !verdict.won) break;
  }
  return verdict;
}

function whyNot({ name, shouldWin, verdict }: ProvenPlay): string {
  if ('refused' in verdict) return say.playRefused(name, verdict.refused);
  if (!shouldWin) return say.playWins(name);
  const missed = verdict.goals.filter(({ met, bonus }) => !met && !bonus);
  return say.playLoses(
    name,
    missed.map(({ says, values }) => `${says} (${values.join(', ')})`),
  );
}
