import { courseMessages as say } from '../../messages/course.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Place, Problems } from '../../text/problem.ts';
import { readTopology } from '../../topology/read.ts';
import type { Topology } from '../../topology/types.ts';
import { isTextError, parseMeasure } from '../measures/parse.ts';
import { type OpenedRun, openRun, type RunProblem } from '../open-run.ts';
import type { LocatedProof } from '../proof-reader.ts';
import type { LocatedRun } from '../run-reader.ts';
import { topologiesOf } from '../topologies.ts';
import type { Linted } from './rule.ts';

/** Prepared runs whose topology, changes or faults do not resolve. */
export function checkRuns(linted: Linted, problems: Problems): undefined {
  const { lessons, quizzes } = linted.source;
  for (const run of lessons.flatMap(({ lesson }) => lesson.runs)) checkRun(run, linted, problems);
  for (const { run, prediction, measureAt } of lessons.flatMap(({ lesson }) => lesson.predictions)) {
    const topology = checkRun(run, linted, problems);
    if (topology) checkMeasure(prediction.measure, measureAt, topology, problems);
  }
  for (const proof of quizzes.flatMap((quiz) => quiz.questions.flatMap((question) => question.proof ?? []))) {
    const topology = checkRun(proof.run, linted, problems);
    if (topology) checkMeasures(proof, topology, problems);
  }
}

/** A measure of what is not there never has a value, so that a wrong choice would be proven wrong by a slip. */
function checkMeasures({ claims }: LocatedProof, topology: Topology, problems: Problems): void {
  for (const { measure, measureAt } of claims) checkMeasure(measure, measureAt, topology, problems);
}

/** Tells which words of a measure should be components or hosts of the topology and are not. */
export function checkMeasure(text: string, place: Place, topology: Topology, problems: Problems): void {
  const hosts = topology.hosts.map(({ id }) => id);
  const known = [
    ...topology.components.map(({ id }) => id),
    ...hosts,
    ...hosts.map((id) => `collector@${id}`),
  ];
  const measure = parseMeasure(text);
  if (isTextError(measure)) return;
  for (const { text: id, at } of measure.ids) {
    if (known.includes(id)) continue;
    const message = say.unknownInMeasure(id, topology.id, nearestWord(id, known));
    problems.error({ ...place, column: place.column + at }, 'measure', message);
  }
}

/** The run's topology, when it can be read. What is wrong in the topology's own file is told there. */
export function checkRun(located: LocatedRun, { course }: Linted, problems: Problems): Topology | undefined {
  const openTopology = topologiesOf(course, readTopology);
  const asked = { ...located.run, seed: 1 };
  const wrong = problemsOf(openRun(asked, openTopology));
  const isSetWrong = wrong.some(({ part }) => part === 'set');
  const set = isSetWrong ? [] : asked.set;
  // a wrong change hides what is wrong in the faults
  const more = isSetWrong ? problemsOf(openRun({ ...asked, set }, openTopology)) : [];
  for (const problem of [...wrong, ...more]) tell(problem, located, problems);
  const bare = openRun({ ...asked, set, fault: [] }, openTopology);
  return 'run' in bare ? bare.run.topology : undefined;
}

function problemsOf(opened: OpenedRun): readonly RunProblem[] {
  return 'problems' in opened ? opened.problems : [];
}

/** A problem of a run, told where the author wrote it. */
function tell({ part, index, rule, message }: RunProblem, located: LocatedRun, problems: Problems): void {
  const { topologyAt, setAt, faultAt } = located;
  if (part === 'topology' && rule === 'unknown-topology') problems.error(topologyAt, rule, message);
  if (part === 'set') problems.error(setAt[index] ?? topologyAt, 'set', message);
  if (part === 'fault') problems.error(faultAt[index] ?? topologyAt, 'fault', message);
}
