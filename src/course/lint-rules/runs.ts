import { courseMessages as say } from '../../messages/course.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Problems } from '../../text/problem.ts';
import type { Topology } from '../../topology/types.ts';
import { isTextError, parseMeasure } from '../measures/parse.ts';
import type { LocatedProof } from '../proof-reader.ts';
import type { LocatedRun } from '../run-reader.ts';
import { findTopology } from '../topologies.ts';
import type { Linted } from './rule.ts';

/** Prepared runs whose topology, changes or faults do not resolve. */
export function checkRuns(linted: Linted, problems: Problems): undefined {
  const { lessons, quizzes } = linted.source;
  for (const run of lessons.flatMap(({ lesson }) => lesson.runs)) checkRun(run, linted, problems);
  for (const proof of quizzes.flatMap((quiz) => quiz.questions.flatMap((question) => question.proof ?? []))) {
    const topology = checkRun(proof.run, linted, problems);
    if (topology) checkMeasures(proof, topology, problems);
  }
}

/** A measure of what is not there never has a value, so that a wrong choice would be proven wrong by a slip. */
function checkMeasures({ proof, measureAt }: LocatedProof, topology: Topology, problems: Problems): void {
  const hosts = topology.hosts.map(({ id }) => id);
  const known = [
    ...topology.components.map(({ id }) => id),
    ...hosts,
    ...hosts.map((id) => `collector@${id}`),
  ];
  for (const [choice, text] of proof.measures) {
    const measure = parseMeasure(text);
    const place = measureAt.get(choice);
    if (isTextError(measure) || !place) continue;
    for (const { text: id, at } of measure.ids) {
      if (known.includes(id)) continue;
      const message = say.unknownInMeasure(id, topology.id, nearestWord(id, known));
      problems.error({ ...place, column: place.column + at }, 'measure', message);
    }
  }
}

/** The run's topology, when it can be read. */
function checkRun(located: LocatedRun, { course, tools }: Linted, problems: Problems): Topology | undefined {
  const { run } = located;
  const found = findTopology(course, run.topology, () => undefined);
  if ('error' in found) {
    problems.error(located.topologyAt, 'unknown-topology', found.error);
    return undefined;
  }
  const { text, file } = found;
  let setWrong = false;
  for (const [index, change] of run.set.entries()) {
    const at = located.setAt[index] ?? located.topologyAt;
    const wrong = tools
      .readTopology(text, file, [change])
      .problems.find((problem) => problem.severity === 'error' && problem.file !== file);
    if (!wrong) continue;
    setWrong = true;
    problems.error(at, 'set', wrong.message);
  }
  const { topology } = tools.readTopology(text, file, setWrong ? [] : run.set);
  if (!topology) return undefined;
  for (const [index, words] of run.fault.entries()) {
    const at = located.faultAt[index] ?? located.topologyAt;
    const parsed = tools.parseTimedFault(words, topology);
    if ('error' in parsed) problems.error(at, 'fault', parsed.error);
    else if (parsed.timed.at > run.for) problems.error(at, 'fault', say.faultAfterEnd);
  }
  return topology;
}
