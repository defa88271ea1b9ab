import { briefingWords as say } from '../../messages/missions.ts';
import type { Mission } from '../model.ts';

/** What a learner is told of the rules before the play: sentences. Hints and debrief are none of them. */
export function ruleSentences({ may, run }: Pick<Mission, 'may' | 'run'>): readonly string[] {
  const { switches, fields, faults, changes, sees } = may;
  const allowed = [
    ...(switches.length > 0 ? [say.switches(switches)] : []),
    ...(fields.length > 0 ? [say.fields(fields)] : []),
    ...(faults.length > 0 ? [say.faults(faults)] : []),
  ];
  return [
    ...(allowed.length > 0 ? allowed : [say.watchOnly]),
    ...(changes !== undefined && allowed.length > 0 ? [say.changes(changes)] : []),
    ...(sees === 'monitor' ? [say.monitorOnly] : []),
    say.lasts(run.for, run.seeds),
  ];
}

/** The goals as sentences. */
export function goalSentences({ goals }: Pick<Mission, 'goals'>): readonly string[] {
  return goals.map(({ says, bonus }) => (bonus ? say.bonus(says) : says));
}
