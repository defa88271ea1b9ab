import { courseMessages as say } from '../../messages/course.ts';
import type { Problems } from '../../topology/located.ts';
import type { LocatedRun } from '../run-reader.ts';
import { findTopology } from '../topologies.ts';
import type { Linted } from './rule.ts';

/** Prepared runs whose topology, changes or faults do not resolve. */
export function checkRuns(linted: Linted, problems: Problems): undefined {
  const { lessons, quizzes } = linted.source;
  const proofs = quizzes.flatMap((quiz) => quiz.questions.flatMap(({ proof }) => (proof ? [proof.run] : [])));
  for (const run of [...lessons.flatMap(({ lesson }) => lesson.runs), ...proofs]) {
    checkRun(run, linted, problems);
  }
}

function checkRun(located: LocatedRun, { course, tools }: Linted, problems: Problems): void {
  const { run } = located;
  const found = findTopology(course, run.topology, () => undefined);
  if ('error' in found) {
    problems.error(located.topologyAt, 'unknown-topology', found.error);
    return;
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
  if (!topology) return;
  for (const [index, words] of run.fault.entries()) {
    const at = located.faultAt[index] ?? located.topologyAt;
    const parsed = tools.parseTimedFault(words, topology);
    if ('error' in parsed) problems.error(at, 'fault', parsed.error);
    else if (parsed.timed.at > run.for) problems.error(at, 'fault', say.faultAfterEnd);
  }
}
