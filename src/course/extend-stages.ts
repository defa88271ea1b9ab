/** How a course changes the stages of the one that it extends. */
import { courseMessages as say } from '../messages/course.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Problems } from '../text/problem.ts';
import type { Listed, StageEntry } from './course-yaml.ts';

/** The stages of the extended course as they are changed, and after them those that are new. */
export function extendedStages(
  base: readonly StageEntry[],
  own: readonly StageEntry[],
  problems: Problems,
): readonly StageEntry[] {
  const changed = base.map((stage) => {
    const change = own.find(({ id }) => id === stage.id);
    return change === undefined ? stage : changedStage(stage, change, problems);
  });
  return [...changed, ...own.filter(({ id }) => base.every((stage) => stage.id !== id))];
}

/** The ids of the extended course that it takes away, or puts others in the place of. */
export function takenAway(own: readonly StageEntry[]): ReadonlySet<string> {
  return new Set(
    own
      .flatMap(({ hide, replace }) => [...hide, ...replace.map(({ anchor }) => anchor)])
      .map(({ text }) => text),
  );
}

function changedStage(base: StageEntry, own: StageEntry, problems: Problems): StageEntry {
  const parts = [base.lessons, base.quizzes, base.missions];
  const known = parts.flat().map(({ text }) => text);
  const anchors = [...own.hide, ...[...own.before, ...own.after, ...own.replace].map(({ anchor }) => anchor)];
  for (const { text, at } of anchors) {
    if (!known.includes(text))
      problems.error(at, 'unknown-anchor', say.unknownAnchor(text, base.id, nearestWord(text, known)));
  }
  const list = (ids: readonly Listed[]) => ids.flatMap((id) => around(id, own));
  return {
    ...base,
    title: own.hasTitle ? own.title : base.title,
    summary: own.summary === '' ? base.summary : own.summary,
    topology: own.topology ?? base.topology,
    lessons: [...list(base.lessons), ...own.lessons],
    quizzes: [...list(base.quizzes), ...own.quizzes],
    missions: [...list(base.missions), ...own.missions],
    at: own.at,
  };
}

/** What stands where one id stood: others before it, itself or what replaces it, others after it. */
function around(id: Listed, { before, after, hide, replace }: StageEntry): readonly Listed[] {
  const at = (placed: StageEntry['before']) => placed.find(({ anchor }) => anchor.text === id.text)?.ids;
  const isHidden = hide.some(({ text }) => text === id.text);
  return [...(at(before) ?? []), ...(at(replace) ?? (isHidden ? [] : [id])), ...(at(after) ?? [])];
}
