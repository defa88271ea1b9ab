import type { Problem } from '../../text/problem.ts';
import type { Linted } from './rule.ts';

/** Every topology of the course, read as the simulator reads it. */
export function checkTopologies({ course, tools }: Linted): readonly Problem[] {
  return course.topologies.flatMap(({ text, file }) => tools.readTopology(text, file).problems);
}
