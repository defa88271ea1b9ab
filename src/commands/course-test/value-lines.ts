/** What was measured, for an author who looks for the ranges. */
import type { MissionProofResult } from '../../course/missions/prove-mission.ts';
import type { PredictionProofResult } from '../../course/predictions/prove-prediction.ts';
import type { ProofResult } from '../../course/prove.ts';
import { proofWords as words } from '../../messages/teach.ts';

/** Each measure of a question once: choices often share it. */
export function questionValues({ choices }: ProofResult): readonly string[] {
  const byMeasure = new Map(choices.map(({ measure, values }) => [measure, values]));
  return [...byMeasure].map(([measure, values]) => words.values(measure, values));
}

export function predictionValues(measure: string, { values }: PredictionProofResult): readonly string[] {
  return values.length === 0 ? [] : [words.values(measure, values)];
}

/** Each goal under each play. */
export function missionValues({ plays }: MissionProofResult): readonly string[] {
  return plays.flatMap(({ name, verdict }) =>
    'refused' in verdict
      ? []
      : verdict.goals.map(({ says, values }) => words.values(`${name}: ${says.replace(/\.$/, '')}`, values)),
  );
}
