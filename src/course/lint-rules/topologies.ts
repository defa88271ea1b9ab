import type { Problem } from '../../text/problem.ts';
import { readTopology } from '../../topology/read.ts';
import type { Linted } from './rule.ts';

/** Every topology of the course, read as the simulator reads it. */
export function checkTopologies({ course }: Linted): readonly Problem[] {
  return course.topologies.flatMap(({ text, file, problem }) =>
    problem === undefined ? readTopology(text, file).problems : [],
  );
}
