import { type Choice, choicesOf } from '../../../course/missions/choices.ts';
import type { Course, Mission } from '../../../course/model.ts';

const known = new WeakMap<Mission, { readonly key: string; readonly choices: readonly Choice[] }>();

/** What may be changed, with its value now; read from the topology only when something was changed. */
export function choicesNow(course: Course, mission: Mission, set: readonly string[]): readonly Choice[] {
  const key = JSON.stringify(set);
  const found = known.get(mission);
  if (found?.key === key) return found.choices;
  const choices = choicesOf(course, mission, set);
  known.set(mission, { key, choices });
  return choices;
}
