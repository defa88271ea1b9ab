import { sentence } from '../../messages/plural.ts';
import { openFields } from '../../topology/field-value.ts';
import { readTopology } from '../../topology/read.ts';
import type { Course, Mission, Play } from '../model.ts';
import { openRun, type RunProblem, runProblemLine } from '../open-run.ts';
import { findTopology, topologiesOf } from '../topologies.ts';
import { forbidden, played, subjectOf } from './play.ts';

/** Something that a learner may change before the run. */
export interface Choice {
  /** `checks`, or `lb-1.retries` */
  readonly subject: string;
  readonly kind: 'switch' | 'field';
  /** as the mission has it */
  readonly before: string;
  /** with what was changed */
  readonly now: string;
  /** what it may be; undefined: whatever `expects` says */
  readonly options: readonly string[] | undefined;
  /** ends the sentence "write ..."; empty for a switch */
  readonly expects: string;
  /** what it decides; empty for a switch, whose positions say it */
  readonly means: string;
}

type Topologies = Pick<Course, 'topologies'>;
type Played = Pick<Mission, 'run' | 'may'>;

/** What may be changed in a mission, in its author's order, as it is with these changes. */
export function choicesOf(course: Topologies, { run, may }: Played, set: readonly string[]): Choice[] {
  const found = findTopology(course, run.topology);
  if ('error' in found) return [];
  const { text, file } = found;
  const changes = played(run, { set, fault: [] }).set;
  const at = (positions: readonly string[]) => readTopology(text, file, positions).topology?.switches ?? [];
  const [before, now] = [at(run.set), at(changes)];
  const switches = may.switches.flatMap((subject): Choice[] => {
    const turned = now.find(({ name }) => name === subject);
    if (turned === undefined) return [];
    const first = before.find(({ name }) => name === subject) ?? turned;
    const { positions: options } = turned;
    return [{ subject, kind: 'switch', before: first.at, now: turned.at, options, expects: '', means: '' }];
  });
  const [fieldBefore, fieldNow] = [openFields(text, file, run.set), openFields(text, file, changes)];
  const fields = may.fields.flatMap((subject): Choice[] => {
    const field = fieldNow(subject);
    if (field === undefined) return [];
    const { choices: options, expects, means } = field;
    const words = (was: string | undefined) => was ?? 'none';
    const first = words(fieldBefore(subject)?.now);
    return [{ subject, kind: 'field', before: first, now: words(field.now), options, expects, means }];
  });
  return [...switches, ...fields];
}

/** The changes with this one made; a thing that is again as the mission has it is no change. A list needs no brackets. */
export function withChange(set: readonly string[], choice: Choice, value: string): string[] {
  const { subject, before } = choice;
  const others = set.filter((change) => subjectOf(change) !== subject);
  const trimmed = value.trim();
  const written = isList(choice) && !trimmed.startsWith('[') ? `[${trimmed}]` : trimmed;
  return written === before ? others : [...others, `${subject}=${written}`];
}

/** What somebody begins with who writes a value: the list as it is, to be added to; else nothing. */
export function beginningOf(choice: Choice): string {
  return isList(choice) ? choice.now.slice(1, -1) : '';
}

export function isList({ kind, now }: Choice): boolean {
  return kind === 'field' && now.startsWith('[');
}

/** How many more changes a play may have; undefined: as many as one likes. */
export function changesLeft({ may }: Pick<Mission, 'may'>, { set, fault }: Play): number | undefined {
  return may.changes === undefined ? undefined : may.changes - set.length - fault.length;
}

/** What stands in the way of a play: its mission's rules, or what the simulator can't make of it. Sentences. */
export function playProblems(course: Topologies, { run, may }: Played, play: Play): readonly string[] {
  const against = forbidden(may, play);
  if (against.length > 0) return against;
  const opened = openRun({ ...played(run, play), seed: 1 }, topologiesOf(course, readTopology));
  return 'problems' in opened ? opened.problems.map(problemWords) : [];
}

/** Of a change that somebody looks at as they write it, there is no need to say which it is. */
function problemWords(problem: RunProblem): string {
  return problem.part === 'set' ? sentence(problem.message) : runProblemLine(problem);
}
