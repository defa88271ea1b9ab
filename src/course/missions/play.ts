import { missionWords as words } from '../../messages/missions.ts';
import type { Allowed, Play } from '../model.ts';
import type { RunSpec } from '../run-spec.ts';

/** A play that does nothing. */
export const NOTHING: Play = { set: [], fault: [] };

/** What a change is about: `checks` of `checks=http`, `lb-1.retries` of `lb-1.retries=1`. */
export function subjectOf(change: string): string {
  return change.split('=')[0] ?? change;
}

/** `failover` of `14s failover db-2`. */
function verbOf(fault: string): string {
  return fault.trim().split(/\s+/)[1] ?? '';
}

/** The mission's run with what the play changes and does: of two changes of one thing the play's counts. */
export function played(run: RunSpec, { set, fault }: Play): RunSpec {
  const changed = new Set(set.map(subjectOf));
  return {
    ...run,
    set: [...run.set.filter((change) => !changed.has(subjectOf(change))), ...set],
    fault: [...run.fault, ...fault],
  };
}

/** What the rules of the mission have against a play, as sentences. */
export function forbidden(may: Allowed, { set, fault }: Play): string[] {
  const changeable = [...may.switches, ...may.fields];
  const changes = set.length + fault.length;
  return [
    ...set
      .map(subjectOf)
      .filter((subject) => !changeable.includes(subject))
      .map((subject) => words.mayNotChange(subject, changeable)),
    ...fault
      .map(verbOf)
      .filter((verb) => !may.faults.includes(verb))
      .map((verb) => words.mayNotDo(verb, may.faults)),
    ...(may.changes !== undefined && changes > may.changes ? [words.tooMany(changes, may.changes)] : []),
  ];
}
